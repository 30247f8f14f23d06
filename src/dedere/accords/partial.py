"""Days as sources give them: a day, a month or a year, and never more than the source says."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def span(partial: str) -> tuple[date, date] | None:
    """Return the first and the last day that ``2025``, ``2025-02`` or ``2025-02-27`` may mean, or None."""
    found = _PARTIAL.fullmatch(partial)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def first_day(partial: str) -> date:
    """Return the first day that a partial day may mean; ValueError where it is none."""
    found = span(partial)
    if found is None:
        raise ValueError(f"{partial!r} is no day, month or year")
    return found[0]
