"""What has a day: clocks that run, handovers, and what two States promised each other, for calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.registry.accords import due_by
from dedere.registry.models import AccordRow, ClockRow, HandoverRow

MOST = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Clocks, handovers and promises by their day; ``count`` says how many clocks there are in all."""

    clocks: tuple[ClockRow, ...] = ()
    handovers: tuple[HandoverRow, ...] = ()
    promises: tuple[AccordRow, ...] = ()
    count: int = 0


def dated(*, since: date, until: date, most: int = MOST) -> Dated:
    """Return what falls on the days from ``since`` to ``until``, ``most`` clocks, soonest first."""
    clocks = ClockRow.objects.filter(live=True, due__range=(since, until))
    found = tuple(clocks.select_related("case").order_by("due", "key")[:most])
    handovers = HandoverRow.objects.filter(on__range=(since, until)).order_by("on", "id")
    return Dated(
        clocks=found,
        handovers=tuple(handovers),
        promises=tuple(due_by(until).filter(due__gte=since)),
        count=len(found) if len(found) < most else clocks.count(),
    )
