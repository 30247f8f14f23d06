"""What a removal is to make small, each objective counted by one function of what is left.

A party that is removed is gone: it is no component of its own, and stands in no pair. So each objective is
monotone, a further removal never raises it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure, components


class Objective(str, Enum):
    """What is counted of the components left: the parties of the largest, or the pairs still connected."""

    LARGEST = "largest"
    PAIRS = "pairs"


class _Count(Protocol):
    def __call__(self, structure: Structure, gone: NDArray[np.bool_]) -> int: ...


@compiled
def largest(structure: Structure, gone: NDArray[np.bool_]) -> int:
    """Return how many parties the largest component has, 0 if all are ``gone`` (n,)."""
    _, sizes = components(structure, gone)
    return int(sizes.max()) if len(sizes) else 0


@compiled
def pairs(structure: Structure, gone: NDArray[np.bool_]) -> int:
    """Return how many pairs are still connected: the sum of s(s − 1)/2 over the sizes s of components.

    Pairwise connectivity, as Arulselvan, Commander, Elefteriadou and Pardalos (2009) count it.
    """
    _, sizes = components(structure, gone)
    return int((sizes * (sizes - 1) // 2).sum())


COUNTS: Mapping[Objective, _Count] = {Objective.LARGEST: largest, Objective.PAIRS: pairs}


def value(structure: Structure, gone: NDArray[np.bool_], objective: Objective) -> int:
    """Return the value of an objective once the parties of ``gone`` (n,) are removed."""
    return int(COUNTS[objective](structure, gone))
