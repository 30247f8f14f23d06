"""Whatever happens in whatever order, a clock's days, due day and state agree with each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dedere.law.assessment import Effect
from dedere.law.calendar import Calendar
from dedere.law.casefile import Event
from dedere.law.clocks import read_clock
from dedere.law.dayline import days_of
from dedere.law.instrument import Clause, ClockRule
from dedere.law.library import library
from dedere.law.logic import ALWAYS, ask
from dedere.words import Citation

FIRST = date(2025, 1, 6)
CALENDARS = {
    "bench": Calendar(
        id="bench",
        title={"en": "", "es": ""},
        source="",
        checked="",
        first=2024,
        last=2030,
        weekend=frozenset({5, 6}),
        rest=frozenset({date(2025, 2, 3), date(2025, 3, 17)}),
    )
}
rules = st.builds(
    ClockRule,
    rule=st.just("any"),
    length=st.integers(1, 25),
    unit=st.sampled_from(["days", "calendar-days", "working-days"]),
    start=st.just(("start",)),
    stop=st.just(("stop",)),
    pause=st.just(("hold", "defer")),
    resume=st.just(("unhold", "undefer")),
    expiry=st.just("released-at-once"),
    from_next_day=st.booleans(),
    calendar=st.just("bench"),
) | st.builds(
    ClockRule,
    rule=st.just("any"),
    length=st.integers(1, 2),
    unit=st.just("calendar-months"),
    start=st.just(("start",)),
    stop=st.just(("stop",)),
    pause=st.just(("hold",)),
    resume=st.just(("unhold",)),
    expiry=st.just("released-at-once"),
    from_next_day=st.booleans(),
)
events = st.lists(
    st.tuples(
        st.integers(0, 80), st.sampled_from(["start", "stop", "hold", "unhold", "defer", "undefer", "noise"])
    ),
    max_size=8,
)


def clause(rule: ClockRule) -> Clause:
    return Clause(
        id="c",
        kind="clock",
        citation=Citation(instrument="i", article="1"),
        text={},
        effect=Effect.CLOCK,
        weighs=False,
        question=ask(ALWAYS),
        clock=rule,
    )


def dated(rows: list[tuple[int, str]]) -> list[tuple[date, Event]]:
    days = sorted(rows, key=lambda row: row[0])
    return [(FIRST + timedelta(days=n), Event(kind=kind, at=FIRST + timedelta(days=n))) for n, kind in days]


@given(rules, events, st.integers(0, 120))
def test_day_due_and_state_agree(rule: ClockRule, rows: list[tuple[int, str]], ahead: int) -> None:
    on = FIRST + timedelta(days=ahead)
    happened = [row for row in dated(rows) if row[0] <= on]
    read = read_clock(clause(rule), happened, on, CALENDARS)
    if read.state == "not-started":
        assert read.start is None
        assert read.due is None
        return
    assert read.start is not None
    assert read.due is not None
    assert read.day is not None
    assert any(day == read.start and event.kind == "start" for day, event in happened)
    last = read.stopped_on or on
    assert (read.state == "expired") is (last > read.due)
    if read.state != "expired":
        assert read.day <= read.of
    if read.state == "stopped":
        assert read.stopped_on is not None
        assert read.stopped_on <= read.due
    if read.state in ("running", "paused"):
        assert read.stopped_on is None


@given(rules, events, st.integers(0, 120), st.integers(1, 20))
def test_a_stopped_clock_reads_the_same_ever_after(
    rule: ClockRule, rows: list[tuple[int, str]], ahead: int, more: int
) -> None:
    on = FIRST + timedelta(days=ahead)
    happened = [row for row in dated(rows) if row[0] <= on]
    read = read_clock(clause(rule), happened, on, CALENDARS)
    again = read_clock(clause(rule), happened, on + timedelta(days=more), CALENDARS)
    if read.stopped_on is not None:
        assert again == read


@given(rules, events, st.integers(0, 100))
def test_a_paused_clock_counts_no_day(rule: ClockRule, rows: list[tuple[int, str]], ahead: int) -> None:
    on = FIRST + timedelta(days=ahead)
    happened = [row for row in dated(rows) if row[0] <= on]
    read = read_clock(clause(rule), happened, on, CALENDARS)
    if read.state == "paused":
        later = read_clock(clause(rule), happened, on + timedelta(days=9), CALENDARS)
        assert (later.state, later.day) == ("paused", read.day)
        assert later.due is not None
        assert read.due is not None
        assert later.due >= read.due


@given(rules, events, st.integers(0, 120))
def test_the_days_shown_add_up_to_the_reading(
    rule: ClockRule, rows: list[tuple[int, str]], ahead: int
) -> None:
    on = FIRST + timedelta(days=ahead)
    happened = [row for row in dated(rows) if row[0] <= on]
    read = read_clock(clause(rule), happened, on, CALENDARS)
    shown = days_of(read, replace(library(), calendars=CALENDARS), on)
    assert bool(shown) is (read.start is not None)
    if read.start is None or read.due is None:
        return
    by_day = {each.on: each for each in shown}
    assert sorted(by_day) == list(by_day)
    assert [each.on for each in shown if each.due] == [read.due]
    assert by_day[read.due].number == read.of
    until = read.stopped_on or on
    assert until > shown[-1].on or by_day[until].number == read.day
    for each in shown:
        assert (each.why == "stands-still") is bool(each.cause)
