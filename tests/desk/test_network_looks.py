"""The network in a browser: both languages, two widths, by keyboard, nothing for axe to find."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from clerk.story import planned
from dedere.clerk.network import effects, plans, regrowth, whole
from dedere.clerk.network import told as telling
from dedere.clerk.network.groups import groups_of
from dedere.clerk.network.standing import standings
from dedere.clerk.network.told import Told
from dedere.links.objective import Objective
from dedere.registry.models import PartyRow, TieRow
from network import loaded

import cast
from looks import accessible, enter, policy_complaints, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


PLAN = "network/N-2025-0001/plan/?each=1&waves=2&months=3&objective=pairs"


def party(id: str) -> str:
    return f"network/party/{PartyRow.objects.get(id=id).key}/"


def pages() -> tuple[str, ...]:
    counsel = TieRow.objects.get(kind="counsel-of").key
    return (
        "network/",
        party("T"),
        f"{party('banda')}?reach=3&year=2022",
        party("E"),
        f"{party('A')}path/?to=D",
        f"network/tie/{counsel}/",
        "network/N-2025-0001/effect/?group=H-2025-0001",
        "network/N-2025-0001/regrow/?group=H-2025-0001",
        "network/N-2025-0001/whole/",
        "network/N-2025-0001/plan/",
        PLAN,
    )


@pytest.fixture
def desk(live_server: LiveServer, page: Page, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A network with a person of a handover in it; Bruno has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()
    staff()
    monkeypatch.setattr(effects, "DRAWS", 40)
    (listed,) = planned(1).handover.active
    told = telling.told(loaded(cases={"T": listed.case}).row)
    effects.work_out(told, groups_of(told), at=cast.NOON)
    whole.work_out(told, at=cast.NOON)
    monkeypatch.setattr(regrowth, "DRAWS", 20)
    regrowth.work_out(1, network=told.row.number, at=cast.NOON)
    planning(told)
    page.set_default_timeout(20_000)
    enter(page, live_server, cast.BRUNO)
    return page


def planning(told: Told) -> None:
    """The plan of PLAN worked out, from the case of the handover: open, since nothing of it is decided."""
    today = cast.NOON.date()
    lists = plans.lists_of(told, standings([each.case for each in told.parties], today), today)
    asked = plans.Asked(each=1, waves=2, months=3, objective=Objective.PAIRS)
    plans.work_out(told, lists, asked, at=cast.NOON)


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk: Page, live_server: LiveServer, language: str, width: int
) -> None:
    desk.set_viewport_size({"width": width, "height": 768})
    complaints = policy_complaints(desk)
    for path in pages():
        desk.goto(f"{live_server.url}/{language}/{path}")
        sound(desk, path)
    assert complaints == [], "the policy stopped something of our own"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_axe_finds_nothing_in_other_colours(desk: Page, live_server: LiveServer, look: str) -> None:
    desk.context.add_cookies([{"name": "dedere-look", "value": look, "url": live_server.url}])
    for path in pages()[:2]:
        desk.goto(f"{live_server.url}/es/{path}")
        accessible(desk, path)


def test_a_neighbour_in_the_picture_is_reached_and_opened_by_keyboard(
    desk: Page, live_server: LiveServer
) -> None:
    desk.goto(f"{live_server.url}/en/{party('T')}")
    link = desk.locator(".net-node a[aria-label='Los Inventados, organisation']")
    for _ in range(60):
        desk.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    expect(link).to_be_focused()
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/{party('banda')}")


def test_standing_in_a_row_lights_its_line(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/en/{party('T')}")
    row = desk.locator("tr[data-tie]").first
    row.locator("a").nth(1).focus()
    key = row.get_attribute("data-tie")
    expect(desk.locator(f".net-tie[data-ties='{key}']")).to_have_class(
        "net-tie net-tie--reported net-tie--lit"
    )


def test_the_slider_moves_through_the_years(desk: Page, live_server: LiveServer) -> None:
    desk.goto(f"{live_server.url}/en/{party('banda')}")
    slider = desk.locator("input[type=range]")
    slider.focus()
    desk.keyboard.press("Home")
    desk.wait_for_url("**year=2019**")
    expect(desk.locator("select[name=year]")).to_have_value("2019")


def test_ties_are_filtered_without_script(browser: Browser, desk: Page, live_server: LiveServer) -> None:
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(desk.context.cookies())
    page = plain.new_page()
    page.goto(f"{live_server.url}/es/{party('banda')}")
    page.select_option("select[name=basis]", "proved-in-court")
    page.click("form[data-years-form] button")
    expect(page.locator("tr[data-tie]:not(.govuk-visually-hidden)").first).to_be_visible()
    assert page.locator(".net-ties .net-tie").count() == 1
    plain.close()


@pytest.mark.parametrize(("language", "kind"), [("es", "organización"), ("en", "organisation")])
def test_the_canvas_is_walked_by_keyboard_and_opens_whom_it_stands_on(
    desk: Page, live_server: LiveServer, language: str, kind: str
) -> None:
    desk.goto(f"{live_server.url}/{language}/network/N-2025-0001/whole/")
    desk.wait_for_selector("[data-whole][data-ready]")
    desk.focus("canvas")
    said = desk.locator("[data-whole] [role=status]")
    met: set[str] = set()
    for press in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown") * 3:
        desk.keyboard.press(press)
        met.add(said.inner_text())
    assert len(met) > 1
    assert any(kind in each for each in met)
    for press in ("+", "-", "0"):
        desk.keyboard.press(press)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/network/party/**")
    assert any(desk.locator("h1").inner_text() in each for each in met)


def test_a_plan_is_asked_for_without_script(browser: Browser, desk: Page, live_server: LiveServer) -> None:
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(desk.context.cookies())
    page = plain.new_page()
    page.goto(f"{live_server.url}/en/network/N-2025-0001/plan/")
    page.fill("input[name=each]", "1")
    page.select_option("select[name=waves]", "2")
    page.select_option("select[name=objective]", "pairs")
    page.click("button:text-is('Plan')")
    expect(page.locator(".net-headline")).to_contain_text("one goes")
    plain.close()
