"""Handovers as lists show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dedere.registry.models import HandoverRow


def coming(on: date) -> tuple[HandoverRow, ...]:
    """Return the handovers of this day and after that are not locked, soonest first."""
    return tuple(HandoverRow.objects.filter(on__gte=on, locked=False).order_by("on", "id"))


def every() -> tuple[HandoverRow, ...]:
    """Return every handover, the latest day first."""
    return tuple(HandoverRow.objects.order_by("-on", "id"))


def named(ids: Sequence[str]) -> tuple[HandoverRow, ...]:
    """Return the rows of these handovers, the earliest day first."""
    return tuple(HandoverRow.objects.filter(id__in=ids).order_by("on", "id"))
