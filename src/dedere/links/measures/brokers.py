"""Who alone holds parts together: articulation points, and the pairs that hang on each.

Hopcroft and Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Communications of the ACM 16
(1973), 372-378, without recursion.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


class _Walk(NamedTuple):
    """The state of a walk in depth: (n,) each."""

    seen: NDArray[np.int64]  # when a party was first met, from 1; 0 before
    low: NDArray[np.int64]  # the earliest party that it or anyone below has a tie to
    below: NDArray[np.int64]  # how many stand at or below it
    cut: NDArray[np.int64]  # how many below it fall off without it
    kept: NDArray[np.int64]  # pairs among those who fall off together
    parent: NDArray[np.int32]
    at: NDArray[np.int64]  # the next of its ties to follow


@compiled
def hanging(structure: Structure, gone: NDArray[np.bool_]) -> tuple[NDArray[np.int64], int]:
    """Return the pairs of others that each party (n,) alone holds together, and all pairs that hang on one.

    A pair that hangs on several is counted for each of them, and once in the total: a pair hangs on nobody
    exactly where both stand in one block, which no single party cuts.
    """
    n = len(structure.starts) - 1
    walk = _Walk(
        np.zeros(n, np.int64),
        np.zeros(n, np.int64),
        np.ones(n, np.int64),
        np.zeros(n, np.int64),
        np.zeros(n, np.int64),
        np.full(n, -1, np.int32),
        structure.starts[:-1].copy(),
    )
    path, block, members = np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.int32)
    hang = np.zeros(n, np.int64)
    pairs = 0
    for root in range(n):
        if gone[root] or walk.seen[root]:
            continue
        size, together = _component(structure, gone, walk, root, path, block, members)
        pairs += size * (size - 1) // 2 - together
        for party in members[:size]:
            rest = size - 1 - walk.cut[party]
            hang[party] = (size - 1) * (size - 2) // 2 - walk.kept[party] - rest * (rest - 1) // 2
    return hang, pairs


@compiled
def _component(
    structure: Structure,
    gone: NDArray[np.bool_],
    walk: _Walk,
    root: int,
    path: NDArray[np.int32],
    block: NDArray[np.int32],
    members: NDArray[np.int32],
) -> tuple[int, int]:
    """Walk the part of ``root``; return its size and the pairs within blocks, list it in ``members``."""
    path[0] = block[0] = members[0] = root
    deep, open_, met, together = 1, 1, 1, 0
    walk.seen[root] = walk.low[root] = 1
    while deep:
        party = path[deep - 1]
        if walk.at[party] < structure.starts[party + 1]:
            other = structure.ends[walk.at[party]]
            walk.at[party] += 1
            if gone[other] or other == walk.parent[party]:
                continue
            if walk.seen[other]:
                walk.low[party] = min(walk.low[party], walk.seen[other])
                continue
            walk.parent[other] = party
            path[deep] = block[open_] = members[met] = other
            deep, open_, met = deep + 1, open_ + 1, met + 1
            walk.seen[other] = walk.low[other] = met
            continue
        deep -= 1
        if deep:
            above = path[deep - 1]
            walk.below[above] += walk.below[party]
            walk.low[above] = min(walk.low[above], walk.low[party])
            if walk.low[party] >= walk.seen[above]:
                closed = open_
                while block[open_ - 1] != party:
                    open_ -= 1
                open_ -= 1
                size = closed - open_ + 1
                together += size * (size - 1) // 2
                walk.cut[above] += walk.below[party]
                walk.kept[above] += walk.below[party] * (walk.below[party] - 1) // 2
    return met, together
