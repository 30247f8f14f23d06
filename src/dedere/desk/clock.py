"""The desk's instant: real time, or a demonstration's clock that runs on from a past instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

_STARTED = datetime.now(UTC)


def zone() -> ZoneInfo:
    """The zone of this desk, in which its days are counted."""
    return ZoneInfo(settings.TIME_ZONE)


def now(_request: object = None) -> datetime:
    """Return the desk's instant, with its zone.

    In a demonstration it is ``DEDERE_DEMO_CLOCK`` plus the time since this process began.
    """
    stated = demonstration()
    if stated is None:
        return datetime.now(zone())
    return (stated + _since_start()).astimezone(zone())


def today(_request: object = None) -> date:
    """The desk's day."""
    return now().date()


def home() -> str:
    """The State whose desk this is, such as ``MX``."""
    return str(settings.DEDERE_HOME)


def demonstration() -> datetime | None:
    """The instant at which a demonstration's clock was set; None in service."""
    stated = settings.DEDERE_DEMO_CLOCK
    return datetime.fromisoformat(stated) if stated else None


def simulated() -> bool:
    """Whether an act filed now is a simulated one."""
    return demonstration() is not None


def _since_start() -> timedelta:
    return datetime.now(UTC) - _STARTED
