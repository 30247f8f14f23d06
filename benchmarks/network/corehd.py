"""CoreHD: the highest degree within the 2-core goes, until no cycle is left; then the trees are broken.

Zdeborová, Zhang and Zhou, *Scientific Reports* 6, 37954 (2016).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.degree import rest
from benchmarks.network.trees import broken
from dedere.links.structure import Structure


def corehd(structure: Structure, seed: int) -> NDArray[np.int32]:
    """An order of all parties, equals by lot."""
    return after_decycling(structure, partial(decycled, filled=0), seed)


def after_decycling(structure: Structure, decycle: Callable[..., int], seed: int) -> NDArray[np.int32]:
    """An order of all parties: those that a method takes out to leave no cycle, then the forest's."""
    lot = np.random.default_rng(seed).permutation(structure.parties).astype(np.int32)
    order = np.empty(structure.parties, np.int32)
    gone = np.zeros(structure.parties, np.bool_)
    filled = broken(structure, gone, order, decycle(structure, gone, lot, order))
    rest(structure, gone, lot, order, filled)
    return order


@compiled
def decycled(
    structure: Structure,
    gone: NDArray[np.bool_],
    lot: NDArray[np.int32],
    order: NDArray[np.int32],
    filled: int,
) -> int:
    """Fill an order with the highest degree in the 2-core until that is empty; return how many are gone then.

    Each degree has a pile of parties, linked by ``after``; who lost a tie since lies too high, and is laid
    lower when found.
    """
    n = len(gone)
    degree = np.zeros(n, np.int64)
    outside = gone.copy()
    for party in range(n):
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[party] += not gone[structure.ends[place]]
    for party in range(n):
        pruned(structure, degree, outside, party)
    first, after = np.full(n + 1, -1, np.int32), np.full(n, -1, np.int32)
    for party in lot:
        if not outside[party]:
            after[party], first[degree[party]] = first[degree[party]], party
    height = n
    while height > 1:
        party = first[height]
        if party < 0:
            height -= 1
            continue
        first[height] = after[party]
        if outside[party]:
            continue
        if degree[party] < height:
            after[party], first[degree[party]] = first[degree[party]], party
            continue
        gone[party], outside[party], order[filled] = True, True, party
        filled += 1
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[structure.ends[place]] -= 1
            pruned(structure, degree, outside, structure.ends[place])
    return filled


@compiled
def pruned(structure: Structure, degree: NDArray[np.int64], outside: NDArray[np.bool_], party: int) -> None:
    """Take a party out of the 2-core if it has but one tie in it, and so on along that tie."""
    while not outside[party] and degree[party] < 2:
        outside[party] = True
        follow = party
        for place in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[place]
            if not outside[other]:
                degree[other] -= 1
                follow = other
        party = follow
