"""The pages of both laws: each step with its article, what is missing, contradictions, the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from clerk.story import act, charges, opened, track
from dedere.docket.entries import FactEstablished
from paper.printed import Printed

import cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db
ESTABLISHED: dict[str, bool | int | str] = {
    "federal-offence-in-both": True,
    "death-penalty-in-requesting": False,
    "us-limitation-class": "general",
    "mx-limitation-class": "general",
    "offence-duration": "instant",
    "offence-on": "2015-03-10",
    "charge-brought-on": "2017-01-10",
    "prior-decision-needed": False,
    "offence-form": "completed",
    "complaint-required": False,
    "minimum-requested": 60,
    "maximum-requested": 120,
    "time-barred-in-requesting": True,
}


def story(**more: bool | int | str) -> str:
    """A case whose American charge came in time though the file asserts a lapse; the Mexican time is open."""
    facts = ESTABLISHED | {name.replace("_", "-"): value for name, value in more.items()}
    return opened(
        track(),
        charges(),
        act("establish-fact", FactEstablished(fact="person-status", value="accused")),
        *(
            act("establish-fact", FactEstablished(fact=name, value=value, charge="1"))
            for name, value in facts.items()
        ),
    ).number


def page(as_officer: As, address: str, name: str = cast.ANA) -> str:
    reply = as_officer(name).get(address)
    assert reply.status_code == 200
    return reply.content.decode()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "The charge of 10\u00a0Jan\u00a02017 came in time",
                "art. 3282(a), 18 USC ch. 213",
                "Last day: 10\u00a0Sep",
                "asserts otherwise than is computed",
                "Not known from here on:",
            ),
        ),
        (
            "es",
            (
                "La acusación del 10\u00a0ene\u00a02017 llegó en tiempo",
                "art. 105, Código Penal Federal",
                "afirma lo contrario de lo computado",
                "A partir de aquí no consta:",
            ),
        ),
    ],
)
def test_lapse_of_time_is_told_step_by_step_under_both_laws(
    as_officer: As, language: str, said: tuple[str, ...]
) -> None:
    shown = page(as_officer, f"/{language}/cases/{story()}/limitation/")
    assert [words for words in said if words not in shown] == []


def test_an_auditor_reads_what_is_missing_and_is_offered_no_act(as_officer: As) -> None:
    address = f"/en/cases/{story()}/limitation/"
    assert "establish-fact" in page(as_officer, address)
    assert "establish-fact" not in page(as_officer, address, cast.DIEGO)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("60 months", "Punishable under the federal laws of both", "Elements not entered"),
        ),
        ("es", ("60 meses", "Punible conforme a las leyes federales de ambos", "Elementos sin capturar")),
    ],
)
def test_the_worksheet_shows_penalties_ways_and_answers(
    as_officer: As, language: str, said: tuple[str, ...]
) -> None:
    shown = page(as_officer, f"/{language}/cases/{story()}/worksheet/")
    assert [words for words in said if words not in shown] == []


def test_a_case_without_a_route_has_nothing_to_compare(as_officer: As) -> None:
    number = opened().number
    for part in ("limitation", "worksheet"):
        assert "<table" not in page(as_officer, f"/es/cases/{number}/{part}/")


def test_the_requirements_lead_to_the_computation_and_show_a_contradiction(as_officer: As) -> None:
    number = story()
    shown = page(as_officer, f"/en/cases/{number}/requirements/?charge=1")
    assert f'href="/en/cases/{number}/limitation/?track=t1"' in shown
    assert f'href="/en/cases/{number}/worksheet/?track=t1"' in shown
    assert "asserts otherwise than is computed" in shown


def test_a_computed_fact_is_proved_by_its_law(as_officer: As) -> None:
    number = story(time_barred_in_requesting=False)
    shown = page(as_officer, f"/es/cases/{number}/requirements/?charge=1")
    assert "art. 3282(a), 18 USC cap. 213" in shown


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Both laws side by side", "The time is 60 months.", "Not known from here on:")),
        (
            "es",
            ("Las dos leyes, una junto a la otra", "El plazo es de 60 meses."),
        ),
    ],
)
def test_both_laws_are_printed_in_the_language_of_the_page(
    as_officer: As, language: str, said: tuple[str, ...]
) -> None:
    answer = as_officer(cast.ANA).get(f"/{language}/cases/{story()}/both-laws.pdf")
    printed = Printed(answer.content)
    assert [words for words in said if words not in printed.text] == []
