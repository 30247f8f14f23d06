"""A clock's row in words: which day of how many."""

from __future__ import annotations

from datetime import date

from dedere.desk import wording
from dedere.registry.models import ClockRow

_DAYS = {"days", "calendar-days"}


def day_of(row: ClockRow, on: date) -> str:
    """``day 58 of 60``; ``2 months from …`` where the unit is no plain day; empty for a reminder.

    The day is counted back from the due date, which already carries the pauses.
    """
    if not row.of or row.due is None:
        return ""
    if row.unit in _DAYS:
        return wording.say("today.day-of", day=row.of - (row.due - on).days, of=row.of)
    return wording.say("today.length", of=row.of, unit=wording.code("unit", row.unit))
