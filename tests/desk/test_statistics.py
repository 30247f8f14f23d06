"""The public statistics at the desk: open to anybody, without a cookie, the edition as it was built."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from dedere.press.statistics.folder import write_edition
from dedere.press.statistics.sections import PAGES
from dedere.tally.release import publish
from dedere.tally.rule import house_rule
from tally.rows import counted, handed, route

from looks import policy_complaints, sound


@pytest.fixture
def built(tmp_path: Path, settings: Settings) -> Path:
    """An edition with a hidden number in it, where the desk looks for it."""
    settings.DEDERE_STATISTICS = tmp_path
    routes = [route(stage="refused", ground="nationality")] * 2 + [route()] * 30
    routes += [handed(days_to_surrender=each) for each in range(9)]
    write_edition(publish(counted(routes), house_rule()), {}, tmp_path, demonstration=True)
    return tmp_path


@pytest.mark.django_db
def test_anybody_reads_an_edition_and_is_given_no_cookie(client: Client, built: Path) -> None:
    lead = client.get("/en/statistics/")
    assert lead["Location"] == "/en/statistics/index.html"
    for file in sorted((built / "en" / "statistics").iterdir()):
        answer = client.get(f"/en/statistics/{file.name}")
        assert answer.status_code == 200
        assert answer.content == file.read_bytes()
        assert "public" in answer["Cache-Control"]
        assert "script-src 'self'" in answer["Content-Security-Policy"]
        assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["nobody.html", "..", "..%2F..%2Fes", "%2Fetc%2Fpasswd", "index.html%00"])
def test_what_is_no_file_of_the_edition_is_not_found(client: Client, built: Path, asked: str) -> None:
    answer = client.get(f"/en/statistics/{asked}")
    assert answer.status_code == 404


@pytest.mark.django_db
def test_before_anything_is_built_the_page_says_so(
    client: Client, tmp_path: Path, settings: Settings
) -> None:
    settings.DEDERE_STATISTICS = tmp_path
    answer = client.get("/es/statistics/index.html")
    assert answer.status_code == 404
    assert "Aquí aún no se publica ninguna edición" in answer.content.decode()


@pytest.mark.django_db
def test_an_edition_is_only_read(client: Client, built: Path) -> None:
    assert client.post("/en/statistics/index.html").status_code == 405


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("language", ["es", "en"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, live_server: LiveServer, built: Path, language: str, width: int
) -> None:
    stopped = policy_complaints(page)
    page.set_viewport_size({"width": width, "height": 768})
    for name in PAGES:
        address = f"/{language}/statistics/{name}.html"
        page.goto(live_server.url + address)
        sound(page, f"{address} {width}")
    assert stopped == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_language_is_changed_on_the_same_page(page: Page, live_server: LiveServer, built: Path) -> None:
    page.goto(f"{live_server.url}/es/statistics/method.html")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/statistics/method.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Method"
