"""Letting everyone come back one by one so that a large component forms as late as it can."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice, below, shuffle
from dedere.links.removal.standing import Standing, head, put_back, standing_without
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure

HUB = 6
SWEEPS = 20
LAST = 1e12


@compiled
def exploded(
    structure: Structure, lawful: NDArray[np.bool_], small: int, drawn: int, dice: Dice, halt: Halt
) -> NDArray[np.int32]:
    """Return all lawful parties (k,), the last to come back first.

    Explosive immunization (Clusella et al. 2016). Of so many ``drawn`` at a time the one comes back who
    blocks least: while no component has more than ``small`` parties, by its ties and the components it would
    join; after that, among those beside the largest, who joins the fewest to it. Hubs come back last. Whoever
    has not come back at a ``halt`` stays first, in no order.
    """
    waiting = np.flatnonzero(lawful).astype(np.int32)
    if halt[0]:
        return waiting
    strength = _strength(structure)
    shuffle(dice, waiting)
    order = np.empty(len(waiting), np.int32)
    standing, largest = standing_without(structure, waiting)
    member = -1
    for left in range(len(waiting), 0, -1):
        if halt[0]:
            order[:left] = waiting[:left]
            break
        best, least = 0, np.inf
        for at in range(min(drawn, left)):
            if left > drawn:
                other = at + below(dice, left - at)
                waiting[at], waiting[other] = waiting[other], waiting[at]
            now = _blocks(structure, standing, waiting[at], strength, member if largest > small else -1)
            if now < least:
                best, least = at, now
        party = waiting[best]
        waiting[best] = waiting[left - 1]
        order[left - 1] = party
        size = put_back(structure, standing, party)
        if size > largest or member < 0:
            largest, member = size, party
    return order


@compiled
def _strength(structure: Structure) -> NDArray[np.int32]:
    """Return how many neighbours each has (n,), leaves and hubs not counted: hubs are those of many such."""
    n = len(structure.starts) - 1
    degrees = np.diff(structure.starts)
    strength = np.zeros(n, np.int32)
    for _ in range(SWEEPS):
        for party in range(n):
            strength[party] = 0
            for place in range(structure.starts[party], structure.starts[party + 1]):
                other = structure.ends[place]
                strength[party] += degrees[other] > 1 and strength[other] <= HUB
    return strength


@compiled
def _blocks(
    structure: Structure, standing: Standing, party: int, strength: NDArray[np.int32], member: int
) -> float:
    """Return how much a party blocks; ``member`` is one of the large component, −1 while none is large."""
    above, seen, looks = standing
    looks[0] += 1
    top = head(above, member) if member >= 0 else -1
    weight, count, second = np.float64(strength[party]), 0, 0
    for place in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[place]
        if above[other] == len(above):
            continue
        found = head(above, other)
        if seen[found] != looks[0]:
            seen[found] = looks[0]
            count += 1
            weight += np.sqrt(np.float64(-above[found])) - 1
            if found != top:
                second = max(second, -above[found])
    if top < 0:
        return weight
    return count + second / len(above) if seen[top] == looks[0] else LAST + weight
