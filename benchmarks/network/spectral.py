"""GND: the largest component is cut in two by a slow vector of its Laplacian, and the cut is covered.

Ren, Gleinig, Helbing and Antulov-Fantulin, *PNAS* 116, 6554 (2019), at unit costs, where their node-weighted
Laplacian is the plain one. The vector is found by as many multiplications as their programme does, so it is
approximate by design; the cover takes the party that covers most, again and again, and who no longer stands
in a large component is spared.
"""

from __future__ import annotations

import heapq
import math

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.degree import rest
from benchmarks.network.measures import most
from dedere.links.structure import Structure


def spectral(structure: Structure, seed: int, share: float) -> NDArray[np.int32]:
    """An order of all parties: cut until no component has more than a share of all, the rest by degree."""
    dice = np.random.default_rng(seed)
    n = structure.parties
    order, gone, number = np.empty(n, np.int32), np.zeros(n, np.bool_), np.full(n, -1, np.int32)
    filled, turn, heap, small = 0, 0, [], most(structure, share)
    members, sizes = pieces(structure, gone, np.arange(n, dtype=np.int32), number)
    while True:
        for part in np.split(members, np.cumsum(sizes)[:-1]):
            turn += 1
            heapq.heappush(heap, (-len(part), turn, part))
        size, _, part = heapq.heappop(heap)
        if -size <= small:
            break
        start = dice.standard_normal(-size)
        rounds = int(60 * math.log(-size) * math.sqrt(math.log(-size)))
        number[part] = np.arange(-size)
        vector = slow(structure, gone, part, number, start, rounds)
        cover = covered(structure, gone, part, number, vector)
        filled = taken(structure, gone, cover, small, order, filled)
        number[part] = -1
        members, sizes = pieces(structure, gone, part, number)
    rest(structure, gone, dice.permutation(n).astype(np.int32), order, filled)
    return order


@compiled
def pieces(
    structure: Structure, gone: NDArray[np.bool_], among: NDArray[np.int32], number: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Those of ``among`` who are there, one component after another, and how large each is.

    ``number`` (n,) is room, −1 for all before and after.
    """
    queue, sizes, found, last = np.empty_like(among), np.zeros(len(among), np.int64), 0, 0
    for party in among:
        if gone[party] or number[party] >= 0:
            continue
        begun, at = last, last
        queue[last], number[party] = party, 0
        last += 1
        while at < last:
            here = queue[at]
            at += 1
            for place in range(structure.starts[here], structure.starts[here + 1]):
                other = structure.ends[place]
                if not gone[other] and number[other] < 0:
                    queue[last], number[other] = other, 0
                    last += 1
        sizes[found] = last - begun
        found += 1
    number[queue[:last]] = -1
    return queue[:last], sizes[:found]


@compiled
def slow(
    structure: Structure,
    gone: NDArray[np.bool_],
    part: NDArray[np.int32],
    number: NDArray[np.int32],
    start: NDArray[np.float64],
    rounds: int,
) -> NDArray[np.float64]:
    """About the vector that the Laplacian of a part changes slowest; ``number`` (n,) is who is where."""
    x, y = start - start.mean(), np.empty_like(start)
    degree = np.zeros(len(part), np.int64)
    for at, party in enumerate(part):
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[at] += not gone[structure.ends[place]]
    top = degree.max()
    for _ in range(rounds):
        for at, party in enumerate(part):
            total = (top - degree[at]) * x[at]
            for place in range(structure.starts[party], structure.starts[party + 1]):
                other = structure.ends[place]
                if not gone[other]:
                    total += x[number[other]]
            y[at] = total
        y -= y.mean()
        x, y = y / np.sqrt((y * y).sum()), x
    return x


@compiled
def covered(
    structure: Structure,
    gone: NDArray[np.bool_],
    part: NDArray[np.int32],
    number: NDArray[np.int32],
    vector: NDArray[np.float64],
) -> NDArray[np.int32]:
    """Who covers the ties across the cut: whoever has most that are not yet covered, again and again."""
    heap, across = [(np.int64(0), np.int64(0)) for _ in range(0)], np.zeros(len(part), np.int64)
    for at, party in enumerate(part):
        for place in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[place]
            if not gone[other]:
                across[at] += (vector[number[other]] < 0) != (vector[at] < 0)
        heap.append((-across[at], np.int64(at)))
    heapq.heapify(heap)
    cover, chosen, found = np.empty_like(part), np.zeros(len(part), np.bool_), 0
    while heap:
        weight, at = heapq.heappop(heap)
        if chosen[at] or across[at] == 0:
            continue
        if -weight > across[at]:
            heapq.heappush(heap, (-across[at], at))
            continue
        cover[found], chosen[at] = part[at], True
        found += 1
        for place in range(structure.starts[part[at]], structure.starts[part[at] + 1]):
            other = structure.ends[place]
            if not gone[other] and (vector[number[other]] < 0) != (vector[at] < 0):
                across[number[other]] -= 1
    return cover[:found]


@compiled
def taken(
    structure: Structure,
    gone: NDArray[np.bool_],
    cover: NDArray[np.int32],
    small: int,
    order: NDArray[np.int32],
    filled: int,
) -> int:
    """Take out those of a cover, the most connected first, who still stand in a component above ``small``."""
    queue, seen = np.empty(len(gone), np.int32), np.full(len(gone), -1, np.int32)
    degree = np.zeros(len(cover), np.int64)
    for at, party in enumerate(cover):
        for place in range(structure.starts[party], structure.starts[party + 1]):
            degree[at] += not gone[structure.ends[place]]
    for party in cover[np.argsort(-degree, kind="mergesort")]:
        queue[0], seen[party], at, last = party, party, 0, 1
        while at < last <= small:
            for place in range(structure.starts[queue[at]], structure.starts[queue[at] + 1]):
                other = structure.ends[place]
                if not gone[other] and seen[other] != party:
                    queue[last], seen[other] = other, party
                    last += 1
            at += 1
        if last > small:
            gone[party], order[filled] = True, party
            filled += 1
    return filled
