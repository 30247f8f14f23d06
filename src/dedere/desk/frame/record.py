"""What the desk puts on record of its own accord: a reading, an attempt that was turned away."""

from __future__ import annotations

from datetime import datetime

from dedere.registry.models import Attempt, Reading


def attempt(*, by: str, permission: str, address: str, at: datetime) -> None:
    """Record that somebody asked for what the role does not allow, or was locked out."""
    Attempt.objects.create(officer=by[:150], permission=permission[:64], address=address[:500], at=at)


def reading(*, by: str, stream: str, page: str, at: datetime) -> None:
    """Record that an officer opened a file."""
    Reading.objects.create(officer=by[:150], stream=stream[:32], page=page[:64], at=at)
