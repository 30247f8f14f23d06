"""The pages of terms in a browser: axe finds nothing, and nothing scrolls sideways at 320 px."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from desk.terms_story import promises, rivalled, surrendered

import cast
from looks import enter, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pages(live_server: LiveServer, page: Page, settings: Settings) -> tuple[str, ...]:
    """The three pages, each of a case with something of everything, and their acts; Ana has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.later(hours=1).isoformat()
    staff()
    parts = ((promises, "assurances"), (surrendered, "speciality"), (rivalled, "competing"))
    found = tuple(f"cases/{story()}/{part}/" for story, part in parts)
    acts = ("record-undertaking", "change-undertaking", "answer-assurance-question", "record-other-request")
    found += tuple(f"cases/MX-2025-0001/acts/{each}/" for each in acts)
    page.set_default_timeout(10_000)
    enter(page, live_server, cast.ANA)
    return found


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    pages: tuple[str, ...], page: Page, live_server: LiveServer, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    for place in pages:
        page.goto(f"{live_server.url}/{language}/{place}")
        for details in page.locator("main details").all():
            details.evaluate("each => each.open = true")
        sound(page, place)
