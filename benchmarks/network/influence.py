"""Collective influence: a party's ties but one, by those of all at the edge of a ball about it.

Morone and Makse, *Nature* 524, 65 (2015).
"""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.degree import rest
from dedere.links.structure import Structure


def influence(structure: Structure, seed: int, reach: int) -> NDArray[np.int32]:
    """An order of all parties: the highest influence within ``reach`` steps, anew after every removal."""
    lot = np.random.default_rng(seed).permutation(structure.parties).astype(np.int32)
    order = np.empty(structure.parties, np.int32)
    gone = np.zeros(structure.parties, np.bool_)
    filled = strongest(structure, lot, reach, gone, order)
    rest(structure, gone, lot, order, filled)
    return order


@compiled
def strongest(
    structure: Structure,
    lot: NDArray[np.int32],
    reach: int,
    gone: NDArray[np.bool_],
    order: NDArray[np.int32],
) -> int:
    """Fill an order while anyone has influence; return how many are gone then.

    Removals lower the influence of those near by, so it is counted anew only when it comes up; the rare one
    that rose is found late.
    """
    n = len(gone)
    degree = np.diff(structure.starts)
    seen, queue = np.full(n, -1, np.int64), np.empty(n, np.int32)
    heap = [(np.int64(0), np.int64(0)) for _ in range(0)]
    for turn, party in enumerate(lot):
        heap.append((-of(structure, degree, gone, party, reach, seen, queue, turn), np.int64(party)))
    heapq.heapify(heap)
    filled, turn = 0, n
    while heap:
        known, party = heapq.heappop(heap)
        turn += 1
        now = -of(structure, degree, gone, party, reach, seen, queue, turn)
        if now > known:
            heapq.heappush(heap, (now, party))
            continue
        if now == 0:
            break
        gone[party], order[filled] = True, party
        filled += 1
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[structure.ends[place]] -= 1
    return filled


@compiled
def of(
    structure: Structure,
    degree: NDArray[np.int64],
    gone: NDArray[np.bool_],
    party: int,
    reach: int,
    seen: NDArray[np.int64],
    queue: NDArray[np.int32],
    turn: int,
) -> np.int64:
    """The influence of a party that is there; ``seen`` and ``queue`` (n,) are room."""
    if degree[party] < 2:
        return np.int64(0)
    queue[0], seen[party], begun, ended = party, turn, 0, 1
    for _ in range(reach):
        last = ended
        for at in range(begun, ended):
            for place in range(structure.starts[queue[at]], structure.starts[queue[at] + 1]):
                other = structure.ends[place]
                if not gone[other] and seen[other] != turn:
                    seen[other], queue[last] = turn, other
                    last += 1
        begun, ended = ended, last
    total = np.int64(0)
    for at in range(begun, ended):
        total += degree[queue[at]] - 1
    return (degree[party] - 1) * total
