"""What is true of removals from small structures, by trying all."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from dedere.links.structure import Structure, components, of_ends


def structure_of(parties: int, *ties: tuple[int, int]) -> Structure:
    ends = np.array(ties, np.int32).reshape(-1, 2)
    return of_ends(parties, ends[:, 0].copy(), ends[:, 1].copy())


def without(structure: Structure, removed: object) -> list[int]:
    """The sizes of the components after a removal."""
    gone = np.zeros(structure.parties, np.bool_)
    gone[np.array(removed, np.int64)] = True
    return [int(size) for size in components(structure, gone)[1]]


def largest(structure: Structure, removed: object) -> int:
    return max(without(structure, removed), default=0)


def pairs(structure: Structure, removed: object) -> int:
    return sum(size * (size - 1) // 2 for size in without(structure, removed))


def r_of(structure: Structure, order: NDArray[np.int32]) -> float:
    """R by its definition."""
    n = structure.parties
    return sum(largest(structure, order[:q]) for q in range(1, n + 1)) / max(n, 1) ** 2


def least_r(structure: Structure) -> float:
    return min(r_of(structure, np.array(order)) for order in permutations(range(structure.parties)))
