"""Breaking what single parties hold: the largest component is split where its largest part gets smallest."""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.splits import Splits, forget, room_for_splits, walk
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure

# A component from which the best party takes less than this share is not held by single parties.
WORTH = 0.05


@compiled
def split_largest(
    structure: Structure, removed: NDArray[np.int32], lawful: NDArray[np.bool_], halt: Halt
) -> NDArray[np.int32]:
    """Return lawful parties, each time the best split of the largest component that one party can split.

    It begins after ``removed``. In a forest the best split is the centroid, and every tree ends up as single
    parties, if there is no ``halt``.
    """
    n = len(lawful)
    gone, piece, splits = np.zeros(n, np.bool_), np.full(n, -1, np.int32), room_for_splits(n)
    gone[removed] = True
    order = np.empty(n, np.int32)
    taken = 0
    waiting = [(0, 0) for _ in range(0)]
    for party in range(n):
        if not gone[party] and piece[party] < 0:
            _see(structure, gone, lawful, party, piece, 0, splits, waiting)
    while waiting and not halt[0]:
        _, best = heapq.heappop(waiting)
        gone[best] = True
        order[taken] = best
        taken += 1
        for place in range(structure.starts[best], structure.starts[best + 1]):
            other = structure.ends[place]
            if not gone[other] and piece[other] != taken:
                _see(structure, gone, lawful, other, piece, taken, splits, waiting)
    return order[:taken]


@compiled
def _see(
    structure: Structure,
    gone: NDArray[np.bool_],
    lawful: NDArray[np.bool_],
    first: int,
    piece: NDArray[np.int32],
    mark: int,
    splits: Splits,
    waiting: list[tuple[int, int]],
) -> None:
    """Mark the component of ``first``, and let it wait for its split if one party is worth removing."""
    size = walk(structure, gone, first, splits)
    best, least = -1, size
    for at in range(size):
        party = splits.met[at]
        piece[party] = mark
        if lawful[party] and splits.largest[party] < least:
            best, least = party, splits.largest[party]
    forget(splits, size)
    if best >= 0 and size > 1 and size - least >= WORTH * size:
        heapq.heappush(waiting, (-size, best))
