"""The page of an event: each question with its answer, who says what, and what was filed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client

from dedere.clerk.events import FiledEvent, file_event, open_event
from dedere.docket.acts import Act
from dedere.docket.entries import ClaimConfirmed
from dedere.words import Source
from docket.eventplay import OPENED

import cast

pytestmark = pytest.mark.django_db


def source(id: str) -> Source:
    return Source(id=id, outlet=f"The {id}", date="2025-02-04", language="en", tier="news", address="")


def said(of: str, attribute: str, value: str) -> Act:
    entry = ClaimConfirmed(source=of, attribute=attribute, value=value)
    return Act(code="confirm-claim", entry=entry, occurred_at=cast.NOON, sources=(of,))


@pytest.fixture
def event() -> str:
    opening = Act(code="open-event", entry=OPENED, occurred_at=cast.NOON)
    opened = open_event(opening, by=cast.ANA, at=cast.NOON)
    assert isinstance(opened, FiledEvent)
    acts = [
        said("DAILY", "verb", "extradited"),
        said("WEEKLY", "verb", "transferred"),
        said("HERALD", "verb", "transferred"),
        said("DAILY", "count", "12"),
    ]
    sources = [source(each) for each in ("DAILY", "WEEKLY", "HERALD")]
    filed = file_event(opened.file.number, acts, by=cast.ANA, at=cast.NOON, listed=sources)
    assert isinstance(filed, FiledEvent), filed
    return filed.file.number


def text(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_a_reader_learns_first_what_is_contested_by_whom_and_what_would_follow(
    as_officer: Callable[[str], Client], event: str
) -> None:
    page = text(as_officer(cast.ANA), f"/en/claims/{event}/")
    top = page[: page.index('id="matrix"')]
    assert "<strong>transferred</strong>" in top
    assert "contested" in top
    assert "also said: <b>extradited</b> (DAILY)" in top
    assert "If extradited: Speciality: trial only for the offences granted" in top


def test_the_columns_say_who_says_what_and_disagreements_come_first(
    as_officer: Callable[[str], Client], event: str
) -> None:
    page = text(as_officer(cast.ANA), f"/en/claims/{event}/")
    table = page[page.index('id="matrix"') :]
    assert table.index("at least twice as many independent sources") < table.index("unsupported")
    assert "The WEEKLY" in table
    assert "news outlet · 4 Feb 2025" in table


@pytest.mark.parametrize(("language", "said"), [("en", "not yet checked against"), ("es", "aún no cotejado")])
def test_what_would_follow_from_each_word_says_whether_its_text_was_checked(
    as_officer: Callable[[str], Client], event: str, language: str, said: str
) -> None:
    page = text(as_officer(cast.ANA), f"/{language}/claims/{event}/")
    assert said in page[page.index('id="law"') :]


def test_the_list_says_how_much_of_each_event_is_contested(
    as_officer: Callable[[str], Client], event: str
) -> None:
    page = text(as_officer(cast.ANA), "/en/claims/")
    assert "Twelve persons handed over" in page
    assert "1 of 2 questions" in page


def test_a_list_without_events_says_what_that_means(as_officer: Callable[[str], Client]) -> None:
    assert "No event has been opened" in text(as_officer(cast.ANA), "/en/claims/")


def test_every_claim_is_a_row_of_the_table_and_no_cell_is_a_formula(
    as_officer: Callable[[str], Client], event: str
) -> None:
    acts = [said("DAILY", "court", "=cmd()")]
    file_event(event, acts, by=cast.ANA, at=cast.NOON)
    answer = as_officer(cast.ANA).get(f"/en/claims/{event}/claims.csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert [(row["Attribute"], row["Value"]) for row in rows if row["Source"] == "DAILY"] == [
        ("verb", "extradited"),
        ("count", "12"),
        ("court", "'=cmd()"),
    ]
    assert {row["Outcome"] for row in rows} == {"contested", "unsupported"}


def test_an_event_that_nobody_opened_is_not_found(as_officer: Callable[[str], Client]) -> None:
    assert as_officer(cast.ANA).get("/en/claims/E-2025-0009/").status_code == 404
