"""Sequences to begin with, each by another idea of whom to remove first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.chance import Dice
from dedere.links.removal.curve import largest_along, robustness
from dedere.links.removal.dissection import dissected
from dedere.links.removal.explosive import exploded
from dedere.links.removal.peeling import by_core_degree, by_degree
from dedere.links.removal.settling import settled
from dedere.links.removal.trees import split_largest
from dedere.links.removal.watch import Watch
from dedere.links.structure import Structure

# A dissection goes otherwise each time; where the first is near the best of the others, more are tried.
_AGAIN = 12
_NEAR = 1.1
_WORK = 500_000

# Explosions: shares of the parties, and draws, of which there are fewer in a large network.
_SHARES = (0.05, 0.2)
_DRAWN, _MOST, _FEWEST = 60_000_000, 300, 30

Order = NDArray[np.int32]


def starts(
    structure: Structure, lawful: NDArray[np.bool_], most: int, dice: Dice, watch: Watch
) -> Iterator[Order]:
    """Yield sequences of all lawful parties (k,), those quick to find first.

    What comes once no component has more than ``most`` parties is of less weight. A dissection is given up
    where it takes more parties than the simple sequences. The first goes on beside the others, on a processor
    of its own. Whatever the watch says, each idea is tried once.
    """
    degrees = by_degree(structure, lawful)
    core = by_core_degree(structure, lawful)
    cores = completed(np.concatenate((core, split_largest(structure, core, lawful))), degrees)
    simple = (degrees, cores)
    limit = min(int((largest_along(structure, order) > most).sum()) for order in simple)
    with ThreadPoolExecutor(1) as beside:
        first = beside.submit(dissected, structure, lawful, most, limit, dice.copy())
        orders = [*simple, *(settled(structure, order, structure.parties)[0] for order in simple)]
        orders += [exploded(structure, lawful, small, drawn, dice) for small, drawn in _explosions(structure)]
        yield from orders
        apart = completed(first.result(), degrees)
    yield apart
    yield settled(structure, apart, structure.parties)[0]
    least = _NEAR * min(robustness(structure, order) for order in orders)
    for _ in range(min(_AGAIN, _WORK // (structure.parties + structure.ties + 1))):
        if watch.over() or robustness(structure, apart) > least:
            break
        apart = completed(dissected(structure, lawful, most, limit, dice), degrees)
        yield apart


def _explosions(structure: Structure) -> Iterator[tuple[int, int]]:
    """Yield up to which size components come back apart, and how many are drawn at a time."""
    drawn = max(_FEWEST, min(_MOST, _DRAWN // (structure.parties + 1)))
    for share in _SHARES if drawn == _MOST else _SHARES[:1]:
        yield max(1, int(share * structure.parties)), drawn


def completed(order: Order, others: Order) -> Order:
    """Return an order followed by those of ``others`` who are not in it."""
    return np.concatenate((order, others[~np.isin(others, order)]))
