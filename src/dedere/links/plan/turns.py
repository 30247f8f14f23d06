"""Periods one after another, and from which of them on each party may go."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dedere.links.named import demand
from dedere.links.plan.wanted import UnreadableWish, Wanted

MOST_WAVES, MOST_MONTHS = 40, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days of a wave, both ends counted."""

    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """How a plan is spread: so many ``waves`` of so many ``months`` from a day on.

    ``first`` is the first day on which the law lets each party go; whoever it does not name waits for a day
    that is not known, and goes in no wave. None: every day has come.
    """

    on: date
    waves: int
    months: int = 3
    first: Mapping[str, date] | None = None

    def periods(self) -> tuple[Period, ...]:
        """Return the periods; UnreadableWish where they are too many or too long."""
        for where, amount, most in (("waves", self.waves, MOST_WAVES), ("months", self.months, MOST_MONTHS)):
            if not 1 <= amount <= most:
                raise UnreadableWish(
                    where=where, what=f"{amount} is too few or too many", remedy=f"give 1 to {most}"
                )
        starts = [_later(self.on, turn * self.months) for turn in range(self.waves + 1)]
        return tuple(
            Period(since=since, until=after - timedelta(days=1)) for since, after in pairwise(starts)
        )


def turns_of(turns: Turns, wanted: Wanted, ids: tuple[str, ...]) -> NDArray[np.int32]:
    """Return in which wave (n,) each party may go at the earliest: the number of waves where in none.

    Whoever's day falls in a period may go in it. A group goes when the last of its members may.
    """
    periods, number = turns.periods(), {id: place for place, id in enumerate(ids)}
    come = np.full(len(ids), 0 if turns.first is None else turns.waves, np.int32)
    demand("first days", list(turns.first or ()), number)
    for id, day in (turns.first or {}).items():
        come[number[id]] = sum(period.until < day for period in periods)
    for group in wanted.groups:
        members = [number[id] for id in group]
        come[members] = come[members].max(initial=0)
    return come


def _later(day: date, months: int) -> date:
    """Return the same day some months later, the last of the month where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except ValueError:
        raise UnreadableWish(
            where="waves", what=f"they go on after the year {year - 1}", remedy="give an earlier day"
        ) from None
