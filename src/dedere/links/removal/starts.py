"""Sequences to begin with, each by another idea of whom to remove first."""

from __future__ import annotations

from collections.abc import Iterator

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
_DRAWN, _MOST, _FEWEST = 20_000_000, 300, 20

Order = NDArray[np.int32]


def starts(
    structure: Structure, lawful: NDArray[np.bool_], most: int, dice: Dice, watch: Watch
) -> Iterator[Order]:
    """Yield sequences of all lawful parties (k,), always in the same order.

    What comes once no component has more than ``most`` parties is of less weight. A dissection is given up
    where it takes more parties than the simple sequences. Ideas that take long go on side by side; those that
    time runs out on are left out.
    """
    degrees = watch.run(by_degree, structure, lawful)
    core = watch.run(by_core_degree, structure, lawful)
    cores = completed(np.concatenate((core, watch.run(split_largest, structure, core, lawful))), degrees)
    limit = min(int((largest_along(structure, order) > most).sum()) for order in (degrees, cores))

    def back(order: Order) -> Order:
        return settled(structure, order, structure.parties, watch.halt)[0]

    def apart(die: Dice) -> Order:
        return completed(dissected(structure, lawful, most, limit, die, watch.halt), degrees)

    def last_back(small: int, drawn: int) -> Order:
        return exploded(structure, lawful, small, drawn, dice.copy(), watch.halt)

    ideas = [
        watch.begin(back, cores),
        watch.begin(apart, dice.copy()),
        watch.begin(back, degrees),
        *(watch.begin(last_back, small, drawn) for small, drawn in _explosions(structure)),
    ]
    yield from (degrees, cores)
    least = min(robustness(structure, order) for order in (degrees, cores))
    for idea in ideas:
        for order in watch.heard(idea):
            least = min(least, robustness(structure, order))
            yield order
    parted = watch.wait(ideas[1])
    yield from watch.heard(watch.begin(back, parted))
    for _ in range(min(_AGAIN, _WORK // (structure.parties + structure.ties + 1))):
        if watch.over() or robustness(structure, parted) > _NEAR * least:
            break
        parted = watch.run(apart, dice)
        yield parted


def _explosions(structure: Structure) -> Iterator[tuple[int, int]]:
    """Yield up to which size components come back apart, and how many are drawn at a time."""
    drawn = max(_FEWEST, min(_MOST, _DRAWN // (structure.parties + 1)))
    for share in _SHARES if drawn == _MOST else _SHARES[:1]:
        yield max(1, int(share * structure.parties)), drawn


def completed(order: Order, others: Order) -> Order:
    """Return an order followed by those of ``others`` who are not in it."""
    return np.concatenate((order, others[~np.isin(others, order)]))
