"""The ledger's pages: entries, readings, attempts and changes of accounts, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

from dedere.registry.models import Attempt, EntryRow, JournalLine, OfficerChange, Reading

PAGE = 100
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which lines are asked for; empty means any. ``since`` is counted in, ``until`` is not."""

    stream: str = ""
    by: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[Row]):
    """One page; ``next`` is what to ask for to have the page after, or 0."""

    rows: tuple[Row, ...]
    next: int


def entries(asked: Asked, *, before: int = 0, page: int = PAGE) -> Leaf[EntryRow]:
    """Return the entries recorded before a position, newest first."""
    rows = EntryRow.objects.all()
    for name in ("stream", "kind", "by"):
        if value := getattr(asked, name):
            rows = rows.filter(**{name: value})
    if asked.since:
        rows = rows.filter(recorded_at__gte=asked.since)
    if asked.until:
        rows = rows.filter(recorded_at__lt=asked.until)
    if (asked.since or asked.until) and not (asked.stream or asked.by or asked.kind):
        return _by_day(rows, before, page)
    return _leaf(rows, "position", before, page)


def _by_day(rows: QuerySet[EntryRow], before: int, page: int) -> Leaf[EntryRow]:
    """Walk by the instant of recording, so that a span of days is sought and not searched for."""
    if edge := EntryRow.objects.filter(position=before).first():
        earlier = Q(recorded_at__lt=edge.recorded_at)
        rows = rows.filter(earlier | Q(recorded_at=edge.recorded_at, position__lt=before))
    found = tuple(rows.order_by("-recorded_at", "-position")[: page + 1])
    shown = found[:page]
    return Leaf(rows=shown, next=shown[-1].position if len(found) > page else 0)


def readings(asked: Asked, *, before: int = 0, page: int = PAGE) -> Leaf[Reading]:
    """Return who read what, newest first."""
    rows = _during(Reading.objects.all(), asked)
    if asked.stream:
        rows = rows.filter(stream=asked.stream)
    return _leaf(rows, "id", before, page)


def attempts(asked: Asked, *, before: int = 0, page: int = PAGE) -> Leaf[Attempt]:
    """Return who was turned away, newest first."""
    return _leaf(_during(Attempt.objects.all(), asked), "id", before, page)


def changes(asked: Asked, *, before: int = 0, page: int = PAGE) -> Leaf[OfficerChange]:
    """Return how accounts changed, newest first."""
    return _leaf(_during(OfficerChange.objects.all(), asked), "id", before, page)


def texts(positions: Sequence[int]) -> dict[int, JournalLine]:
    """Return the journal's own lines at these positions."""
    return JournalLine.objects.in_bulk(list(positions))


def _during(rows: QuerySet[Row], asked: Asked) -> QuerySet[Row]:
    if asked.by:
        rows = rows.filter(officer=asked.by)
    if asked.since:
        rows = rows.filter(at__gte=asked.since)
    return rows.filter(at__lt=asked.until) if asked.until else rows


def _leaf(rows: QuerySet[Row], key: str, before: int, page: int) -> Leaf[Row]:
    if before:
        rows = rows.filter(**{f"{key}__lt": before})
    found = tuple(rows.order_by(f"-{key}")[: page + 1])
    shown = found[:page]
    return Leaf(rows=shown, next=getattr(shown[-1], key) if len(found) > page else 0)
