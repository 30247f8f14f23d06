"""Cuts for a fractional removal: who is still reached from a party, and what that must cost.

A party is reached from a root as far as nothing on a path between them is removed. With x the share of each
party removed, and the length of a path the sum of x over it, both ends included, whoever is nearer than 1
counts as reached by what is missing to 1: the path inequalities of Di Summa, Grosso and Locatelli (2012),
summed over a tree of shortest paths.
"""

from __future__ import annotations

from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure

# A path with fewer parties cuts off less when one of them goes: of equals it is the better one.
PER_STEP = 1e-7


@compiled
def _tree(
    structure: Structure,
    lengths: NDArray[np.float64],
    root: int,
    far: NDArray[np.float64],
    parents: NDArray[np.int32],
    order: NDArray[np.int32],
) -> int:
    """Fill the tree of shortest paths from a root to all nearer than 1; return how many they are."""
    far[:] = 2.0
    far[root] = lengths[root]
    waiting = [(lengths[root], np.int64(root))]
    parents[root], found = root, 0
    while waiting:
        length, party = heappop(waiting)
        if length > far[party]:
            continue
        if length >= 1.0 - 1e-6:
            break
        order[found] = party
        found += 1
        for at in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[at]
            longer = length + lengths[other] + PER_STEP
            if longer < far[other]:
                far[other], parents[other] = longer, party
                heappush(waiting, (longer, np.int64(other)))
    return found


@compiled
def _hang(
    order: NDArray[np.int32],
    parents: NDArray[np.int32],
    weights: NDArray[np.int64],
    hanging: NDArray[np.float64],
) -> float:
    """Fill in what hangs on each party of a tree, itself included; return the weight of the tree."""
    for party in order:
        hanging[party] = weights[party]
    for at in range(len(order) - 1, 0, -1):
        hanging[parents[order[at]]] += hanging[order[at]]
    return hanging[order[0]] if len(order) else 0.0


@compiled
def _lengths(choice: NDArray[np.int32], x: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.zeros(len(choice))
    for party in range(len(choice)):
        if choice[party] >= 0:
            lengths[party] = max(0.0, x[choice[party]])
    return lengths


@compiled
def component_cuts(
    structure: Structure,
    weights: NDArray[np.int64],
    choice: NDArray[np.int32],
    x: NDArray[np.float64],
    sizes: NDArray[np.float64],
    roots: NDArray[np.int32],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int32]]:
    """Return cuts ``size of the root's component + row · x ≥ weight``, each with its root.

    ``sizes`` is what the sizes (one a root) are in the solution cut off.
    """
    n, lengths = len(choice), _lengths(choice, x)
    rows, weight = np.zeros((len(roots), len(x))), np.zeros(len(roots))
    cut = np.zeros(len(roots), np.int32)
    far, hanging = np.empty(n), np.empty(n)
    parents, order = np.empty(n, np.int32), np.empty(n, np.int32)
    found = 0
    for root in roots:
        tree = order[: _tree(structure, lengths, root, far, parents, order)]
        reached = 0.0
        for party in tree:
            reached += weights[party] * (1.0 - far[party])
        if reached > sizes[root] + 1e-4 * max(1.0, sizes[root]):
            weight[found] = _hang(tree, parents, weights, hanging)
            for party in tree:
                if choice[party] >= 0:
                    rows[found, choice[party]] += hanging[party]
            # Who removes all that a choice removes cannot cut off more than the whole tree.
            rows[found] = np.minimum(rows[found], weight[found])
            cut[found] = root
            found += 1
    return rows[:found], weight[:found], cut[:found]


@compiled
def cover_cuts(
    structure: Structure,
    weights: NDArray[np.int64],
    choice: NDArray[np.int32],
    x: NDArray[np.float64],
    most: int,
    roots: NDArray[np.int32],
    depths: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return cuts ``row · x ≥ 1`` that every removal leaving components of at most ``most`` obeys.

    A tree of weight ``most`` + d must lose at least d: to each choice its share of d, at most all of it. Of
    each root's tree up to ``depths`` parts are taken, from the nearest that are too many to all.
    """
    n, lengths = len(choice), _lengths(choice, x)
    rows, by = np.zeros((len(roots) * depths, len(x))), np.zeros(len(roots) * depths)
    far, hanging = np.empty(n), np.empty(n)
    parents, order = np.empty(n, np.int32), np.empty(n, np.int32)
    found = 0
    for root in roots:
        size = _tree(structure, lengths, root, far, parents, order)
        weight, least = 0, 0
        while least < size and weight <= most:
            weight += weights[order[least]]
            least += 1
        if weight <= most:
            continue
        before = 0
        for depth in range(depths):
            part = least + (size - least) * depth // max(1, depths - 1)
            if part == before:
                continue
            before = part
            tree, row = order[:part], rows[found]
            lost = _hang(tree, parents, weights, hanging) - most
            row[:] = 0.0
            for party in tree:
                if choice[party] >= 0:
                    row[choice[party]] += min(hanging[party], lost) / lost
            row[:] = np.minimum(row, 1.0)
            by[found] = 1.0 - (row * x).sum()
            if by[found] > 1e-5:
                found += 1
            else:
                row[:] = 0.0
    return rows[:found], by[:found]
