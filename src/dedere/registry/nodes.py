"""The journal's tree as its rows keep it: each row holds its leaf and the nodes that it completes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import connection

from dedere.seal import tree
from dedere.seal.tree import HASH, Frontier, Node

# To take the lowest bit from a position leads from the last row to each row that completes a whole tree.
_FRONTIER = """
WITH RECURSIVE whole(place) AS (
  SELECT MAX(position) FROM registry_journalline
  UNION ALL SELECT place & (place - 1) FROM whole WHERE place & (place - 1) > 0
)
SELECT position, nodes FROM whole JOIN registry_journalline ON position = place ORDER BY position"""

_ROWS = "SELECT position, nodes FROM registry_journalline WHERE position IN ({})"


def frontier() -> Frontier:
    """Return the whole trees that the journal falls into now; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_FRONTIER)
        rows = cursor.fetchall()
    return Frontier(rows[-1][0] if rows else 0, [bytes(nodes[-HASH:]) for _, nodes in rows])


def read(nodes: Sequence[Node]) -> Mapping[Node, bytes]:
    """Read nodes, all in one query: a node stands in the row of the last leaf below it."""
    rows = sorted({_row(node) for node in nodes})
    with connection.cursor() as cursor:
        cursor.execute(_ROWS.format(", ".join(["%s"] * len(rows)) or "NULL"), rows)
        kept = {position: bytes(told) for position, told in cursor.fetchall()}
    return {node: kept[_row(node)][node[0] * HASH : (node[0] + 1) * HASH] for node in nodes}


def root(size: int) -> bytes:
    """Return the root as it was when the journal had ``size`` lines."""
    return tree.root(size, read)


def inclusion(position: int, size: int) -> tuple[bytes, ...]:
    """Return the proof that a line stands in the journal as it was at ``size`` lines."""
    return tree.inclusion(position - 1, size, read)


def consistency(first: int, second: int) -> tuple[bytes, ...]:
    """Return the proof that the journal at ``second`` lines goes on from what it was at ``first``."""
    return tree.consistency(first, second, read)


def _row(node: Node) -> int:
    level, index = node
    return (index + 1) << level
