"""The day's work: what is overdue, due, awaited, and soon to be handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from dedere.registry.models import CaseRow, ClockRow, HandoverRow, ProposalRow

LIMIT = 50
WEEK, FORTNIGHT = timedelta(days=7), timedelta(days=14)
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Some(Generic[Row]):
    """The first rows of a group, and how many there are in all."""

    rows: tuple[Row, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What a desk must do on a day, each group soonest or longest first."""

    overdue: Some[ClockRow]
    due: Some[ClockRow]
    soon: Some[ClockRow]
    signatures: Some[ProposalRow]
    waiting: Some[CaseRow]
    handovers: Some[HandoverRow]


def agenda(*, on: date, home: str, limit: int = LIMIT) -> Agenda:
    """Return the day's groups, ``limit`` rows of each."""
    clocks = ClockRow.objects.filter(live=True).select_related("case").order_by("due", "key")
    waiting = CaseRow.objects.filter(closed=False).exclude(waiting_on__in=["", home])
    return Agenda(
        overdue=_some(clocks.filter(due__lt=on), limit),
        due=_some(clocks.filter(due=on), limit),
        soon=_some(clocks.filter(due__gt=on, due__lte=on + WEEK), limit),
        signatures=_some(ProposalRow.objects.select_related("case").order_by("at", "key"), limit),
        waiting=_some(waiting.order_by("changed_at", "number"), limit),
        handovers=_some(
            HandoverRow.objects.filter(on__gte=on, on__lte=on + FORTNIGHT).order_by("on", "id"), limit
        ),
    )


def _some(rows: QuerySet[Row], limit: int) -> Some[Row]:
    found = tuple(rows[:limit])
    return Some(rows=found, count=len(found) if len(found) < limit else rows.order_by().count())
