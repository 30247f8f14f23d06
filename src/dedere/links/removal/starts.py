"""Sequences to begin with, each by another idea of whom to remove first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.peeling import by_core_degree, by_degree
from dedere.links.removal.settling import settled
from dedere.links.removal.trees import split_largest
from dedere.links.structure import Structure

Order = NDArray[np.int32]


def starts(structure: Structure, lawful: NDArray[np.bool_]) -> Iterator[Order]:
    """Yield sequences of all lawful parties (k,), those quick to find first."""
    degrees = by_degree(structure, lawful)
    core = by_core_degree(structure, lawful)
    trees = split_largest(structure, core, lawful)
    for order in (degrees, completed(np.concatenate((core, trees)), degrees)):
        yield order
        for keep_order in (True, False):
            yield settled(structure, order, keep_order, structure.parties)[0]


def completed(order: Order, others: Order) -> Order:
    """Return an order followed by those of ``others`` who are not in it."""
    return np.concatenate((order, others[~np.isin(others, order)]))
