"""The Commitments pages in a browser: axe finds nothing, nothing scrolls sideways, no script is needed."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from clerk.promising import recorded, says
from dedere.accords.accord import Attendant, Words
from dedere.accords.figures import Figure
from dedere.accords.position import Position
from dedere.clerk.accords import accord_file, file_accord, sign_act
from promised import accord, account

import cast
from looks import accessible, enter, policy_complaints, sound, staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MEETING, PROMISE, QUARREL = "A-2025-0001", "A-2025-0002", "A-2025-0003"
PAGES = (
    "commitments/",
    "commitments/?area=money",
    "commitments/timeline/",
    f"commitments/{MEETING}/",
    f"commitments/{PROMISE}/",
    f"commitments/{QUARREL}/",
    f"commitments/{QUARREL}/acts/record-published-position/",
    f"commitments/{PROMISE}/acts/correct-accord/",
    "commitments/new/meeting/",
)


@pytest.fixture
def desk(live_server: LiveServer, page: Page, settings: Settings) -> Page:
    """A meeting, a promise with all that a line may have, a quarrel; Bruno has signed in."""
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()
    staff()
    met = (Attendant(state="US", name="an envoy"),)
    recorded(accord("meeting", by=("MX", "US"), attended=met, agenda=Words(en="ferries", es="barcos")))
    whole = accord(
        at=MEETING,
        beneficiary="US",
        due=date(2025, 1, 10),
        every=2,
        figure=Figure(name="requests-received", target=1),
        note=Words(en="of wood", es="de madera"),
    )
    recorded(whole)
    file_accord(PROMISE, sign_act(PROMISE, on=date(2025, 1, 12), at=cast.NOON), by=cast.ANA, at=cast.NOON)
    silent = account("US", None, silent=True, sources=("S-1",))
    recorded(accord(by=("US",), accounts=(account("MX", original="es", sources=("S-2",)), silent)))
    says(QUARREL, "kept")
    says(QUARREL, "broken", "US")
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
        for details in desk.locator("main details").all():
            details.evaluate("each => each.open = true")
        sound(desk, path)
    assert complaints == [], "the policy stopped something of our own"


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_axe_finds_nothing_in_other_colours(desk: Page, live_server: LiveServer, look: str) -> None:
    desk.context.add_cookies([{"name": "dedere-look", "value": look, "url": live_server.url}])
    for path in PAGES[:6]:
        desk.goto(f"{live_server.url}/es/{path}")
        accessible(desk, path)


def test_a_word_is_filed_and_a_signature_given_without_script(
    browser: Browser, desk: Page, live_server: LiveServer
) -> None:
    cookies = desk.context.cookies()
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(cookies)
    page = plain.new_page()
    page.goto(f"{live_server.url}/es/commitments/{QUARREL}/acts/state-position/")
    page.click("main .govuk-button")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Llene este campo.")
    page.check("input[value=open]")
    page.fill("#f-on", "2025-01-15")
    page.click("main .govuk-button")
    expect(page.locator(".desk-said")).to_contain_text(f"Asentado en {QUARREL}")
    assert accord_file(QUARREL).column("MX").position is Position.OPEN
    page.goto(f"{live_server.url}/es/commitments/{PROMISE}/")
    page.click(".accord__sign button")
    expect(page.locator(".desk-said")).to_contain_text(f"Firmado: {PROMISE}")
    plain.close()


def test_the_drawing_scrolls_by_keyboard_and_its_marks_are_not_on_the_way(
    desk: Page, live_server: LiveServer
) -> None:
    desk.set_viewport_size({"width": 320, "height": 768})
    desk.goto(f"{live_server.url}/en/commitments/timeline/")
    drawing = desk.locator(".tl__scroll")
    drawing.focus()
    desk.keyboard.press("Tab")
    expect(desk.locator(".desk-table tbody a").first).to_be_focused()


def test_what_is_disputed_is_in_view_at_once(desk: Page, live_server: LiveServer) -> None:
    desk.set_viewport_size({"width": 1366, "height": 768})
    desk.goto(f"{live_server.url}/es/commitments/")
    expect(desk.locator(".accords tbody tr").first).to_be_in_viewport(ratio=1)
    expect(desk.locator(".accords tbody tr").first).to_contain_text(QUARREL)
