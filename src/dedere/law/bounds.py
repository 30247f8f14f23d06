"""The bounds of a day and of a whole number that a file may give."""

from __future__ import annotations

from datetime import date, datetime

FIRST_YEAR, LAST_YEAR = 1000, 3000
MOST = 10**15


def is_day(value: object) -> bool:
    """Whether it is a date without a time, of a year that leaves room for every count of days and months."""
    return (
        isinstance(value, date) and not isinstance(value, datetime) and FIRST_YEAR <= value.year <= LAST_YEAR
    )


def is_whole(value: object) -> bool:
    """Whether it is a whole number, not negative, and none that only a slip of the hand makes."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
