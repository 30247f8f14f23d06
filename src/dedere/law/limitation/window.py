"""A last day, as exactly as the law gives it: where the text leaves room, the earliest and the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from dedere.law.logic import add_months
from dedere.words import Finding

NEVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """A length in months, exact; half a month or a quarter has no day of its own in the calendar."""

    exact: Fraction

    @classmethod
    def whole(cls, months: int) -> Months:
        """So many whole months."""
        return cls(exact=Fraction(months))

    def words(self) -> str:
        """``92`` or ``92 1/2``."""
        whole, rest = divmod(self.exact, 1)
        return f"{whole} {rest}" if rest else str(whole)

    def times(self, factor: Fraction | int) -> Months:
        """The length multiplied."""
        return Months(exact=self.exact * factor)

    def after(self, start: date) -> Window:
        """The window in which a time of this length that began after ``start`` ends."""
        return Window(low=later(start, floor(self.exact)), high=later(start, ceil(self.exact)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The last day on which the time still runs, between ``low`` and ``high``; ``NEVER`` for no end."""

    low: date
    high: date

    def barred(self, on: date) -> Finding:
        """Met after the latest, not met up to the earliest, unknown where the text leaves it open."""
        if on <= self.low:
            return Finding.NOT_MET
        return Finding.MET if on > self.high else Finding.UNKNOWN

    def moved(self, days: int) -> Window:
        """Both ends so many days later."""
        return Window(low=_plus(self.low, days), high=_plus(self.high, days))


def later(day: date, months: int) -> date:
    """So many calendar months on, clamped at a month's end; ``NEVER`` where the calendar ends."""
    try:
        return add_months(day, months)
    except OverflowError:
        return NEVER


def _plus(day: date, days: int) -> date:
    return NEVER if (NEVER - day).days <= days else day + timedelta(days=days)
