"""What fell due since the last tick; it may run at any time, and twice says nothing twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from dedere.registry.alerts import Due, end_alerts, raise_alerts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What a tick found.

    Attributes:
        raised: what fell due and had not been said; the first tick after an absence says it all.
        ended: alerts that stood and whose clock has since been stopped, moved or struck.
    """

    raised: tuple[Due, ...]
    ended: tuple[Due, ...]


def tick(*, at: datetime) -> Ticked:
    """Say what fell due by the desk's day at ``at``; writes alerts, never a line of the journal."""
    on = timezone.localtime(at).date()
    ended = tuple(end_alerts(at))
    return Ticked(raised=tuple(raise_alerts(on, at)), ended=ended)
