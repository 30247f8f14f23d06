"""The page of an event: each question with its answer, who says what, and what was filed."""

from __future__ import annotations

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


def test_an_event_shows_what_is_contested_by_whom_and_which_rule_decides(
    as_officer: Callable[[str], Client], event: str
) -> None:
    page = as_officer(cast.ANA).get(f"/en/claims/{event}/").content.decode()
    contested, alone = page.index("contested: at least twice as many"), page.index("unsupported")
    assert contested < alone
    assert "<strong>transferred</strong> (best supported) WEEKLY HERALD" in " ".join(page.split())


def test_an_event_that_nobody_opened_is_not_found(as_officer: Callable[[str], Client]) -> None:
    assert as_officer(cast.ANA).get("/en/claims/E-2025-0009/").status_code == 404
