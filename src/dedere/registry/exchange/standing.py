"""How the exchange stands: what is not acknowledged, what is held, what waits, what was refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from dedere.registry.exchange import dispatch, inbox, refusals
from dedere.registry.models import DispatchRow

PATIENCE = timedelta(minutes=15)


def unacknowledged(at: datetime) -> QuerySet[DispatchRow]:
    """Return the letters that the other State has not acknowledged: held, or sent and beyond patience."""
    late = Q(standing=dispatch.HELD) | Q(standing=dispatch.DUE, since__lte=at - PATIENCE)
    return DispatchRow.objects.filter(late, receipt=False).order_by("since", "key")


def counts(at: datetime) -> Mapping[str, int]:
    """Return what a person must look at, by what it is; each an indexed count."""
    return {
        "letters_unacknowledged": unacknowledged(at).count(),
        "letters_held": DispatchRow.objects.filter(standing=dispatch.HELD, receipt=False).count(),
        "letters_waiting": inbox.waiting().count(),
        "envelopes_refused": refusals.since(at - timedelta(days=1)),
    }
