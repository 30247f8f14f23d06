"""A forest taken apart: of its largest tree the party goes whose loss leaves the smallest pieces."""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from dedere.links.structure import Structure


@compiled
def broken(structure: Structure, gone: NDArray[np.bool_], order: NDArray[np.int32], filled: int) -> int:
    """Fill an order from ``filled`` on until no ties remain; what is left without ``gone`` has no cycle."""
    n = len(gone)
    parent, below, queue = np.full(n, -1, np.int32), np.zeros(n, np.int64), np.empty(n, np.int32)
    seen = gone.copy()
    heap = [(np.int64(0), np.int64(0)) for _ in range(0)]
    for party in range(n):
        if not seen[party]:
            middle, size = centre(structure, gone, party, parent, below, queue)
            for place in range(size):
                seen[queue[place]] = True
            if size > 1:
                heapq.heappush(heap, (-np.int64(size), np.int64(middle)))
    while heap:
        _, middle = heapq.heappop(heap)
        gone[middle], order[filled] = True, middle
        filled += 1
        for place in range(structure.starts[middle], structure.starts[middle + 1]):
            other = structure.ends[place]
            if not gone[other]:
                next_middle, size = centre(structure, gone, other, parent, below, queue)
                if size > 1:
                    heapq.heappush(heap, (-np.int64(size), np.int64(next_middle)))
    return filled


@compiled
def centre(
    structure: Structure,
    gone: NDArray[np.bool_],
    party: int,
    parent: NDArray[np.int32],
    below: NDArray[np.int64],
    queue: NDArray[np.int32],
) -> tuple[int, int]:
    """The party of a tree whose loss leaves the smallest largest piece, and the tree's size; rest is room."""
    queue[0], parent[party], last, at = party, -1, 1, 0
    while at < last:
        above = queue[at]
        at += 1
        for place in range(structure.starts[above], structure.starts[above + 1]):
            other = structure.ends[place]
            if not gone[other] and other != parent[above]:
                queue[last], parent[other] = other, above
                last += 1
    best, least = party, np.int64(last)
    for place in range(last):
        below[queue[place]] = 1
    for at in range(last - 1, -1, -1):
        here = queue[at]
        if at:
            below[parent[here]] += below[here]
    for at in range(last):
        here = queue[at]
        piece = last - below[here]
        for place in range(structure.starts[here], structure.starts[here + 1]):
            other = structure.ends[place]
            if not gone[other] and parent[other] == here:
                piece = max(piece, below[other])
        if piece < least:
            best, least = here, piece
    return best, last
