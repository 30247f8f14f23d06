"""An amendment tried on the open cases: a page of them at a time, under the law as it is and as amended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dedere import clerk
from dedere.docket.asked import casefile
from dedere.law.amendment import Touched, touched
from dedere.law.library import Library, library
from dedere.registry.lists.cases import Wanted, cases
from dedere.registry.models import CaseRow

PAGE = 500  # open cases read for one page of the desk
OPEN = Wanted(view="open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a page of open cases came to; ``next`` is the place to go on from, 0 where none is left."""

    read: int
    touched: tuple[tuple[CaseRow, Touched], ...]
    next: int


def tried(amended: Library, *, on: date, home: str, before: int = 0) -> Trial:
    """Try an amendment on the open cases that stand before a place, newest first."""
    page = cases(OPEN, on=on, home=home, before=before, page=PAGE)
    return Trial(read=len(page.rows), touched=tuple(of_rows(page.rows, amended, on)), next=page.next)


def of_rows(rows: Iterable[CaseRow], amended: Library, on: date) -> Iterator[tuple[CaseRow, Touched]]:
    """Yield those of the cases that come out otherwise on their latest route."""
    rows = tuple(rows)
    files = clerk.cases(row.number for row in rows)
    for row in rows:
        case = files.get(row.number)
        track = case.tracks[-1] if case and case.tracks else None  # without a route no law attaches
        found = case and track and touched(casefile(case, track, on), library(), amended)
        if found:
            yield row, found
