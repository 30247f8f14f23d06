"""What sources say, in a browser: nothing for axe to find, a claim confirmed by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from clerk.claimstory import TEXT, told
from dedere.clerk.events import event_file
from dedere.docket.entries import ClaimConfirmed

import cast
from looks import accessible, enter, policy_complaints, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def event() -> str:
    """An event on which two newspapers and a third disagree."""
    return told()


@pytest.fixture
def desk(event: str, live_server: LiveServer, page: Page, settings: Settings) -> Page:
    """Bruno has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()
    staff()
    page.set_default_timeout(10_000)
    enter(page, live_server, cast.BRUNO)
    return page


def read(desk: Page, address: str) -> None:
    """Paste the report and have it read."""
    desk.goto(address)
    desk.fill("#f-text", TEXT)
    desk.click("main form .govuk-button")
    desk.wait_for_selector(".claims-mark")


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk: Page, live_server: LiveServer, event: str, language: str, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 768})
    complaints = policy_complaints(desk)
    for path in ("claims/", f"claims/{event}/", "claims/read/"):
        desk.goto(f"{live_server.url}/{language}/{path}")
        sound(desk, path)
    read(desk, f"{live_server.url}/{language}/claims/read/")
    sound(desk, "the report")
    desk.click("form[action*='/confirm/'] .govuk-button")
    expect(desk.locator("[role=alert]")).to_be_visible()
    sound(desk, "the report with what is missing")
    assert complaints == [], "the policy stopped something of our own"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_axe_finds_nothing_in_other_colours(
    desk: Page, live_server: LiveServer, event: str, look: str
) -> None:
    desk.context.add_cookies([{"name": "dedere-look", "value": look, "url": live_server.url}])
    desk.goto(f"{live_server.url}/es/claims/{event}/")
    accessible(desk, "the event")
    read(desk, f"{live_server.url}/es/claims/read/")
    accessible(desk, "the report")


def test_a_claim_is_found_in_the_text_ticked_and_confirmed_by_keyboard_alone(
    desk: Page, live_server: LiveServer, event: str
) -> None:
    read(desk, f"{live_server.url}/en/claims/read/")
    mark = desk.locator(".claims-mark__row").first
    mark.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("tr:target")).to_be_visible()
    desk.locator("input[name=take]").first.focus()
    desk.keyboard.press("Space")
    desk.locator("#c-source").focus()
    desk.keyboard.type("DAILY")
    desk.keyboard.press("Enter")
    expect(desk.locator(".desk-said--success")).to_contain_text("One claim recorded")
    entry = event_file(event).lines[-1].entry
    assert isinstance(entry, ClaimConfirmed)
    assert entry.source == "DAILY"
    assert entry.report


def test_a_verdict_is_told_by_sign_and_words_and_the_text_stays_whole(
    desk: Page, live_server: LiveServer
) -> None:
    read(desk, f"{live_server.url}/en/claims/read/")
    against = desk.locator(".claims-mark--contradicted").first
    expect(against).to_contain_text("✕")
    expect(against).to_contain_text("contradicted")
    shown = desk.evaluate(
        "() => { const text = document.querySelector('.claims-text').cloneNode(true);"
        " text.querySelectorAll('a').forEach(each => each.remove()); return text.textContent; }"
    )
    assert shown == TEXT.replace("\r\n", "\n")
