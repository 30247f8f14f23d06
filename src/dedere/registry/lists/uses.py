"""Where a published source is used: the journal's lines that name it."""

from __future__ import annotations

import json

from dedere.registry.models import EntryRow, JournalLine

LIMIT = 200


def used_in(source: str, *, limit: int = LIMIT) -> tuple[EntryRow, ...]:
    """Return the entries that name a source, oldest first, ``limit`` at most.

    The text is searched for the id as JSON writes it, then each find is read, so that an id
    inside a sentence is not taken for a use.
    """
    written = json.dumps(source, ensure_ascii=False)
    lines = JournalLine.objects.filter(text__contains=written).order_by("position")
    positions = [
        line.position for line in lines[: limit * 2] if source in json.loads(line.text).get("sources", ())
    ][:limit]
    return tuple(EntryRow.objects.filter(position__in=positions).order_by("position"))
