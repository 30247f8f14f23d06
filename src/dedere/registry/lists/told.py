"""Which files have an entry of a kind at all, for whoever then reads those files and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dedere.registry.models import EntryRow

_PAGE = 900


def streams_told(kinds: Sequence[str]) -> Iterator[str]:
    """Yield the number of each file with an entry of one of the kinds, in the order of numbers."""
    rows = EntryRow.objects.filter(kind__in=kinds).order_by("stream").values_list("stream", flat=True)
    yield from rows.distinct().iterator(_PAGE)
