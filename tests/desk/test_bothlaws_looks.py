"""The pages of both laws in a browser: axe finds nothing, and nothing scrolls sideways at 320 px."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from desk.test_bothlaws import story

import cast
from looks import enter, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def number(live_server: LiveServer, page: Page, settings: Settings) -> str:
    """A case with something on every page; Ana has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.later(hours=1).isoformat()
    staff()
    told = story()
    page.set_default_timeout(10_000)
    enter(page, live_server, cast.ANA)
    return told


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    number: str, page: Page, live_server: LiveServer, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 768})
    for part in ("limitation", "worksheet"):
        page.goto(f"{live_server.url}/{language}/cases/{number}/{part}/")
        for details in page.locator("main details").all():
            details.evaluate("each => each.open = true")
        sound(page, part)
