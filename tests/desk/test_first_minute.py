"""The first minute of the demonstration, as a caseworker and her supervisor walk it, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

import cast

EXAMPLE = Path(__file__).parents[2] / "examples" / "mexico-2025"
THE_29, THE_26 = "H-2025-0001", "H-2025-0002"

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("officers")]


class Walk:
    """One person at one browser; ``as_`` changes who it is."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def as_(self, name: str) -> None:
        self.page.context.clear_cookies()
        self.go("")
        self.page.locator("input[name=login]").fill(name)
        self.page.locator("input[name=password]").fill(cast.PASSWORD)
        self.page.locator("main form button").first.click()
        expect(self.page.locator("header")).to_contain_text(re.compile(name, re.IGNORECASE))

    def go(self, path: str, language: str = "es") -> None:
        self.page.goto(f"{self.address}/{language}/{path}")

    def save(self) -> None:
        self.page.locator("main form .govuk-button, main form button.leg-save").last.click()

    def tick_all(self, name: str) -> int:
        boxes = self.page.locator(f"main input[type=checkbox][name={name}]")
        for at in range(boxes.count()):
            boxes.nth(at).check()
        return boxes.count()


@pytest.fixture
def walk(page: Page, live_server: LiveServer, settings: Settings, transactional_db: None) -> Walk:
    """The example, loaded; the desk's clock at 26 February 2025."""
    settings.DEDERE_DEMO_CLOCK = "2025-02-26T09:00:00-06:00"
    from dedere.clerk.example import load, read_example

    load(read_example(EXAMPLE))
    page.set_default_timeout(20_000)
    page.set_viewport_size({"width": 1366, "height": 768})
    return Walk(page, live_server.url)


def test_a_caseworker_sees_what_the_day_turns_on_in_spanish_and_english(walk: Walk) -> None:
    page = walk.page
    walk.as_(cast.ANA)
    expect(page.locator("body")).to_contain_text("26 feb 2025")
    page.get_by_role("link", name="Abrir el tablero").first.click()
    expect(page.locator("table.board tbody tr")).to_have_count(29)
    expect(page.locator("main")).to_contain_text("Ley de Seguridad Nacional, art. 5; no el tratado")
    expect(page.locator("main")).to_contain_text("art. 8")
    expect(page.locator("main")).to_contain_text("art. 17(1)")
    expect(page.locator("main")).to_contain_text("Suspensiones vigentes: 2")
    assert marks(page, "assurances") == ["–"] * 29
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(f"/en/handovers/{THE_29}/"))
    expect(page.locator("main")).to_contain_text("National Security Law")
    walk.go(f"handovers/{THE_26}/", "en")
    expect(page.locator("table.board tbody tr")).to_have_count(26)
    assert marks(page, "assurances") == ["✓"] * 26


def marks(page: Page, gate: str) -> list[str]:
    """The signs of one column of the board."""
    gates = ("order", "stays", "assurances", "identity", "medical", "property", "escort", "transport")
    cells = page.locator(f"table.board tbody tr > td.board__gate:nth-of-type({5 + gates.index(gate)})")
    return [text.strip()[0] for text in cells.all_inner_texts()]


def test_the_acts_of_the_day_are_filed_for_all_29_and_every_one_is_marked_simulated(walk: Walk) -> None:
    page = walk.page
    walk.as_(cast.ANA)
    walk.go(f"handovers/{THE_29}/fill/identity/")
    walk.tick_all("persons")
    walk.save()
    expect(page).to_have_url(re.compile(f"{THE_29}/$"))
    assert marks(page, "identity") == ["✓"] * 29

    walk.go(f"handovers/{THE_29}/change/plan-leg/")
    for name, value in {"leg": "A", "carrier": "aeronave", "origin": "AIFA", "destination": "JFK"}.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main [name=seats]").fill("40")
    walk.save()
    walk.go(f"handovers/{THE_29}/seats/")
    page.locator("main input[name=leg]").first.check()
    assert walk.tick_all("persons") == 29
    walk.save()
    expect(page).to_have_url(re.compile(f"{THE_29}/$"))

    walk.go(f"handovers/{THE_29}/go/")
    page.locator("main input[name=go][value=yes]").check()
    assert walk.tick_all("accepted") > 0
    walk.save()
    expect(page.locator("main")).to_contain_text("Se procede")
    walk.as_(cast.BRUNO)
    walk.go(f"handovers/{THE_29}/go/")
    page.locator("main button[value=sign]").click()

    walk.as_(cast.CARLA)
    for step in ("identify-person", "check-person", "give-over"):
        take_step(walk, step)
    walk.as_(cast.BRUNO)
    take_step(walk, "take-over")

    walk.go(f"handovers/{THE_29}/")
    expect(page.locator("table.board tbody tr")).to_have_count(29)
    from dedere.docket.entries import HandedOver
    from dedere.registry import journal
    from dedere.registry.journal import verify
    from dedere.registry.lists.cases import named

    handed = [
        line
        for number in range(1, 30)
        for line in journal.read(f"MX-2025-{number:04d}")
        if isinstance(line.entry, HandedOver)
    ]
    assert len(handed) == 29
    assert all(line.simulated and line.second and line.by != line.second for line in handed)
    stayed = [line for line in handed if line.entry.despite_stays]  # type: ignore[attr-defined]
    assert len(stayed) == 2, "a stay that stands is named on the person's case"
    assert named(["MX-2025-0001"])[0].stage in {"handed-over", "monitored"}
    assert verify()


def take_step(walk: Walk, step: str) -> None:
    """File one step of the leg for everyone on it."""
    page = walk.page
    walk.go(f"handovers/{THE_29}/leg/?step={step}")
    assert walk.tick_all("case") == 29
    fill_what_is_asked(page, officer=f"Agente de prueba, {step}")
    page.locator("main button.leg-save").click()
    expect(page.locator("ul.leg-results > li")).to_have_count(29)
    expect(page.locator("main p[data-leg-why]")).to_contain_text("29 de 29")


def fill_what_is_asked(page: Page, officer: str) -> None:
    """Say the same for everyone: one way of identifying, a health note, a place and an officer."""
    said = {"medical": "sin novedad", "cash": "ninguno", "place": "AIFA", "officer": officer}
    for name, value in said.items():
        field = page.locator(f"main [name={name}]")
        if field.count():
            field.first.fill(value)
    ways = page.locator("main input[type=checkbox][name=how]")
    if ways.count():
        ways.first.check()
