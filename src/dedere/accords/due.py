"""When a promise falls due, and whether anybody must still act on it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dedere.accords.accord import Accord
from dedere.accords.position import ENDED, Column, Position, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The day a promise falls due, and the givers who have not said that it is kept or broken."""

    on: date
    givers: tuple[str, ...]


def due(accord: Accord, columns: Sequence[Column]) -> Due | None:
    """Return when the promise next falls due, or None where no day was stated or every giver has answered.

    A recurring promise falls due again only where its interval was stated: so many months after the last
    time that a giver said it was kept, or after it was made. An interval is never supplied.
    """
    if accord.every:
        return Due(on=_months_after(_last_kept(accord, columns), accord.every), givers=accord.by)
    silent = tuple(side for side in accord.by if column(columns, side).position not in ENDED)
    return Due(on=accord.due, givers=silent) if accord.due and silent else None


def _last_kept(accord: Accord, columns: Sequence[Column]) -> date:
    kept = (
        each.on
        for side in accord.by
        for each in column(columns, side).statements
        if each.position is Position.KEPT and not each.struck
    )
    return max((accord.due or accord.first_day, *kept))


def _months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
