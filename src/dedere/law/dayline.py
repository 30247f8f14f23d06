"""A clock's computation shown day by day: which days counted, which did not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dedere.law.assessment import ClockReading
from dedere.law.calendar import Calendar
from dedere.law.library import Library

COUNTED, STARTED, WEEKEND, HOLIDAY, STILL = "counted", "started", "weekend", "holiday", "stands-still"
WHYS = (COUNTED, STARTED, WEEKEND, HOLIDAY, STILL)
ONE = timedelta(days=1)
Stills = tuple[tuple[date, date, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDay:
    """One day of a clock.

    Attributes:
        number: how many days have counted up to and with this one.
        why: ``counted``; or why it is not: ``started`` (the day of the start is day 0),
            ``weekend``, ``holiday``, ``stands-still``.
        cause: for a day on which the clock stood still, the event that stopped it.
        due, stopped: whether it is the last day, and whether a stop event came on it.
    """

    on: date
    number: int
    why: str
    cause: str = ""
    due: bool = False
    stopped: bool = False


def days_of(reading: ClockReading, library: Library, on: date) -> tuple[ClockDay, ...]:
    """Every day of a clock from its start to its last day, or to a stop that came later.

    A pause still open is taken to end on the day ``on``, as its due date is. None for a clock that has
    not started or whose calendar does not cover its years.
    """
    if reading.start is None or reading.due is None:
        return ()
    calendar = library.calendars.get(reading.calendar) if reading.unit == "working-days" else None
    stills = tuple(
        (begin, end or max(begin, on), by)
        for (begin, end), by in zip(reading.pauses, reading.paused_by, strict=True)
    )
    last = max(reading.due, reading.stopped_on or reading.due)
    return tuple(_days(reading, last, stills, calendar))


def _days(reading: ClockReading, last: date, stills: Stills, calendar: Calendar | None) -> Iterator[ClockDay]:
    number, day = 0, reading.start or last
    while day <= last:
        why, cause = _why(reading, day, stills, calendar)
        number += why == COUNTED
        yield ClockDay(
            on=day,
            number=number,
            why=why,
            cause=cause,
            due=day == reading.due,
            stopped=day == reading.stopped_on,
        )
        day += ONE


def _why(reading: ClockReading, day: date, stills: Stills, calendar: Calendar | None) -> tuple[str, str]:
    if day == reading.start and reading.from_next_day:
        return STARTED, ""
    for begin, end, by in stills:
        if begin < day <= end:
            return STILL, by
    if calendar is not None and not calendar.works(day):
        return (WEEKEND if day.weekday() in calendar.weekend else HOLIDAY), ""
    return COUNTED, ""
