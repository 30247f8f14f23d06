"""Removals by degree, each time the most tied first: in the whole network, or in its 2-core alone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


class Shelves(NamedTuple):
    """Parties sorted by degree; a degree can go down by one in a constant number of steps.

    ``parties`` (n,) ascending by ``degrees`` (n,); ``places`` (n,) where each stands; ``firsts[d]`` the place
    of the first party of degree d or more.
    """

    parties: NDArray[np.int32]
    places: NDArray[np.int32]
    degrees: NDArray[np.int32]
    firsts: NDArray[np.int32]


@compiled
def shelves(degrees: NDArray[np.int32]) -> Shelves:
    """Sort parties by degree, in order of their numbers within a degree."""
    n = len(degrees)
    highest = 0
    for party in range(n):
        highest = max(highest, degrees[party])
    firsts = np.zeros(highest + 2, np.int32)
    for party in range(n):
        firsts[degrees[party] + 1] += 1
    firsts = np.cumsum(firsts).astype(np.int32)
    parties, places, free = np.empty(n, np.int32), np.empty(n, np.int32), firsts.copy()
    for party in range(n):
        place = free[degrees[party]]
        free[degrees[party]] += 1
        parties[place], places[party] = party, place
    return Shelves(parties, places, degrees, firsts)


@compiled
def lower(shelf: Shelves, party: int) -> int:
    """Take one from the degree of a party and return what is left."""
    parties, places, degrees, firsts = shelf
    place, first = places[party], firsts[degrees[party]]
    other = parties[first]
    parties[first], parties[place] = party, other
    places[party], places[other] = first, place
    firsts[degrees[party]] += 1
    degrees[party] -= 1
    return int(degrees[party])


@compiled
def by_degree(structure: Structure, lawful: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the lawful parties, each time the one with most ties to those who are left."""
    n = len(lawful)
    shelf = shelves(np.diff(structure.starts).astype(np.int32))
    gone = np.zeros(n, np.bool_)
    order = np.empty(n, np.int32)
    taken = 0
    for last in range(n - 1, -1, -1):
        party = shelf.parties[last]
        gone[party] = True
        if not lawful[party]:
            continue
        order[taken] = party
        taken += 1
        for place in range(structure.starts[party], structure.starts[party + 1]):
            if not gone[structure.ends[place]]:
                lower(shelf, structure.ends[place])
    return order[:taken]


@compiled
def by_core_degree(structure: Structure, lawful: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return lawful parties, each time the one with most ties within the 2-core, while one is in it.

    CoreHD (Zdeborová, Zhang, Zhou 2016). What is left is a forest where everyone is lawful.
    """
    n = len(lawful)
    shelf = shelves(np.diff(structure.starts).astype(np.int32))
    inside, passed = np.ones(n, np.bool_), np.zeros(n, np.bool_)
    order, falling = np.empty(n, np.int32), np.empty(n, np.int32)
    taken, fallen = 0, 0
    for party in range(n):
        if shelf.degrees[party] < 2:
            falling[fallen] = party
            fallen += 1
    for last in range(n - 1, -1, -1):
        _peel(structure, shelf, inside, passed, falling, fallen)
        party = shelf.parties[last]
        passed[party] = True
        fallen = 0
        if shelf.degrees[party] < 2:
            break
        if inside[party] and lawful[party]:
            order[taken], falling[0] = party, party
            taken, fallen = taken + 1, 1
    return order[:taken]


@compiled
def _peel(
    structure: Structure,
    shelf: Shelves,
    inside: NDArray[np.bool_],
    passed: NDArray[np.bool_],
    falling: NDArray[np.int32],
    fallen: int,
) -> None:
    """Take the first ``fallen`` of ``falling`` out of the core, and whoever is left with one tie by that."""
    while fallen:
        fallen -= 1
        party = falling[fallen]
        inside[party] = False
        for place in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[place]
            if inside[other]:
                if passed[other]:
                    shelf.degrees[other] -= 1
                else:
                    lower(shelf, other)
                if shelf.degrees[other] == 1:
                    falling[fallen] = other
                    fallen += 1
