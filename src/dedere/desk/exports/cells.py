"""A cell of a table as text: days and instants in ISO, nothing that a spreadsheet would run."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dedere.files.sheets import harmless

Cell = str | int | date | datetime | None

# Control characters that no XML may carry, and so no workbook.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def written(cell: Cell, zone: ZoneInfo) -> str:
    """Return a cell as text: ``2025-01-15``, ``2025-01-15T12:00:00-06:00`` on the wall of ``zone``."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.astimezone(zone).isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(_UNWRITABLE.sub("", cell)) if isinstance(cell, str) else str(cell)
