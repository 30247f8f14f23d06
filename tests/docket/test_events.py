"""An event's file: claims are confirmed by persons, corrected and withdrawn by further acts, never edited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedere.claims.reconcile import Outcome, Rule, reconciled
from dedere.docket.entries import ClaimWithdrawn, EventOpened
from dedere.docket.events import EventFile, fold_event
from dedere.docket.text import read, write
from docket.eventplay import OPENED, EventPlay


@pytest.fixture
def play() -> EventPlay:
    begun = EventPlay()
    assert begun.opens() == ""
    return begun


def test_an_event_is_opened_once_and_before_anything_is_claimed_of_it(play: EventPlay) -> None:
    assert EventPlay().confirms() == "event-not-opened"
    assert play.opens() == "event-opened-already"
    assert play.file.event is not None
    assert (play.file.event.giving, play.file.event.receiving) == ("MX", "US")


def test_an_event_is_between_two_states(play: EventPlay) -> None:
    assert EventPlay().opens(replace(OPENED, receiving="MX")) == "same-state"
    assert EventPlay().opens(replace(OPENED, receiving="Ruritania")) == "content-not-a-choice"


def test_a_claim_stands_with_its_line_as_its_name(play: EventPlay) -> None:
    assert play.confirms(speaker="FGR", party="MX", words="12 reos") == ""
    claim = play.file.claim(2)
    assert claim is not None
    assert (claim.value, claim.source, claim.party, claim.words) == ("12", "DAILY", "MX", "12 reos")


@pytest.mark.parametrize(
    ("attribute", "value", "more", "code"),
    [
        ("guilt", "yes", {}, "no-such-attribute"),
        ("count", "a dozen", {}, "claim-unreadable"),
        ("date", "3 Feb", {}, "claim-unreadable"),
        ("count", "12", {"source": ""}, "content-missing"),
        ("count", "12", {"bound": "roughly"}, "content-not-a-choice"),
        ("count", "12", {"party": "FGR"}, "content-not-a-choice"),
    ],
)
def test_what_cannot_be_compared_or_has_no_source_is_not_confirmed(
    play: EventPlay, attribute: str, value: str, more: dict[str, str], code: str
) -> None:
    assert play.confirms(attribute, value, **more) == code
    assert play.file.version == 1


def test_what_was_read_wrongly_is_corrected_and_what_is_not_said_is_withdrawn(play: EventPlay) -> None:
    play.confirms()
    assert play.corrects(2, "14") == ""
    assert play.values == ["14"]
    assert play.corrects(2, "many") == "claim-unreadable"
    assert play.withdraws(2) == ""
    assert play.values == []
    assert [play.withdraws(2), play.corrects(2, "15"), play.takes_back(2, "15")] == ["no-such-claim"] * 3


def test_what_a_source_took_back_stays_on_file_and_counts_for_nothing(
    play: EventPlay,
) -> None:
    play.confirms(value="14")
    play.confirms(source="WEEKLY")
    assert play.takes_back(2, "12") == ""
    assert play.values == ["14", "12", "12"]
    assert play.file.event is not None
    claims = [replace(claim, origin=claim.source) for claim in play.file.claims]
    (found,) = reconciled(claims, [play.file.event])
    assert (found.outcome, found.rule) == (Outcome.AGREED, Rule.LATER_CORRECTION)
    assert [claim.id for claim in found.aside] == ["2"]


def test_an_act_that_is_none_of_an_events_is_refused(play: EventPlay) -> None:
    assert play.files("surrender", ClaimWithdrawn(line=2, reason="x")) == "unknown-act"
    assert play.files("open-event", ClaimWithdrawn(line=2, reason="x")) == "wrong-entry"


def test_the_file_folds_to_the_same_from_what_was_written(play: EventPlay) -> None:
    play.confirms()
    play.takes_back(2, "14")
    lines = [read(write(line)) for line in play.file.lines]
    assert fold_event(play.file.number, lines) == play.file
    assert isinstance(lines[0].entry, EventOpened)


def test_a_file_with_no_opening_still_folds(play: EventPlay) -> None:
    play.confirms()
    file = fold_event("E-2025-0009", play.file.lines[1:])
    assert file.event is None
    assert isinstance(file, EventFile)
