"""Explosive immunization: all are away, and the weakest blocker among some drawn by lot comes back.

Clusella, Grassberger, Pérez-Reche and Politi, *Physical Review Letters* 117, 208301 (2016): while no
component has more parties than the target, a blocker is weighed by its effective degree and the roots of the
components beside it; after that, by how few components it would join to the largest. The order of removal is
the order of coming back, backwards.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.compiled import compiled
from benchmarks.network.measures import joined, most, root
from dedere.links.structure import Structure

CANDIDATES = 2000
HUB = 6


def explosive(structure: Structure, seed: int, share: float) -> NDArray[np.int32]:
    """An order of all parties for a target; who is a candidate when is drawn from the seed."""
    return came_back(structure, effective(structure), most(structure, share), seed)[::-1].copy()


@compiled
def effective(structure: Structure) -> NDArray[np.int64]:
    """The neighbours (n,) that are neither leaves nor hubs, effectively, settled by repetition."""
    degree = np.diff(structure.starts)
    found = np.zeros_like(degree)
    for _ in range(100):
        before = found.copy()
        for party in range(len(degree)):
            found[party] = 0
            for place in range(structure.starts[party], structure.starts[party + 1]):
                other = structure.ends[place]
                found[party] += degree[other] > 1 and found[other] <= HUB
        if (found == before).all():
            break
    return found


@compiled
def came_back(structure: Structure, strength: NDArray[np.int64], small: int, seed: int) -> NDArray[np.int32]:
    """The parties in the order in which they come back."""
    n = len(strength)
    np.random.seed(seed)
    waiting, order = np.random.permutation(n).astype(np.int32), np.empty(n, np.int32)
    leader, size = np.arange(n).astype(np.int32), np.zeros(n, np.int64)
    seen, turn, largest, head = np.full(n, -1, np.int64), 0, np.int64(0), 0
    for back in range(n):
        left = n - back
        best, least = 0, np.inf
        for tried in range(min(CANDIDATES, left)):
            if left > CANDIDATES:
                other = np.random.randint(tried, left)
                waiting[tried], waiting[other] = waiting[other], waiting[tried]
            turn += 1
            weight = blocks(
                structure, leader, size, strength, waiting[tried], seen, turn, largest, head, small
            )
            if weight < least:
                best, least = tried, weight
        party = waiting[best]
        waiting[best] = waiting[left - 1]
        order[back] = party
        made = joined(structure, leader, size, party)
        if made > largest:
            largest, head = made, party
    return order


@compiled
def blocks(
    structure: Structure,
    leader: NDArray[np.int32],
    size: NDArray[np.int64],
    strength: NDArray[np.int64],
    party: int,
    seen: NDArray[np.int64],
    turn: int,
    largest: np.int64,
    head: int,
    small: int,
) -> float:
    """How well a party blocks; ``head`` is a member of the largest component."""
    top = root(leader, head)
    weight, count, second, touches = float(strength[party]), 0, np.int64(0), False
    for place in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[place]
        if size[other] == 0:
            continue
        other = root(leader, other)
        if seen[other] == turn:
            continue
        seen[other] = turn
        count += 1
        weight += np.sqrt(size[other]) - 1
        if other == top:
            touches = True
        else:
            second = max(second, size[other])
    if largest <= small:
        return weight
    return count + second / len(size) if touches else np.inf
