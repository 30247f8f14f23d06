"""The Matches page in a browser: decided by keyboard alone in both languages, nothing for axe to find."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from clerk.pairday import decides, kept, proposed
from clerk.story import opened
from dedere.persons.proposal import Band
from dedere.registry.models import DecidedRow
from rolls import held, pair, wanted

import cast
from looks import accessible, enter, policy_complaints, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REOPENED, AWAITING = pair("W-5").key, pair("W-3").key
PAGES = (
    "matches/",
    f"matches/{REOPENED}/?tab=reopened",
    f"matches/{AWAITING}/?tab=awaiting",
    "matches/?tab=unsettled",
    "matches/?tab=decided",
    "matches/R-2025-0001/",
    f"matches/{REOPENED}/names/",
    "cases/MX-2025-0001/names/",
)


@pytest.fixture
def desk(live_server: LiveServer, page: Page, settings: Settings) -> Page:
    """A queue with something in most tabs; Bruno has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()
    staff()
    opened(aliases=("El Güero",))
    usual = [proposed(other=held(f"R-{n}"), bits=20.0 - n) for n in range(1, 4)]
    usual += [proposed(wanted("W-2"), band=Band.REVIEW), proposed(wanted("W-3"))]
    kept(*usual, proposed(wanted("W-5")))
    decides("same", key=AWAITING, words=(wanted(), held()))
    decides("not-the-same", key=REOPENED, words=(wanted(), held()))
    kept(*usual, proposed(wanted("W-5", sex="M")))
    page.set_default_timeout(10_000)
    enter(page, live_server, cast.BRUNO)
    return page


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk: Page, live_server: LiveServer, language: str, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 768})
    complaints = policy_complaints(desk)
    for path in PAGES:
        desk.goto(f"{live_server.url}/{language}/{path}")
        sound(desk, path)
    assert complaints == [], "the policy stopped something of our own"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_axe_finds_nothing_in_other_colours(desk: Page, live_server: LiveServer, look: str) -> None:
    desk.context.add_cookies([{"name": "dedere-look", "value": look, "url": live_server.url}])
    for path in PAGES[:3]:
        desk.goto(f"{live_server.url}/es/{path}")
        accessible(desk, path)


@pytest.mark.parametrize(
    ("language", "recorded", "confirmed"),
    [
        ("es", "Registrado como P-2025-0003: Personas distintas.", "Confirmado: P-2025-0001"),
        ("en", "Recorded as P-2025-0003: Not the same person.", "Confirmed: P-2025-0001"),
    ],
)
def test_a_pair_is_decided_and_another_confirmed_by_keyboard_alone(
    desk: Page, live_server: LiveServer, language: str, recorded: str, confirmed: str
) -> None:
    desk.goto(f"{live_server.url}/{language}/matches/")
    expect(desk.locator(".match-row[aria-current]")).to_be_focused()
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/{pair(register='R-2').key}/**")
    desk.keyboard.press("n")
    expect(desk.locator("#f-reason")).to_be_focused()
    desk.keyboard.type("the finger-prints differ, says snc")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/{pair(register='R-3').key}/**")
    expect(desk.locator(".desk-said")).to_contain_text(recorded)
    expect(desk.locator(".match-row[aria-current]")).to_be_focused()
    row = DecidedRow.objects.get(register_id="R-2")
    assert (row.verdict, row.reason) == ("not-the-same", "the finger-prints differ, says snc")
    desk.goto(f"{live_server.url}/{language}/matches/?tab=awaiting")
    walk_to(desk, "form[action*='/sign/'] button")
    desk.keyboard.press("Enter")
    expect(desk.locator(".desk-said")).to_contain_text(confirmed)
    assert DecidedRow.objects.get(wanted_id="W-3").second == cast.BRUNO


def walk_to(desk: Page, selector: str) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(60):
        desk.keyboard.press("Tab")
        if desk.evaluate("wanted => document.activeElement === document.querySelector(wanted)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_keys_choose_only_for_the_pair_that_is_shown_and_only_from_the_list(
    desk: Page, live_server: LiveServer
) -> None:
    desk.goto(f"{live_server.url}/es/matches/")
    desk.keyboard.press("j")
    desk.keyboard.press("s")
    assert desk.locator("input[name=verdict]:checked").count() == 0
    desk.locator("h1").click()
    desk.keyboard.press("c")
    assert desk.locator("input[name=verdict]:checked").count() == 0
    desk.keyboard.press("?")
    expect(desk.locator("#desk-keys")).to_contain_text("misma persona, personas distintas")


def test_a_pair_is_decided_without_script(browser: Browser, desk: Page, live_server: LiveServer) -> None:
    cookies = desk.context.cookies()
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(cookies)
    page = plain.new_page()
    page.goto(f"{live_server.url}/es/matches/")
    page.check("input[value=cannot-say]")
    page.fill("#f-reason", "faltan huellas")
    page.click(".match-say__go")
    assert DecidedRow.objects.filter(verdict="cannot-say").count() == 1
    plain.close()


def test_both_records_the_question_and_the_reason_are_in_view_at_once(
    desk: Page, live_server: LiveServer
) -> None:
    desk.set_viewport_size({"width": 1366, "height": 768})
    desk.goto(f"{live_server.url}/es/matches/")
    for selector in (
        ".match-head__names",
        ".match-sides tbody tr:first-child",
        ".match-say__go",
        ".match-row",
    ):
        expect(desk.locator(selector).first).to_be_in_viewport()
