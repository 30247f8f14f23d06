"""Lines for tests that need a journal and not a story."""

from datetime import datetime

from dedere.docket.entries import Line
from dedere.docket.entries.upkeep import Noted

import cast


def note(number: int, title: str = "nota", *, by: str = cast.ANA, at: datetime = cast.NOON) -> Line:
    return Line(
        number=number, entry=Noted(title=title, text="«ñ»\n\u2028"), occurred_at=at, recorded_at=at, by=by
    )


def notes(first: int, last: int) -> list[Line]:
    return [note(number) for number in range(first, last + 1)]
