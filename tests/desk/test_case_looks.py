"""A case's pages and the board in a browser: axe, 320 px, eighteen rows, no script, the effect in place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from clerk.story import act, charges, opened, planned, track
from dedere import clerk
from dedere.docket.entries import Noted, StayOrdered, SurrenderOrdered, UndertakingGiven

import cast
from looks import enter, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CASE, HANDOVER = "cases/MX-2025-0001/", "handovers/H-2025-0001/"
PAGES = (
    CASE,
    f"{CASE}requirements/",
    f"{CASE}requirements/?charge=1",
    f"{CASE}requirements/mx-amparo/amparo-126-stay/?charge=1",
    f"{CASE}acts/",
    f"{CASE}acts/note/",
    f"{CASE}acts/state-charges/",
    f"{CASE}acts/establish-fact/",
    f"{CASE}acts/establish-fact/?fact=person-status",
    f"{CASE}sign/6/",
    "handovers/",
    "handovers/plan/",
    HANDOVER,
    f"{HANDOVER}fill/medical/",
    f"{HANDOVER}go/",
    f"{HANDOVER}change/plan-leg/",
)
PEOPLE = 29


@pytest.fixture
def desk(live_server: LiveServer, page: Page, settings: Settings) -> Page:
    """A case with something of everything, and a handover of 29; Bruno has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.later(hours=1).isoformat()
    staff()
    fill()
    page.set_default_timeout(10_000)
    enter(page, live_server, cast.BRUNO)
    return page


def fill() -> None:
    stay = StayOrdered(stay="amparo-7", court="Juzgado Séptimo", covers="extradition")
    promised = UndertakingGiven(undertaking="u1", giver="Departamento de Justicia", about="death-penalty")
    case = opened(
        track("national-security-transfer"),
        charges(),
        act("record-stay", stay),
        act("record-undertaking", promised),
        aliases=("El Notario",),
    )
    order = act("order-surrender", SurrenderOrdered(authority="SRE"))
    clerk.file(case.number, order, by=cast.ANA, at=cast.NOON)
    planned(PEOPLE)


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk: Page, live_server: LiveServer, language: str, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 768})
    for place in PAGES:
        desk.goto(f"{live_server.url}/{language}/{place}")
        sound(desk, place)


@pytest.mark.parametrize("width", [1366, 320])
def test_axe_finds_nothing_in_what_an_amendment_touches(
    desk: Page, live_server: LiveServer, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 768})
    desk.goto(f"{live_server.url}/es/law/mx-lsn-2005/")
    text = desk.input_value("#id_text")
    for copy in (text.replace("in_force", "since", 1), text.replace("in_force  = 20", "in_force  = 21", 1)):
        desk.fill("#id_text", copy)
        desk.get_by_role("button", name="Ver los expedientes que toca").click()
        expect(desk.locator("h1")).to_be_visible()
        sound(desk, desk.url)
    expect(desk.locator("tbody a").first).to_have_text("MX-2025-0030")


def test_eighteen_of_twenty_nine_rows_are_seen_at_once(desk: Page, live_server: LiveServer) -> None:
    desk.set_viewport_size({"width": 1366, "height": 768})
    for language in ("es", "en"):
        desk.goto(f"{live_server.url}/{language}/{HANDOVER}")
        rows = desk.locator("table.board tbody tr")
        assert rows.count() == PEOPLE
        box = rows.nth(17).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 768, language


def test_the_effect_appears_in_place_and_what_was_typed_stays(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/en/{CASE}acts/note/")
    desk.get_by_label("Title").fill("Llamada")
    desk.get_by_label("Text").fill("Se llamó al juzgado.")
    desk.get_by_role("button", name="Show the effect").click()
    expect(desk.locator("#effect")).to_contain_text("Tells the other State: no")
    assert desk.get_by_label("Title").input_value() == "Llamada"


def test_an_act_is_recorded_without_any_script(desk: Page, live_server: LiveServer, browser: Browser) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    enter(page, live_server, cast.ANA)
    page.goto(f"{live_server.url}/es/{CASE}acts/note/")
    page.get_by_label("Título").fill("Llamada")
    page.get_by_label("Texto").fill("Se llamó al juzgado.")
    page.get_by_role("button", name="Ver el efecto").click()
    expect(page.locator("#effect")).to_contain_text("Se asienta con fecha")
    page.get_by_role("button", name="Registrar la actuación").click()
    expect(page.locator(".desk-said")).to_contain_text("Registrado")
    entry = clerk.case("MX-2025-0001").lines[-1].entry
    assert isinstance(entry, Noted)
    plain.close()


def test_after_an_error_the_summary_has_the_focus_and_leads_to_the_field(
    desk: Page, live_server: LiveServer
) -> None:
    desk.goto(f"{live_server.url}/en/{CASE}acts/note/")
    desk.get_by_role("button", name="Record the act").click()
    summary = desk.locator(".govuk-error-summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.click()
    expect(desk.get_by_label("Title")).to_be_focused()
