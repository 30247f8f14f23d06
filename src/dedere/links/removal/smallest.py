"""The smallest set of lawful parties without whom no component is larger than a given size."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.chance import dice
from dedere.links.removal.curve import largest_along
from dedere.links.removal.found import Found
from dedere.links.removal.settling import settled
from dedere.links.removal.starts import Order, starts
from dedere.links.removal.watch import Watch
from dedere.links.structure import Structure


def smallest(
    structure: Structure,
    *,
    most: int,
    lawful: NDArray[np.bool_] | None = None,
    costs: NDArray[np.float64] | None = None,
    seed: int = 0,
    seconds: float = 20.0,
    rounds: int = 100,
    told: Callable[[float], None] | None = None,
) -> Found | None:
    """Return the cheapest set found without which no component has more than ``most`` parties.

    ``costs`` (n,) are above 0, 1 each if not given. None if even without all lawful parties one is larger.
    """
    watch = Watch(seconds, told)
    free = np.ones(structure.parties, np.bool_) if lawful is None else lawful
    prices = np.ones(structure.parties) if costs is None else costs
    if largest_along(structure, np.flatnonzero(free).astype(np.int32))[-1] > most:
        return None
    best: Order = np.flatnonzero(free).astype(np.int32)
    for order in starts(structure, free, most, dice(seed)):
        found = enough(structure, order, most)
        if prices[found].sum() < prices[best].sum():
            best = found
        if watch.over():
            break
    return Found(
        removed=np.sort(best), value=float(prices[best].sum()), rounds=watch.rounds, stopped=watch.stopped
    )


def enough(structure: Structure, order: Order, most: int) -> Order:
    """Return who of the beginning of an order must go for components of ``most`` parties at the largest."""
    needed = int((largest_along(structure, order) > most).sum())
    back, kept = settled(structure, order[:needed], False, most)
    return back[:kept]
