"""The days a clock counts: from an origin, by its unit, leaving out the days it stood still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dedere.law.calendar import Calendar
from dedere.law.instrument import ClockRule
from dedere.law.logic import add_months

Pause = tuple[date, date | None]  # stood still after the first day, up to and with the second
ONE = timedelta(days=1)


class EveryDay:
    """Counts every day."""

    def between(self, after: date, upto: date) -> int:
        """Days after the first, up to and with the second."""
        return max(0, (upto - after).days)

    def reach(self, after: date, number: int) -> date:
        """The day on which so many days have passed."""
        return after + timedelta(days=number)


EVERY_DAY = EveryDay()


@dataclass(frozen=True, slots=True)
class Tally:
    """How a clock counts from its origin, the day 0 of the count.

    ``of`` is its full length in counted days: calendar months become the days that they hold
    from this very origin, with the month's last day where there is no such day.
    """

    origin: date
    of: int
    days: EveryDay | Calendar = EVERY_DAY

    def elapsed(self, on: date, pauses: Sequence[Pause]) -> int:
        """Counted days after the origin up to and with ``on``, pauses left out."""
        still = (
            self.days.between(max(begin, self.origin), on if end is None else min(end, on))
            for begin, end in pauses
        )
        return self.days.between(self.origin, on) - sum(still)

    def due(self, on: date, pauses: Sequence[Pause]) -> date:
        """The last day of the count; a pause still open is taken to end on the day ``on``.

        A pause that begins on the last day keeps the clock alive until the pause ends.
        """
        due = self.days.reach(self.origin, self.of)
        for begin, end in sorted((begin, end or max(begin, on)) for begin, end in pauses):
            if begin <= due and end > self.origin:
                still = self.days.between(max(begin, self.origin), end)
                due = max(self.days.reach(due, still), end)
        return due


def tally(rule: ClockRule, start: date, calendar: Calendar | None) -> Tally:
    """Make the count of a rule that started on a day; ``calendar`` is that of its working days."""
    origin = start if rule.from_next_day else start - ONE
    if rule.unit == "calendar-months":
        return Tally(origin, (add_months(start, rule.length) - start).days)
    return Tally(origin, rule.length, calendar if calendar and rule.unit == "working-days" else EVERY_DAY)
