"""A span of calendar months and days, and what lies that far after a day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

Ordered = TypeVar("Ordered", date, int)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or that month's last day where it has no such day.

    Two months from 31 December is 28 February, or 29 in a leap year. Raises OverflowError
    beyond the year 9999.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"{day} and {months} months")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Span:
    """So many months, then so many days; for a count only ``days`` is added."""

    months: int = 0
    days: int = 0

    def after(self, start: Ordered) -> Ordered | None:
        """What lies this far after ``start``; None where the calendar ends first."""
        if isinstance(start, date):
            try:
                return add_months(start, self.months) + timedelta(days=self.days)
            except OverflowError:
                return None
        return start + self.days


AT_ONCE = Span()
