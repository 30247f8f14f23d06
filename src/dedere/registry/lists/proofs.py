"""The digests of one file's lines, as its page shows them."""

from __future__ import annotations

from dedere.registry.models import JournalLine


def digests(stream: str) -> dict[int, str]:
    """Return the SHA-256 of each line of a file, by the line's number."""
    return dict(JournalLine.objects.filter(stream=stream).values_list("number", "digest"))
