"""Sequences to begin with, each by another idea of whom to remove first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.chance import Dice
from dedere.links.removal.curve import largest_along, robustness
from dedere.links.removal.dissection import dissected
from dedere.links.removal.peeling import by_core_degree, by_degree
from dedere.links.removal.settling import settled
from dedere.links.removal.trees import split_largest
from dedere.links.structure import Structure

# A dissection goes otherwise each time; where the first is near the best of the others, more are tried.
_AGAIN = 12
_NEAR = 1.1
_WORK = 500_000

Order = NDArray[np.int32]


def starts(structure: Structure, lawful: NDArray[np.bool_], most: int, dice: Dice) -> Iterator[Order]:
    """Yield sequences of all lawful parties (k,), those quick to find first.

    What comes once no component has more than ``most`` parties is of less weight. A dissection is given up
    where it takes more parties than the sequences before it.
    """
    degrees = by_degree(structure, lawful)
    core = by_core_degree(structure, lawful)
    trees = completed(np.concatenate((core, split_largest(structure, core, lawful))), degrees)
    limit, least = len(degrees), np.inf
    for order in (degrees, trees):
        for turned in _turned(structure, order):
            limit = min(limit, int((largest_along(structure, turned) > most).sum()))
            least = min(least, robustness(structure, turned))
            yield turned
    for turn in range(max(1, min(_AGAIN, _WORK // (structure.parties + structure.ties + 1)))):
        apart = completed(dissected(structure, lawful, most, limit, dice), degrees)
        yield apart
        if turn == 0:
            yield settled(structure, apart, False, structure.parties)[0]
        if robustness(structure, apart) > _NEAR * least:
            break


def _turned(structure: Structure, order: Order) -> Iterator[Order]:
    """Yield an order as it is, then settled in two ways."""
    yield order
    for keep_order in (True, False):
        yield settled(structure, order, keep_order, structure.parties)[0]


def completed(order: Order, others: Order) -> Order:
    """Return an order followed by those of ``others`` who are not in it."""
    return np.concatenate((order, others[~np.isin(others, order)]))
