"""A whole list of cases, walked a page at a time so that no reader holds up whoever records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dedere.registry.lists.cases import Wanted, chosen
from dedere.registry.models import CaseRow

PAGE = 1000


def whole(wanted: Wanted, *, on: date, home: str, page: int = PAGE) -> Iterator[tuple[CaseRow, ...]]:
    """Yield every case wanted, newest first, in pages; each page is a question of its own.

    One long question would keep SQLite from recording until the last row was sent.
    """
    rows = chosen(wanted, on=on, home=home).order_by("-position")
    found = tuple(rows[:page])
    while found:
        yield found
        found = tuple(rows.filter(position__lt=found[-1].position)[:page]) if len(found) == page else ()
