"""The rows of a case's clocks and of the days its officers set.

A clock is read on the last day the file speaks of: every start, pause and stop lies on or before it, so the
reading holds on any later day. What the passing day alone would change is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dedere.docket.case import Case
from dedere.docket.clock import clocks
from dedere.law.assessment import ClockReading
from dedere.law.library import library
from dedere.registry.models import ClockRow

REMINDER = "reminder"
UNDERTAKING = "undertaking"
ENDED = frozenset({"withdrawn", "fulfilled"})
_STANDING = {"running": "running", "expired": "running", "paused": "paused", "stopped": "stopped"}


def clock_rows(case: Case) -> tuple[ClockRow, ...]:
    """Return the rows of every clock that has started, and of every day set."""
    return (*_clocks(case), *_undertakings(case), *_reminders(case))


def soonest_of(rows: Sequence[ClockRow]) -> ClockRow | None:
    """Return the live row that runs out first, or None."""
    dated = [(row.due, row.key, row) for row in rows if row.live and row.due]
    return min(dated)[2] if dated else None


def last_day(case: Case) -> date:
    """Return the latest day that the file speaks of: the day its clocks are read on.

    Every start, pause and stop lies on or before it, so that the reading holds on any later day.
    """
    return max(at.date() for line in case.lines for at in (line.occurred_at, line.recorded_at))


def _clocks(case: Case) -> Iterator[ClockRow]:
    readings = clocks(case, library(), last_day(case)) if case.tracks else ()
    for ordinal, reading in enumerate(readings, 1):
        if reading.state in _STANDING:
            yield _clock(case, f"{case.number}/{ordinal}", reading)


def _clock(case: Case, key: str, reading: ClockReading) -> ClockRow:
    state = _STANDING[reading.state]
    paused = state == "paused"
    return ClockRow(
        key=key,
        case_id=case.number,
        rule=reading.rule,
        instrument=reading.citation.instrument,
        article=reading.citation.article,
        checked=reading.citation.checked,
        unit=reading.unit,
        of=reading.of,
        state=state,
        live=state == "running" and not case.closed,
        start=reading.start,
        due=None if paused else reading.due,
        paused_on=reading.pauses[-1][0] if paused and reading.pauses else None,
        stopped_on=reading.stopped_on,
        started_by=reading.started_by,
        stopped_by=reading.stopped_by,
        expiry=reading.expiry,
        calendar=reading.calendar,
        decider=reading.decider,
    )


def _undertakings(case: Case) -> Iterator[ClockRow]:
    """The last day of each undertaking that runs out and still stands."""
    for given in case.undertakings:
        if given.until is not None and not {each.kind for each in given.changes} & ENDED:
            yield ClockRow(
                key=f"{case.number}/u{given.line}",
                case_id=case.number,
                rule=UNDERTAKING,
                of=0,
                state="running",
                live=not case.closed,
                start=given.begins_on or given.since.date(),
                due=given.until,
                started_by="undertaking-given",
                expiry="undertaking-ends",
            )


def _reminders(case: Case) -> Iterator[ClockRow]:
    for reminder in case.reminders:
        yield ClockRow(
            key=f"{case.number}/r{reminder.line}",
            case_id=case.number,
            rule=REMINDER,
            of=0,
            state="running",
            live=not case.closed,
            start=None,
            due=reminder.on,
            what=reminder.what,
        )
