"""What fell due since the last tick; it may run at any time, and twice says nothing twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from dedere.clerk import checkpoints
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
    """Say what fell due by the desk's day at ``at``, and sign the journal; write no line of it."""
    on = timezone.localtime(at).date()
    ended = tuple(end_alerts(at))
    checkpoints.sign(at=at)
    return Ticked(raised=tuple(raise_alerts(on, at)), ended=ended)
