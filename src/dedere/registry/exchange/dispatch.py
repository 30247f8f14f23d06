"""What is to be sent: due, claimed by one worker at a time, tried again later, done or held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q

from dedere.registry.models import DispatchRow

DUE, HELD, DONE = "due", "held", "done"
LEASE = timedelta(minutes=5)
FIRST, CEILING = timedelta(seconds=5), timedelta(hours=1)
MOST_TRIES = 60  # more than two days at the ceiling
# An instant further ahead than anyone sets was written by a clock that has since been set back.
_SLACK = timedelta(hours=2)


def add_letter(id: str, *, state: str, case: str, sequence: int, at: datetime) -> None:
    """Queue a letter; those of one case go in their order."""
    _add(id, receipt=False, state=state, lane=f"{state}/{case}", sequence=sequence, at=at)


def add_receipt(digest: str, *, state: str, at: datetime) -> None:
    """Queue a receipt of ours, or queue it again; receipts need no order."""
    DispatchRow.objects.filter(key=digest).delete()
    _add(digest, receipt=True, state=state, lane=digest, sequence=1, at=at)


def due(at: datetime, *, most: int = 100, states: Sequence[str] | None = None) -> list[DispatchRow]:
    """Return what may be sent now, the longest due first: of each case the lowest open sequence only."""
    before = DispatchRow.objects.filter(
        lane=OuterRef("lane"), sequence__lt=OuterRef("sequence"), standing__in=(DUE, HELD)
    )
    rows = DispatchRow.objects.filter(_ripe(at), ~Exists(before))
    if states is not None:
        rows = rows.filter(state__in=states)
    return list(rows.order_by("next_at", "key")[:most])


def claim(row: DispatchRow, at: datetime) -> bool:
    """Take a row for this worker; False where another was faster."""
    ours = DispatchRow.objects.filter(_ripe(at), key=row.key, tries=row.tries)
    return ours.update(lease_until=at + LEASE, tries=F("tries") + 1) == 1


def later(key: str, at: datetime, *, tries: int, said: str) -> None:
    """Give a row back, to be tried again: twice as late each time, an hour at the most."""
    wait = min(FIRST * 2 ** min(tries, 20), CEILING)
    DispatchRow.objects.filter(key=key, standing=DUE).update(lease_until=None, next_at=at + wait, said=said)


def relayed(key: str, at: datetime) -> bool:
    """Note that it was put on the wire or the stick; True the first time."""
    return DispatchRow.objects.filter(key=key, relayed_at=None).update(relayed_at=at) == 1


def done(key: str) -> None:
    """Close a row: it was answered."""
    DispatchRow.objects.filter(key=key).update(standing=DONE, lease_until=None, said="")


def hold(key: str, said: str) -> None:
    """Send it no more until an officer looks."""
    DispatchRow.objects.filter(key=key, standing=DUE).update(standing=HELD, lease_until=None, said=said)


def resume(key: str, at: datetime) -> None:
    """Try a held row anew, from the first try."""
    DispatchRow.objects.filter(key=key, standing=HELD).update(standing=DUE, tries=0, next_at=at, said="")


def _add(key: str, *, receipt: bool, state: str, lane: str, sequence: int, at: datetime) -> None:
    DispatchRow.objects.create(
        key=key,
        receipt=receipt,
        state=state,
        lane=lane,
        sequence=sequence,
        standing=DUE,
        since=at,
        next_at=at,
    )


def _ripe(at: datetime) -> Q:
    free = Q(lease_until=None) | Q(lease_until__lte=at) | Q(lease_until__gt=at + LEASE + _SLACK)
    come = Q(next_at__lte=at) | Q(next_at__gt=at + CEILING + _SLACK)
    return Q(standing=DUE) & free & come
