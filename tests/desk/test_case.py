"""The page of a case: who, what comes next, what happened, and who may see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from clerk.story import act, charges, opened, track
from dedere import clerk
from dedere.docket.entries import Corrected, Noted, StayOrdered, UndertakingGiven
from dedere.registry.models import JournalLine, Reading

import cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db


def told() -> str:
    """Teodoro's case: a route, a charge, a stay, an undertaking, a note and its correction."""
    stay = StayOrdered(stay="amparo-7", court="Juzgado Séptimo", covers="extradition")
    promised = UndertakingGiven(undertaking="u1", giver="Departamento de Justicia", about="death-penalty")
    note = Noted(title="Nota errónea", text="lo que no fue")
    case = opened(
        track(),
        charges(),
        act("record-stay", stay),
        act("record-undertaking", promised),
        act("note", note),
        aliases=("El Notario",),
        nationalities=("MX",),
    )
    wrong = Corrected(line=case.version, reason="se equivocó de expediente", holds="nada")
    filed = clerk.file(case.number, act("correct", wrong), by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, clerk.Filed)
    assert clerk.sign(case.number, filed.case.version, by=cast.BRUNO, at=cast.NOON)
    return case.number


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_case_shows_who_it_is_about_what_stands_and_what_happened(as_officer: As, language: str) -> None:
    page = as_officer(cast.ANA).get(f"/{language}/cases/{told()}/").content.decode()
    for words in (cast.TEODORO, "El Notario", "amparo-7", "Juzgado Séptimo", "Departamento de Justicia"):
        assert words in page
    assert {"es": "Lo que sigue", "en": "The one next thing"}[language] in page


def test_a_corrected_line_stays_and_is_struck_with_its_correction(as_officer: As) -> None:
    page = as_officer(cast.ANA).get(f"/en/cases/{told()}/").content.decode()
    assert "<s>lo que no fue</s>" in page
    assert "se equivocó de expediente" in page


def test_every_line_shows_the_digest_it_was_chained_with(as_officer: As) -> None:
    number = told()
    page = as_officer(cast.ANA).get(f"/en/cases/{number}/").content.decode()
    digests = [row.leaf for row in JournalLine.objects.filter(stream=number)]
    assert all(digest in page for digest in digests)


def test_opening_a_case_puts_the_reading_on_record(as_officer: As) -> None:
    number = told()
    as_officer(cast.DIEGO).get(f"/es/cases/{number}/")
    assert Reading.objects.filter(officer=cast.DIEGO, stream=number).count() == 1


def test_whoever_else_is_on_the_page_is_named(as_officer: As) -> None:
    number = told()
    as_officer(cast.ANA).get(f"/es/cases/{number}/")
    assert "ana" in as_officer(cast.BRUNO).get(f"/es/cases/{number}/").content.decode()


@pytest.mark.parametrize(("who", "status"), [(cast.CARLA, 403), (cast.ELENA, 403), (cast.DIEGO, 200)])
def test_escorts_and_administrators_see_no_case(as_officer: As, who: str, status: int) -> None:
    number = told()
    for place in ("", "requirements/", "acts/"):
        assert as_officer(who).get(f"/es/cases/{number}/{place}").status_code == status


def test_a_case_that_is_not_there_is_said_to_be_missing(as_officer: As) -> None:
    answer = as_officer(cast.ANA).get("/en/cases/MX-2025-9999/")
    assert answer.status_code == 404
    assert "MX-2025-9999" in answer.content.decode()


@pytest.mark.parametrize("language", ["es", "en"])
def test_requirements_name_article_finding_and_decider_and_never_advise(
    as_officer: As, language: str
) -> None:
    page = as_officer(cast.ANA).get(f"/{language}/cases/{told()}/requirements/").content.decode()
    assert {"es": "falta: no consta", "en": "missing: not known"}[language] in page
    assert {"es": "aún no cotejado", "en": "not yet checked"}[language] in page
    assert "we advise" not in page


def test_requirements_read_one_charge_where_asked(as_officer: As) -> None:
    number = told()
    page = as_officer(cast.ANA).get(f"/es/cases/{number}/requirements/?charge=1").content.decode()
    assert "Contrabando" in page


def test_a_case_without_a_route_says_that_nothing_can_be_read(as_officer: As) -> None:
    number = opened().number
    page = as_officer(cast.ANA).get(f"/en/cases/{number}/requirements/").content.decode()
    assert "Open a route" in page
