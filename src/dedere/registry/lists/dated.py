"""What has a day: clocks that run and handovers, for calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.registry.models import ClockRow, HandoverRow

MOST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Clocks and handovers by their day; ``count`` says how many clocks there are in all."""

    clocks: tuple[ClockRow, ...]
    handovers: tuple[HandoverRow, ...]
    count: int


def dated(*, since: date, until: date, most: int = MOST) -> Dated:
    """Return what falls on the days from ``since`` to ``until``, ``most`` clocks, soonest first."""
    clocks = ClockRow.objects.filter(live=True, due__range=(since, until))
    found = tuple(clocks.select_related("case").order_by("due", "key")[:most])
    handovers = HandoverRow.objects.filter(on__range=(since, until)).order_by("on", "id")
    return Dated(
        clocks=found,
        handovers=tuple(handovers),
        count=len(found) if len(found) < most else clocks.count(),
    )
