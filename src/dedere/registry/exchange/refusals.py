"""How many envelopes were refused in an hour: so many leave a line in the journal, the rest are counted."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db.models import F, Sum

from dedere.registry.models import RefusalRow

MOST_AN_HOUR = 20


def count(stream: str, at: datetime) -> int | None:
    """Count one refusal; return how many went unsaid before it, or None where this one goes unsaid too."""
    hour = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    key = f"{stream}/{hour:%Y%m%d%H}"
    row, _ = RefusalRow.objects.get_or_create(
        key=key, defaults={"stream": stream, "hour": hour, "count": 0, "unsaid": 0}
    )
    over = row.count >= MOST_AN_HOUR
    RefusalRow.objects.filter(key=key).update(count=F("count") + 1, unsaid=F("unsaid") + int(over))
    return None if over else _unsaid(stream)


def since(at: datetime) -> int:
    """Return how many envelopes were refused since an instant, said or not."""
    return RefusalRow.objects.filter(hour__gte=at).aggregate(n=Sum("count"))["n"] or 0


def _unsaid(stream: str) -> int:
    """Return how many went unsaid so far, and begin to count anew."""
    rows = RefusalRow.objects.filter(stream=stream, unsaid__gt=0)
    unsaid = rows.aggregate(n=Sum("unsaid"))["n"] or 0
    rows.update(unsaid=0)
    return unsaid
