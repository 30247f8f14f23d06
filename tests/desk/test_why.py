"""One article of a case: why it was found so, and what would change it, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from clerk.story import act, charges, opened, track
from dedere.docket.entries import StayOrdered
from paper.printed import Printed

import cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db


def stayed() -> str:
    stay = StayOrdered(stay="amparo-7", court="Juzgado Séptimo", covers="extradition")
    return opened(track(), charges(), act("record-stay", stay)).number


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_stay_says_what_would_lift_it_and_how_the_charge_would_stand(as_officer: As, language: str) -> None:
    place = f"/{language}/cases/{stayed()}/requirements/mx-amparo/amparo-126-stay/?charge=1"
    page = as_officer(cast.ANA).get(place).content.decode()
    for words in {
        "es": (
            "Qué lo cambiaría",
            "El cargo quedaría entonces: faltan datos",
            "Ninguno es una recomendación",
        ),
        "en": ("What would change it", "The charge would then stand: facts are missing", "recommendation"),
    }[language]:
        assert words in page


def test_every_row_of_the_requirements_leads_to_its_page(as_officer: As) -> None:
    number, client = stayed(), as_officer(cast.ANA)
    page = client.get(f"/en/cases/{number}/requirements/").content.decode()
    place = f"/en/cases/{number}/requirements/us-mx-1978/death-penalty/"
    assert f'href="{place}?track=t1"' in page
    told = client.get(place).content.decode()
    assert "the requesting State can give it" in told


def test_an_article_that_is_not_in_force_has_no_page(as_officer: As) -> None:
    client = as_officer(cast.ANA)
    assert client.get(f"/en/cases/{stayed()}/requirements/us-mx-1976/x/").status_code == 404


def test_the_assessment_is_printed_from_the_requirements(as_officer: As) -> None:
    number, client = stayed(), as_officer(cast.ANA)
    assert (
        f"/es/cases/{number}/assessment.pdf?track=t1"
        in client.get(f"/es/cases/{number}/requirements/").content.decode()
    )
    answer = client.get(f"/es/cases/{number}/assessment.pdf?track=t1")
    assert answer["Content-Type"] == "application/pdf"
    assert "nunca una decisión" in Printed(answer.content).text
    assert client.get("/es/cases/MX-2025-0099/assessment.pdf").status_code == 404
