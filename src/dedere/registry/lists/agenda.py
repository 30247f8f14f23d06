"""The day's work: what is overdue, due, awaited, and soon to be handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from dedere.registry.accords import due_by
from dedere.registry.models import AccordRow, CaseRow, ClockRow, HandoverRow, ProposalRow

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
    promises: Some[AccordRow]
    signatures: Some[ProposalRow]
    waiting: Some[CaseRow]
    handovers: Some[HandoverRow]


def agenda(*, on: date, home: str, limit: int = LIMIT) -> Agenda:
    """Return the day's groups, ``limit`` rows of each."""
    clocks = ClockRow.objects.filter(live=True).select_related("case").order_by("due", "key")
    return Agenda(
        overdue=_some(clocks.filter(due__lt=on), limit),
        due=_some(clocks.filter(due=on), limit),
        soon=_some(clocks.filter(due__gt=on, due__lte=on + WEEK), limit),
        promises=_some(due_by(on + WEEK), limit),
        signatures=_some(ProposalRow.objects.select_related("case").order_by("at", "key"), limit),
        waiting=_some(waiting(home).order_by("changed_at", "number"), limit),
        handovers=_some(
            HandoverRow.objects.filter(on__gte=on, on__lte=on + FORTNIGHT).order_by("on", "id"), limit
        ),
    )


def waiting(home: str) -> QuerySet[CaseRow]:
    """Return the cases on which another State must act next; a closed case waits for nobody."""
    return CaseRow.objects.filter(waiting_on__in=_others(home))


def _others(home: str) -> list[str]:
    """Return the States that any case waits on, but for the home State: a seek for each, no scan."""
    found, last = [], ""
    while (state := _after(last)) is not None:
        last = state
        found.append(state)
    return [state for state in found if state != home]


def _after(state: str) -> str | None:
    rows = CaseRow.objects.filter(waiting_on__gt=state).order_by("waiting_on")
    return rows.values_list("waiting_on", flat=True).first()


def _some(rows: QuerySet[Row], limit: int) -> Some[Row]:
    found = tuple(rows[:limit])
    return Some(rows=found, count=len(found) if len(found) < limit else rows.order_by().count())
