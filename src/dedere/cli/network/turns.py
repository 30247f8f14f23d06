"""What ``dedere network plan --waves`` reads of first days: the column ``from``, and whose article it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dedere.links.plan import Turns

COLUMN = "from"


def turns_of(
    waves: int, every: int, start: datetime | None, only: Path | None, absent: Sequence[str]
) -> Turns:
    """Return the waves asked for; first days are those of --only, where it is a CSV that tells them."""
    from dedere.cli.network.lists import days
    from dedere.links.plan import Turns

    first = days(only, COLUMN) if only else None
    return Turns(
        on=start.date() if start else datetime.now(UTC).astimezone().date(),
        waves=waves,
        months=every,
        first=None if first is None else {id: day for id, day in first.items() if id not in absent},
    )


def articles(only: Path | None) -> dict[str, str]:
    """Return, by id, instrument and article of what holds a person back, as --only tells them."""
    from dedere.cli.network.lists import cells

    if only is None:
        return {}
    instruments, found = cells(only, "instrument") or {}, cells(only, "article") or {}
    return {id: f"{instruments.get(id, '')} {article}".strip() for id, article in found.items() if article}
