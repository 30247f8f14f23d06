"""Clocks by the textbook: months, whose receipt, zones, pauses, working days, restarts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dedere.law.calendar import Calendar, CalendarNotCovered
from dedere.law.casefile import CaseFile, Event
from dedere.law.clocks import read_clocks
from dedere.law.library import library
from dedere.law.tally import tally
from dedere.words import State

ARREST = date(2025, 1, 10)


def case(*events: Event, on: date, requesting: str = "US", requested: str = "MX") -> CaseFile:
    return CaseFile(
        id="t",
        requesting=State(requesting),
        requested=State(requested),
        on=on,
        route="treaty-extradition",
        events=events,
    )


def read(rule: str, casefile: CaseFile, instrument: str = ""):  # type: ignore[no-untyped-def]
    found = [
        clock
        for clock in read_clocks(casefile, library())
        if clock.rule == rule and instrument in ("", clock.citation.instrument)
    ]
    assert len(found) == 1
    return found[0]


def arrested(*more: Event, on: date):  # type: ignore[no-untyped-def]
    return read("provisional-arrest", case(Event(kind="provisionally-arrested", at=ARREST), *more, on=on))


def received(days: int, office: str) -> Event:
    return Event(kind="request-received", at=ARREST + timedelta(days=days), office=office)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2024, 12, 31), date(2025, 2, 28)),
        (date(2023, 12, 31), date(2024, 2, 29)),
        (date(2025, 1, 31), date(2025, 3, 31)),
        (date(2025, 1, 15), date(2025, 3, 15)),
    ],
)
def test_two_calendar_months_end_on_the_day_or_the_months_last(start: date, due: date) -> None:
    casefile = case(Event(kind="committed", at=start), on=start, requesting="MX", requested="US")
    clock = read("us-commitment", casefile)
    assert clock.due == due
    assert (clock.length, clock.length_unit) == (2, "calendar-months")


def test_papers_at_the_ministry_on_day_60_and_the_court_on_day_61_are_in_time() -> None:
    clock = arrested(received(60, "executive"), received(61, "court"), on=ARREST + timedelta(days=70))
    assert (clock.state, clock.day, clock.stopped_by) == ("stopped", 60, "request-received")


def test_the_courts_receipt_alone_stops_nothing() -> None:
    clock = arrested(received(30, "court"), on=ARREST + timedelta(days=40))
    assert (clock.state, clock.day) == ("running", 40)
    late = arrested(received(30, "court"), on=ARREST + timedelta(days=61))
    assert (late.state, late.expiry) == ("expired", "released-at-once")


def test_papers_at_the_ministry_on_day_61_come_too_late() -> None:
    clock = arrested(received(61, "executive"), on=ARREST + timedelta(days=62))
    assert (clock.state, clock.day, clock.stopped_on) == ("expired", 61, ARREST + timedelta(days=61))


def test_the_last_day_is_day_60_of_60_and_still_runs() -> None:
    clock = arrested(on=ARREST + timedelta(days=60))
    assert (clock.state, clock.day, clock.of, clock.due) == ("running", 60, 60, date(2025, 3, 11))


def test_an_instant_falls_on_the_day_of_the_requested_state() -> None:
    at = datetime(2025, 1, 11, 3, 0, tzinfo=UTC)  # nine in the evening of the 10th in Mexico City
    clock = read(
        "provisional-arrest", case(Event(kind="provisionally-arrested", at=at), on=date(2025, 1, 12))
    )
    assert (clock.start, clock.day) == (ARREST, 2)


def test_a_stay_stops_the_days_and_its_end_lets_them_run_on() -> None:
    ordered = Event(kind="surrender-ordered", at=date(2025, 3, 1))
    stayed = Event(kind="stay-ordered", at=date(2025, 3, 11))
    lifted = Event(kind="stay-lifted", at=date(2025, 6, 11))
    still = read("removal-lei", case(ordered, stayed, on=date(2025, 5, 1)))
    assert (still.state, still.day) == ("paused", 10)
    again = read("removal-lei", case(ordered, stayed, lifted, on=date(2025, 6, 12)))
    assert (again.state, again.day) == ("running", 11)
    assert again.due == date(2025, 3, 1) + timedelta(days=60 + 92)
    assert again.pauses == ((date(2025, 3, 11), date(2025, 6, 11)),)


def test_two_pauses_that_overlap_count_once() -> None:
    events = [
        Event(kind="surrender-ordered", at=date(2025, 3, 1)),
        Event(kind="stay-ordered", at=date(2025, 3, 11)),
        Event(kind="surrender-deferred", at=date(2025, 3, 16)),
        Event(kind="stay-lifted", at=date(2025, 3, 21)),
        Event(kind="deferral-ended", at=date(2025, 3, 31)),
    ]
    clock = read("removal-lei", case(*events, on=date(2025, 4, 1)))
    assert (clock.day, clock.pauses) == (11, ((date(2025, 3, 11), date(2025, 3, 31)),))


def test_a_stay_on_the_last_day_keeps_the_clock_alive() -> None:
    ordered = Event(kind="surrender-ordered", at=date(2025, 3, 1))
    stayed = Event(kind="stay-ordered", at=date(2025, 3, 1) + timedelta(days=60))
    clock = read("removal-lei", case(ordered, stayed, on=date(2025, 8, 1)))
    assert (clock.state, clock.day) == ("paused", 60)


def test_a_second_arrest_after_expiry_starts_the_clock_again() -> None:
    again = Event(kind="provisionally-arrested", at=ARREST + timedelta(days=90))
    clock = arrested(again, on=ARREST + timedelta(days=95))
    assert (clock.state, clock.day, clock.start) == ("running", 5, ARREST + timedelta(days=90))


def test_a_second_start_while_it_runs_changes_nothing() -> None:
    clock = arrested(Event(kind="provisionally-arrested", at=date(2025, 1, 20)), on=date(2025, 1, 30))
    assert (clock.start, clock.day) == (ARREST, 20)


def test_what_happens_after_the_day_is_not_seen() -> None:
    clock = arrested(received(20, "executive"), on=ARREST + timedelta(days=10))
    assert (clock.state, clock.day) == ("running", 10)


def test_working_days_leave_out_weekends_and_days_of_rest() -> None:
    notified = Event(
        kind="decision-notified", at=date(2025, 1, 31)
    )  # a Friday; 3 and 5 February are days of rest
    clock = read("amparo-general", case(notified, on=date(2025, 2, 4)))
    assert (clock.day, clock.of, clock.unit, clock.due) == (1, 15, "working-days", date(2025, 2, 25))


def test_years_that_the_calendar_does_not_cover_are_said_not_guessed() -> None:
    notified = Event(kind="decision-notified", at=date(2060, 1, 5))
    clock = read("amparo-general", case(notified, on=date(2060, 1, 8)))
    assert (clock.state, clock.start, clock.due) == ("not-covered", date(2060, 1, 5), None)
    with pytest.raises(CalendarNotCovered, match=r"2060.*mx-federal"):
        library().calendars["mx-federal"].works(date(2060, 1, 5))


def test_counting_from_the_same_day_makes_the_start_day_one() -> None:
    rule = next(
        clause.clock
        for clause in library().instruments["us-mx-1978"].clauses
        if clause.id == "speciality-term"
    )
    assert rule is not None
    calendar: Calendar | None = None
    assert tally(rule, ARREST, calendar).elapsed(ARREST, ()) == 0
    same = tally(replace(rule, from_next_day=False), ARREST, calendar)
    assert same.elapsed(ARREST, ()) == 1
    assert same.due(ARREST, ()) == ARREST + timedelta(days=59)
