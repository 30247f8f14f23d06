"""The custody leg in a browser: axe, 320 px, no script, and a device that loses its connection."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from clerk.story import act, carried, giving, planned, ready
from dedere import clerk
from dedere.docket.entries.review import StayOrdered
from dedere.docket.handover import Handover, Step

import cast
from looks import enter, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(live_server: LiveServer, page: Page, settings: Settings) -> Page:
    """A phone in Carla's hand, an hour after noon."""
    settings.DEDERE_DEMO_CLOCK = cast.later(hours=1).isoformat()
    staff()
    page.set_viewport_size({"width": 375, "height": 740})
    page.set_default_timeout(10_000)
    enter(page, live_server, cast.CARLA)
    return page


def address(handover: Handover, ordinal: int | None = 0) -> str:
    person = "" if ordinal is None else f"{handover.active[ordinal].case}/"
    return f"handovers/{handover.id}/leg/{person}"


def step_of(handover: Handover, ordinal: int = 0) -> Step:
    return clerk.handover(handover.id).active[ordinal].step


def fill_identity(page: Page) -> None:
    page.get_by_label("Huellas dactilares").check()
    page.fill("[name=detail]", "ficha 7")


@pytest.mark.parametrize("width", [375, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    phone: Page, live_server: LiveServer, language: str, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    waiting, checked = planned(2).handover, ready(3).handover
    clerk.file(
        checked.active[1].case,
        act("record-stay", StayOrdered(stay="s1", court="Juzgado Quinto de Distrito")),
        by=cast.ANA,
        at=cast.NOON,
    )
    carried(checked.id, giving(checked.active[2].case), by=cast.ANA)
    paths = [address(waiting), address(waiting, None), f"{address(checked, None)}?step=give-over"]
    paths += [address(checked, ordinal) for ordinal in range(3)]
    for path in paths:
        phone.goto(f"{live_server.url}/{language}/{path}")
        sound(phone, path)


def test_a_step_needs_no_script(phone: Page, live_server: LiveServer) -> None:
    handover = planned(1).handover
    plain = phone.context.browser.new_context(java_script_enabled=False).new_page()
    enter(plain, live_server, cast.CARLA)
    plain.goto(f"{live_server.url}/es/{address(handover)}")
    fill_identity(plain)
    plain.click(".leg-save")
    expect(plain.locator(".desk-said")).to_contain_text("Registrado: Identificar")
    assert step_of(handover) is Step.IDENTIFIED
    plain.context.close()


def test_without_connection_the_step_is_kept_and_sent_once_when_it_returns(
    phone: Page, live_server: LiveServer
) -> None:
    handover = planned(1).handover
    phone.goto(f"{live_server.url}/es/{address(handover)}")
    fill_identity(phone)
    phone.context.set_offline(True)
    phone.click(".leg-save")
    expect(phone.locator("[data-leg-count]")).to_have_text("Guardado en este dispositivo, en espera: 1")
    assert step_of(handover) is Step.LISTED
    kept = phone.evaluate("localStorage.getItem('dedere-leg')")
    phone.context.set_offline(False)
    expect(phone.locator("[data-leg-said]")).to_contain_text("Enviado.")
    assert step_of(handover) is Step.IDENTIFIED
    assert phone.evaluate("localStorage.getItem('dedere-leg')") == "[]"
    lines = clerk.handover(handover.id).version
    phone.evaluate("kept => localStorage.setItem('dedere-leg', kept)", kept)
    phone.reload()
    expect(phone.locator("[data-leg-said]")).to_contain_text("Enviado.")
    assert clerk.handover(handover.id).version == lines, "sent twice, filed once"


def test_what_the_desk_refuses_stays_on_the_device_with_the_reason(
    phone: Page, live_server: LiveServer
) -> None:
    handover = planned(1).handover
    phone.goto(f"{live_server.url}/en/{address(handover)}")
    phone.get_by_label("Fingerprints").check()
    phone.fill("[name=when_moment]", "2025-01-15T23:50")
    phone.context.set_offline(True)
    phone.click(".leg-save")
    expect(phone.locator("[data-leg-count]")).to_contain_text("1 waiting")
    phone.context.set_offline(False)
    expect(phone.locator("[data-leg-list]")).to_contain_text("dated after the moment of recording")
    assert step_of(handover) is Step.LISTED


def test_what_carla_kept_waits_for_carla(phone: Page, live_server: LiveServer) -> None:
    handover = planned(1).handover
    phone.goto(f"{live_server.url}/es/{address(handover)}")
    fill_identity(phone)
    phone.context.set_offline(True)
    phone.click(".leg-save")
    expect(phone.locator("[data-leg-list] li")).to_have_count(1)
    enter(phone, live_server, cast.ANA)
    phone.context.set_offline(False)
    phone.goto(f"{live_server.url}/es/{address(handover)}")
    expect(phone.locator("[data-leg-list]")).to_contain_text("lo guardó carla")
    assert step_of(handover) is Step.LISTED
