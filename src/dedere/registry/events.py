"""The numbers of the events that the journal knows."""

from __future__ import annotations

from dedere.docket.sort import LETTERS, Sort
from dedere.registry.models import JournalLine

_LETTER = next(letter for letter, sort in LETTERS.items() if sort is Sort.EVENT)


def numbers() -> tuple[str, ...]:
    """Return the number of every event, in the order in which they were opened."""
    opened = JournalLine.objects.filter(number=1, stream__startswith=f"{_LETTER}-").order_by("position")
    return tuple(opened.values_list("stream", flat=True))
