"""The most connected first: as counted once, and as counted anew after every removal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from dedere.links.structure import Structure


def static(structure: Structure, seed: int) -> NDArray[np.int32]:
    """By falling degree, equals by lot."""
    return falling(np.diff(structure.starts), seed)


def falling(scores: NDArray[np.generic], seed: int) -> NDArray[np.int32]:
    """The parties (n,) by falling score, equals by lot."""
    lot = np.random.default_rng(seed).permutation(len(scores))
    return lot[np.argsort(-scores[lot].astype(np.float64), kind="stable")].astype(np.int32)


def adaptive(structure: Structure, seed: int) -> NDArray[np.int32]:
    """The highest degree among those who remain, again and again, equals by lot."""
    order = np.empty(structure.parties, np.int32)
    gone = np.zeros(structure.parties, np.bool_)
    lot = np.random.default_rng(seed).permutation(structure.parties).astype(np.int32)
    rest(structure, gone, lot, order, 0)
    return order


@compiled
def rest(
    structure: Structure,
    gone: NDArray[np.bool_],
    lot: NDArray[np.int32],
    order: NDArray[np.int32],
    filled: int,
) -> None:
    """Fill an order from ``filled`` on with those not gone, the highest remaining degree first.

    Each degree has a pile of parties, linked by ``after``; who lost a tie since lies too high, and is laid
    lower when found. ``lot`` (n,) is the order in which the piles are laid.
    """
    n = len(gone)
    degree = np.zeros(n, np.int64)
    for party in range(n):
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[party] += not gone[structure.ends[place]]
    first, after = np.full(n + 1, -1, np.int32), np.full(n, -1, np.int32)
    for party in lot:
        if not gone[party]:
            after[party], first[degree[party]] = first[degree[party]], party
    height = n
    while height >= 0:
        party = first[height]
        if party < 0:
            height -= 1
            continue
        first[height] = after[party]
        if degree[party] < height:
            after[party], first[degree[party]] = first[degree[party]], party
            continue
        gone[party], order[filled] = True, party
        filled += 1
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[structure.ends[place]] -= 1
