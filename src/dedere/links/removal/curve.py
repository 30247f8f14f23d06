"""How the largest component shrinks along a sequence of removals."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.standing import put_back, standing_without
from dedere.links.structure import Structure


@compiled
def largest_along(structure: Structure, order: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the size of the largest component after the first 0, 1, …, k removals of ``order`` (k,).

    The removals are undone from the last to the first, so that the whole costs little more than one look at
    each tie.
    """
    sizes = np.empty(len(order) + 1, np.int32)
    standing, largest = standing_without(structure, order)
    sizes[len(order)] = largest
    for at in range(len(order) - 1, -1, -1):
        largest = max(largest, put_back(structure, standing, order[at]))
        sizes[at] = largest
    return sizes


@compiled
def area(structure: Structure, order: NDArray[np.int32]) -> int:
    """Return the sum of the largest component's sizes after 1, …, k removals."""
    total = 0
    for size in largest_along(structure, order)[1:]:
        total += int(size)
    return total


def robustness(structure: Structure, order: NDArray[np.int32]) -> float:
    """Return R of a sequence of all parties: the mean relative size of the largest component (0 to 0.5).

    R = (1/n) Σ S(q) for q = 1 to n, S(q) the share of the parties who stand in the largest component after q
    removals (Schneider et al. 2011). 0 for a network of nobody.
    """
    return float(area(structure, order)) / max(structure.parties, 1) ** 2
