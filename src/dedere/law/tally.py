"""The days a clock counts: from an origin, by its unit, leaving out the days it stood still."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dedere.law.calendar import Calendar
from dedere.law.instrument import ClockRule
from dedere.law.logic import add_months

Pause = tuple[date, date | None]  # stood still after the first day, up to and with the second
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tally:
    """How a clock counts from its origin, the day 0 of the count.

    ``of`` is its full length in counted days: calendar months become the days that they hold
    from this very origin, with the month's last day where there is no such day.
    """

    origin: date
    of: int
    works: Callable[[date], bool] | None

    def elapsed(self, on: date, pauses: Sequence[Pause]) -> int:
        """Counted days after the origin up to and with ``on``, pauses left out."""
        if self.works is None:
            return (on - self.origin).days - sum(_overlap(self.origin, on, pause) for pause in pauses)
        days = (self.origin + timedelta(days=n) for n in range(1, (on - self.origin).days + 1))
        return sum(self.works(day) and not _still(day, pauses) for day in days)

    def due(self, on: date, pauses: Sequence[Pause]) -> date:
        """The last day of the count; a pause still open is taken to end on the day ``on``."""
        ended = [(begin, end or max(begin, on)) for begin, end in pauses]
        if self.works is not None:
            return _walk(self.origin, self.of, self.works, sorted(ended))
        due = self.origin + timedelta(days=self.of)
        for begin, end in sorted(ended):
            if begin <= due:
                due += max(timedelta(0), end - max(begin, self.origin))
        return due


def tally(rule: ClockRule, start: date, calendar: Calendar | None) -> Tally:
    """Make the count of a rule that started on a day; ``calendar`` is that of its working days."""
    origin = start if rule.from_next_day else start - ONE
    if rule.unit == "calendar-months":
        end = add_months(start, rule.length)
        return Tally(origin, (end - start).days, None)
    return Tally(origin, rule.length, calendar.works if calendar and rule.unit == "working-days" else None)


def _walk(origin: date, of: int, works: Callable[[date], bool], pauses: Sequence[tuple[date, date]]) -> date:
    """The day of the last count; one that falls into a pause waits for its end."""
    day, left = origin, of
    while left:
        day += ONE
        left -= works(day) and not _still(day, pauses)
    for begin, end in pauses:
        day = end if begin <= day < end else day
    return day


def _overlap(origin: date, on: date, pause: Pause) -> int:
    begin, end = pause
    last = on if end is None else min(end, on)
    return max(0, (last - max(begin, origin)).days)


def _still(day: date, pauses: Sequence[Pause]) -> bool:
    return any(begin < day and (end is None or day <= end) for begin, end in pauses)
