"""The smallest set of lawful parties without whom no component is larger than a given size."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.apart import apart_by
from dedere.links.removal.chance import dice
from dedere.links.removal.curve import largest_along
from dedere.links.removal.found import Found
from dedere.links.removal.settling import settled
from dedere.links.removal.splits import room_for_splits
from dedere.links.removal.starts import Order, starts, until
from dedere.links.removal.swapping import swap
from dedere.links.removal.watch import Halt, Watch
from dedere.links.structure import Structure

_WORK = 20  # looks in one round, for each party and tie
_NEAR = 1.2  # sequences that take more than this share of the best are not looked at further


def smallest(
    structure: Structure,
    *,
    most: int,
    lawful: NDArray[np.bool_] | None = None,
    costs: NDArray[np.float64] | None = None,
    seed: int = 0,
    seconds: float = 20.0,
    rounds: int = 2000,
    told: Callable[[float], None] | None = None,
) -> Found | None:
    """Return the cheapest set found without which no component has more than ``most`` parties.

    ``costs`` (n,) are above 0, 1 each if not given. None if even without all lawful parties one is larger.

    After ``seconds`` the best so far is returned, and depends on the machine; a search that ends by its
    ``rounds`` finds the same for the same seed.
    """
    n, die = structure.parties, dice(seed)
    free = np.ones(n, np.bool_) if lawful is None else lawful
    prices = np.ones(n) if costs is None else costs
    if largest_along(structure, np.flatnonzero(free).astype(np.int32))[-1] > most:
        return None
    with Watch(seconds, told) as watch:
        begun = [until(structure, order, most) for order in starts(structure, free, most, die, watch)]
        near = _NEAR * min(prices[first].sum() for first in begun)
        tried = [
            watch.begin(enough, structure, first, most, watch.halt)
            for first in begun
            if prices[first].sum() <= near
        ]
        best = min(map(watch.wait, tried), key=lambda found: float(prices[found].sum()))
        apart, splits = apart_by(structure, best[:0], best), room_for_splits(n)
        for _ in watch.count(rounds):
            work = _WORK * (n + structure.ties)
            watch.run(swap, structure, apart, free, prices, most, die, splits, work, watch.halt)
    removed = np.flatnonzero(apart.gone).astype(np.int32)
    return Found(
        removed=removed, value=float(prices[removed].sum()), rounds=watch.rounds, stopped=watch.stopped
    )


def enough(structure: Structure, first: Order, most: int, halt: Halt) -> Order:
    """Return who of those who go ``first`` must go for components of ``most`` parties at the largest."""
    back, kept = settled(structure, first, most, halt)
    return back[:kept]
