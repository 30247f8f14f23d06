"""The leaves of one file's lines in the journal's tree, as its page shows them."""

from __future__ import annotations

from dedere.registry.models import JournalLine


def digests(stream: str) -> dict[int, str]:
    """Return the leaf's hash of each line of a file, in hex, by the line's number."""
    rows = JournalLine.objects.filter(stream=stream).only("number", "nodes")
    return {row.number: row.leaf for row in rows}
