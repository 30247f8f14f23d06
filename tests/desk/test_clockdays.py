"""A clock's page: every day from its start to its last on a calendar, and why each counts or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from clerk.story import act, charges, opened, track
from dedere.docket.entries import ProvisionalArrestSought, ProvisionallyArrested

import cast
from looks import enter, sound, staff

As = Callable[[str], Client]


def arrested() -> str:
    """Teodoro, arrested provisionally at noon of the story's day."""
    sought, arrest = ProvisionalArrestSought(), ProvisionallyArrested(place="Toluca")
    case = opened(
        track(), charges(), act("seek-provisional-arrest", sought), act("record-provisional-arrest", arrest)
    )
    return f"cases/{case.number}/clocks/provisional-arrest-term/"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["es", "en"])
def test_sixty_days_are_shown_from_day_zero_to_the_last(as_officer: As, language: str) -> None:
    page = as_officer(cast.ANA).get(f"/{language}/{arrested()}").content.decode()
    zero, last = {
        "es": ("día 0: inicia el plazo", "se cuenta; el último día"),
        "en": ("day 0: the clock starts", "counts; the last day"),
    }[language]
    assert page.count("dayline--counted ") == 60
    assert page.count(f": 0, {zero}") == 1
    assert page.count(f": 60, {last}") == 1


@pytest.mark.django_db
def test_a_clock_that_has_not_started_has_no_page(as_officer: As) -> None:
    place = arrested().replace("provisional-arrest-term", "surrender-term")
    assert as_officer(cast.ANA).get(f"/en/{place}").status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1366, 320])
def test_axe_finds_nothing_on_the_calendar(live_server: LiveServer, page: Page, width: int) -> None:
    staff()
    place = arrested()
    enter(page, live_server, cast.BRUNO)
    page.set_viewport_size({"width": width, "height": 768})
    for language in ("es", "en"):
        page.goto(f"{live_server.url}/{language}/{place}")
        sound(page, page.url)
