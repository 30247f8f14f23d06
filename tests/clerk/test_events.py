"""Events are opened and claims confirmed through the journal; answers take in the docket's record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dedere.claims.reconcile import Outcome, Reconciled, Rule
from dedere.clerk.events import (
    FiledEvent,
    answers,
    event_file,
    event_files,
    file_event,
    known_events,
    open_event,
)
from dedere.clerk.example import Loaded, keep_events, load, read_example
from dedere.clerk.files import NoSuchFile
from dedere.docket.acts import Act
from dedere.docket.entries import ClaimConfirmed
from dedere.registry import journal
from dedere.words import Refused, Source
from docket.eventplay import OPENED

import cast

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[2] / "examples" / "mexico-2025"
DAILY = Source(id="DAILY", outlet="Daily", date="2025-02-04", language="en", tier="news", address="")


def opened() -> str:
    filed = open_event(Act(code="open-event", entry=OPENED, occurred_at=cast.NOON), by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, FiledEvent)
    return filed.file.number


def confirm(number: str, value: str, *, seen: int | None = None, listed: tuple[Source, ...] = ()) -> str:
    entry = ClaimConfirmed(source="DAILY", attribute="count", value=value)
    act = Act(code="confirm-claim", entry=entry, occurred_at=cast.NOON, sources=("DAILY",))
    filed = file_event(number, [act], by=cast.ANA, at=cast.NOON, seen=seen, listed=listed)
    return filed.code if isinstance(filed, Refused) else ""


def test_an_event_gets_a_number_of_its_own_year_and_claims_of_listed_sources_only() -> None:
    number = opened()
    assert number == "E-2025-0001"
    assert confirm(number, "12") == "no-such-source"
    assert confirm(number, "12", listed=(DAILY,)) == ""
    (claim,) = event_file(number).claims
    assert claim.value == "12"


def test_of_several_acts_all_are_filed_or_none() -> None:
    number = opened()
    acts = [
        Act(
            code="confirm-claim",
            entry=ClaimConfirmed(source="DAILY", attribute="count", value=value),
            occurred_at=cast.NOON,
        )
        for value in ("12", "a dozen")
    ]
    refused = file_event(number, acts, by=cast.ANA, at=cast.NOON, listed=[DAILY])
    assert isinstance(refused, Refused)
    assert event_file(number).version == 1


def test_an_officer_whose_page_is_older_than_the_file_is_told() -> None:
    number = opened()
    assert confirm(number, "12", seen=1, listed=(DAILY,)) == ""
    assert confirm(number, "14", seen=1) == "overtaken"


def test_only_an_events_number_finds_an_event() -> None:
    for number in ("E-2025-0009", "H-2025-0001", "MX-2025-0001"):
        with pytest.raises(NoSuchFile):
            event_file(number)


def of(found: tuple[Reconciled, ...], attribute: str) -> Reconciled:
    return next(each for each in found if each.question.attribute == attribute)


def test_the_example_files_its_events_once_and_the_docket_is_one_of_the_sources() -> None:
    example = read_example(FOLDER)
    filed = load(example)
    numbers = keep_events(FOLDER, example, filed)
    lines = journal.head().size
    assert keep_events(FOLDER, example, filed) == numbers
    assert journal.head().size == lines
    assert next(file.event.on for file in event_files() if file.event) == date(2026, 1, 20)
    file = event_file(numbers[0])
    found = answers(file)
    verb = of(found, "verb")
    assert (verb.outcome, verb.rule) == (Outcome.CONTESTED, Rule.BOTH_PARTIES)
    assert of(found, "assurance").best is not None
    assert filed.handovers[0] in of(found, "assurance").sources
    assert sum(each.question.attribute == "city" and each.best is not None for each in found) == 8
    assert {event.id for event in known_events().events} == set(numbers)


def test_a_folder_without_events_files_none(tmp_path: Path) -> None:
    example = read_example(FOLDER)
    assert keep_events(tmp_path, example, Loaded(handovers=(), cases={}, fresh=True)) == ()
