"""What was worked out from networks and may be thrown away: found again by the digest of its inputs."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from dedere.registry.models import WorkedRow

_KEPT = 40  # of one network: enough for its handovers as they change, and bounded


def find(digest: str) -> dict[str, Any] | None:
    """Return what was worked out from these inputs, or None."""
    text = WorkedRow.objects.filter(pk=digest).values_list("text", flat=True).first()
    found: dict[str, Any] | None = json.loads(text) if text else None
    return found


def keep(digest: str, network: str, worked: dict[str, Any], *, at: datetime) -> None:
    """Keep what was worked out; of each network the latest only."""
    text = json.dumps(worked, ensure_ascii=False, separators=(",", ":"))
    WorkedRow.objects.update_or_create(pk=digest, defaults={"network": network, "text": text, "at": at})
    rows = WorkedRow.objects.filter(network=network).order_by("-at", "digest")
    WorkedRow.objects.filter(pk__in=[row.pk for row in rows.only("pk")[_KEPT:]]).delete()
