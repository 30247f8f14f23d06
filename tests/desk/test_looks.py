"""The pages in a browser: nothing for axe to find, no sideways scroll, keys, place kept, session told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from dedere.registry.models import PublishedSource, Reading
from worklist import TODAY, a_case, a_handover, a_proposal

import cast
from looks import accessible, enter, policy_complaints, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    cast.BRUNO: (
        "",
        "cases/",
        "cases/?view=stayed",
        "cases/new/",
        "cases/many/",
        "find/?q=quinones",
        "find/?q=nobody",
        "ledger/",
        "ledger/readings/",
        "ledger/attempts/",
        "ledger/accounts/",
        "ledger/verify/",
        "ledger/check/",
        "sources/S-1/",
        "law/",
        "law/us-mx-1978/",
        "account/preferences/",
        "account/password/",
        "account/factor/",
        "officers/",
        "nowhere/",
    ),
    cast.ELENA: ("officers/", "officers/new/", "officers/ana/"),
    "": ("sign-in/",),
}


@pytest.fixture
def desk(live_server: LiveServer, page: Page, settings: Settings) -> Page:
    """A desk with some work on it, on the story's day."""
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()
    staff()
    for ordinal, days in enumerate((-2, 0, 2, 40), 1):
        a_case(ordinal, due=TODAY + timedelta(days=days), stayed=ordinal == 2, stays=int(ordinal == 2))
    a_proposal(a_case(5, cast.BRENDA, waiting_on="US", name_standing="spelling-disputed", simulated=True))
    a_handover()
    PublishedSource.objects.create(id="S-1", outlet="Gaceta", date="2025-02", language="es", tier="official")
    Reading.objects.create(at=cast.NOON, officer=cast.ANA, stream="MX-2025-0001", page="summary")
    page.set_default_timeout(10_000)
    return page


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk: Page, live_server: LiveServer, name: str, language: str, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 768})
    complaints = policy_complaints(desk)
    if name:
        enter(desk, live_server, name)
    for path in PAGES[name]:
        desk.goto(f"{live_server.url}/{language}/{path}")
        sound(desk, path)
    assert complaints == [], "the policy stopped something of our own"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_axe_finds_nothing_in_other_colours(desk: Page, live_server: LiveServer, look: str) -> None:
    enter(desk, live_server, cast.BRUNO)
    desk.context.add_cookies([{"name": "dedere-look", "value": look, "url": live_server.url}])
    for path in ("", "cases/", "ledger/check/"):
        desk.goto(f"{live_server.url}/es/{path}")
        accessible(desk, path)


def test_signing_in_needs_no_script(browser: object, desk: Page, live_server: LiveServer) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{live_server.url}/es/cases/")
    plain.fill("#id_login", cast.ANA)
    plain.fill("#id_password", cast.PASSWORD)
    plain.click("main button")
    expect(plain.locator("h1")).to_have_text("Expedientes")
    assert plain.url == f"{live_server.url}/es/cases/"
    plain.context.close()


def test_keys_walk_a_list_only_while_it_has_the_focus(desk: Page, live_server: LiveServer) -> None:
    enter(desk, live_server, cast.ANA)
    desk.goto(f"{live_server.url}/es/cases/")
    desk.keyboard.press("j")
    assert desk.evaluate("document.activeElement.tagName") == "BODY"
    desk.locator("tbody tr").first.focus()
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    boxes = desk.locator("tbody input[type=checkbox]")
    assert [box.is_checked() for box in boxes.all()] == [False, True, False, False, False]
    desk.keyboard.press("k")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/es/cases/MX-2025-0005/")


def test_control_k_goes_to_the_search_and_a_question_mark_shows_the_keys(
    desk: Page, live_server: LiveServer
) -> None:
    enter(desk, live_server, cast.ANA)
    desk.goto(f"{live_server.url}/en/cases/")
    desk.keyboard.press("?")
    expect(desk.locator("#desk-keys")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.keyboard.press("Control+k")
    assert desk.evaluate("document.activeElement.id") == "desk-search"
    desk.keyboard.type("?x")
    expect(desk.locator("#desk-keys")).to_be_hidden()
    assert desk.input_value("#desk-search") == "?x"


def test_the_language_switch_stays_on_page_query_and_place(desk: Page, live_server: LiveServer) -> None:
    enter(desk, live_server, cast.ANA)
    desk.set_viewport_size({"width": 800, "height": 300})
    desk.goto(f"{live_server.url}/es/cases/?view=all&stage=arrested")
    desk.evaluate("window.scrollTo(0, 180)")
    desk.locator("[data-keep-place]").dispatch_event("click")
    desk.wait_for_url("**/en/cases/?view=all&stage=arrested")
    expect(desk.locator("h1")).to_have_text("Cases")
    assert desk.evaluate("window.scrollY") == 180


def test_the_end_of_a_session_is_announced_and_staying_keeps_the_page(
    desk: Page, live_server: LiveServer
) -> None:
    enter(desk, live_server, cast.ANA)
    desk.clock.install()
    desk.goto(f"{live_server.url}/es/cases/new/")
    desk.fill("#id_person", cast.BRENDA)
    desk.clock.fast_forward("24:00")
    expect(desk.locator("#desk-session")).to_be_hidden()
    desk.clock.fast_forward("02:00")
    expect(desk.locator("#desk-session")).to_be_visible()
    desk.click("[data-stay] button")
    expect(desk.locator("#desk-session")).to_be_hidden()
    assert desk.input_value("#id_person") == cast.BRENDA


def test_with_forced_colours_the_page_stands(desk: Page, live_server: LiveServer) -> None:
    enter(desk, live_server, cast.ANA)
    desk.emulate_media(forced_colors="active")
    desk.goto(f"{live_server.url}/es/")
    assert desk.locator(".chip").first.evaluate("chip => getComputedStyle(chip).borderTopWidth") == "1px"


def test_on_paper_there_is_no_navigation(desk: Page, live_server: LiveServer) -> None:
    enter(desk, live_server, cast.ANA)
    desk.goto(f"{live_server.url}/es/")
    desk.emulate_media(media="print")
    expect(desk.locator(".desk-doors")).to_be_hidden()
    expect(desk.locator("h1")).to_be_visible()
