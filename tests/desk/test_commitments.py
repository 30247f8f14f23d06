"""The Commitments page: two columns, what is disputed first, and each line with all that was filed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

import dedere
from clerk.promising import recorded, says
from dedere.accords.accord import Indicator, Words
from dedere.accords.figures import Figure
from dedere.clerk.example import keep_accords, read_example
from dedere.registry.models import Reading
from promised import accord, account

import cast

pytestmark = pytest.mark.django_db
EXAMPLE = Path(dedere.__file__).parents[2] / "examples" / "mexico-2025"


@pytest.fixture(autouse=True)
def on_the_day(settings: Settings) -> None:
    settings.DEDERE_DEMO_CLOCK = cast.NOON.isoformat()


def page(client: Client, address: str = "", language: str = "en") -> str:
    """The page as one line of text, so that a sentence is found however it is broken."""
    answer = client.get(f"/{language}/commitments/{address}")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def shown(client: Client, query: str = "") -> dict[str, list[str]]:
    """The numbers on the page, by group."""
    groups = client.get(f"/es/commitments/{query}").context["groups"]
    return {group.code: [line.file.number for line in group.lines] for group in groups}


def test_an_empty_ledger_says_so(ana: Client) -> None:
    assert "No line of the ledger matches what was asked." in page(ana)


def test_what_is_disputed_comes_first_then_what_the_docket_counts(ana: Client) -> None:
    plain = recorded().file.number
    counted = recorded(accord(figure=Figure(name="requests-received", target=1))).file.number
    apart = recorded(
        accord(accounts=(account("MX"), account("US", Words(en="three ferries", es="tres"))))
    ).file.number
    quarrel = recorded().file.number
    says(quarrel, "kept")
    says(quarrel, "broken", "US")
    assert shown(ana) == {"disputed": [apart, quarrel], "counted": [counted], "rest": [plain]}


def test_each_side_stands_in_its_own_column_with_where_its_word_comes_from(ana: Client) -> None:
    number = recorded().file.number
    says(number, "kept")
    says(number, "broken", "US")
    text = page(ana)
    assert "kept 15 Jan 2025 stated here by ana" in text
    assert "broken 15 Jan 2025 from its published statements Sources: S-1" in text
    assert "disputed the two sides say opposite things" in text


def test_an_account_that_leaves_the_promise_out_says_so(ana: Client) -> None:
    silent = account("US", None, silent=True, sources=("S-1",))
    recorded(accord(by=("US",), beneficiary="MX", accounts=(account("MX"), silent)))
    text = page(ana)
    assert "United States → to Mexico" in text
    assert "Its own account of the occasion leaves this out. Sources: S-1" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?area=money", 1),
        ("?kind=measure", 1),
        ("?by=US", 1),
        ("?said=MX:kept", 1),
        ("?said=US:unknown", 3),
        ("?reading=one-says-kept", 1),
        ("?area=nonsense", 3),
    ],
)
def test_the_lines_are_narrowed_by_area_kind_giver_word_and_reading(
    ana: Client, query: str, found: int
) -> None:
    says(recorded(accord(area="money")).file.number, "kept")
    recorded(accord("measure"))
    recorded(accord(by=("US",)))
    assert ana.get(f"/en/commitments/{query}").context["count"] == found


def test_a_line_says_what_would_prove_it_and_what_nobody_said(ana: Client) -> None:
    told = accord(
        due=date(2025, 1, 10),
        every=2,
        place="Colima",
        indicator=Indicator(what=Words(en="ferries lent", es="transbordadores prestados"), unit="ferries"),
        proof=Words(en="the register of ships", es="el registro de buques"),
    )
    text = page(ana, f"{recorded(told).file.number}/")
    assert "every 2 months" in text
    assert "What would prove it the register of ships" in text
    assert "Starting from nobody said" in text
    assert Reading.objects.get().page == "accord"


def test_a_figure_is_counted_anew_with_its_query_in_words_and_in_code(ana: Client) -> None:
    figure = Figure(name="requests-received", since=date(2025, 1, 1), until=date(2025, 1, 31), target=2)
    number = recorded(accord(figure=figure)).file.number
    before = page(ana, f"{number}/")
    assert "not proved: 0 of 2" in before
    assert "persons for whom a formal request was received, from 1 Jan 2025, to 31 Jan 2025" in before
    assert "dedere accords figure requests-received --since 2025-01-01 --until 2025-01-31" in before


def test_a_meeting_says_what_is_open_on_each_side(ana: Client) -> None:
    meeting = recorded(accord("meeting", by=("MX", "US"))).file.number
    recorded(accord(at=meeting))
    recorded(accord(by=("US",)))
    text = page(ana, f"{meeting}/")
    assert "Follow-up: open on our side 1; on theirs 1" in text
    assert "Promised or done there Lend two ferries" in text


def test_the_whole_example_is_on_the_page_with_both_promises_of_february(ana: Client) -> None:
    keep_accords(EXAMPLE, read_example(EXAMPLE))
    answer = ana.get("/en/commitments/")
    assert answer.context["count"] == 47
    first = [line.file.number for line in answer.context["groups"][0].lines]
    assert first == ["A-2025-0018", "A-2025-0019", "A-2025-0033"]
    text = page(ana)
    assert "against drug (fentanyl) trafficking. Sources: TOWN-0203 REGEN-0203" in text
    assert "against fentanyl and illegal migrants. Sources: TOWN-0203" in text
    assert "The United States works to prevent the trafficking of high-powered weapons" in text
