"""The pages of terms: each bar with what cures it or why not, the ledger's findings, the open order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from clerk.story import opened, track
from desk.terms_story import promises, rivalled, surrendered

import cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db


def page(as_officer: As, language: str, number: str, part: str, name: str = cast.ANA) -> str:
    reply = as_officer(name).get(f"/{language}/cases/{number}/{part}/")
    assert reply.status_code == 200
    return reply.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "cures it",
                "does not: not for this charge",
                "does not: withdrawn",
                "open: it is not shown that the giver can bind its State",
                "plenos poderes",
                "189(xi)",
                "Nombra el cargo.",
                "none is counted",
            ),
        ),
        ("es", ("lo subsana", "no: no comprende este cargo", "no: fue retirado", "189(xi)", "no se cuentan")),
    ],
)
def test_each_bar_says_which_assurance_cures_it_and_why_others_do_not(
    as_officer: As, language: str, said: tuple[str, ...]
) -> None:
    shown = page(as_officer, language, promises(), "assurances")
    assert [words for words in said if words not in shown] == []


def test_an_auditor_reads_assurances_and_is_offered_no_act(as_officer: As) -> None:
    number = promises()
    assert "answer-assurance-question" in page(as_officer, "en", number, "assurances")
    assert "answer-assurance-question" not in page(as_officer, "en", number, "assurances", cast.DIEGO)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "tried within the grant",
                "tried outside the grant, without consent",
                "May be raised by the State that surrendered: art. 17(1)",
                "The 2nd Circuit held",
                "asked for, no answer on file",
            ),
        ),
        ("es", ("juzgado dentro de lo concedido", "Puede hacerlo valer el Estado que entregó", "Hallazgo")),
    ],
)
def test_the_ledger_shows_a_trial_outside_the_grant_as_a_finding_for_the_state(
    as_officer: As, language: str, said: tuple[str, ...]
) -> None:
    shown = page(as_officer, language, surrendered(), "speciality")
    assert [words for words in said if words not in shown] == []


def test_a_transfer_says_that_no_speciality_attaches(as_officer: As) -> None:
    number = opened(track("national-security-transfer")).number
    assert "No speciality attaches on this route" in page(as_officer, "en", number, "speciality")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Spain (q1)", "art. 16", "Decides: the executive", "cannot yet be put in order", "Turns on")),
        ("es", ("España (q1)", "Decide: el Ejecutivo", "aún no puede ordenarse", "Depende de")),
    ],
)
def test_competing_requests_are_shown_with_reasons_and_who_decides(
    as_officer: As, language: str, said: tuple[str, ...]
) -> None:
    number = rivalled()
    shown = page(as_officer, language, number, "competing")
    assert [words for words in said if words not in shown] == []
    assert f"/{language}/cases/{number}/competing/" in page(as_officer, language, number, "acts")


def test_a_case_that_knows_of_one_request_has_no_tab_for_others(as_officer: As) -> None:
    number = opened(track()).number
    assert "/competing/" not in page(as_officer, "en", number, "acts")
    assert "Only one State asks" in page(as_officer, "en", number, "competing")


@pytest.mark.parametrize("part", ["assurances", "speciality", "competing"])
def test_a_case_without_a_route_still_has_its_pages(as_officer: As, part: str) -> None:
    assert page(as_officer, "es", opened().number, part)
