"""Sequences to begin with, each by another idea of whom to remove first."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dedere.links.removal.chance import Dice, drawn
from dedere.links.removal.curve import largest_along, robustness
from dedere.links.removal.dissection import dissected
from dedere.links.removal.explosive import exploded
from dedere.links.removal.peeling import by_core_degree, by_degree
from dedere.links.removal.settling import settled
from dedere.links.removal.trees import split_largest
from dedere.links.removal.watch import Halt, Watch
from dedere.links.structure import Structure

# A dissection goes otherwise each time; where the first is near the best of the others, more are tried.
_AGAIN = 12
_NEAR = 1.1
_WORK = 500_000

_SHARE = 0.8  # of the time, for sequences to begin with

# Whose return is put in order: until components are this much smaller than what is small, if that takes no
# more than a share of the parties.
_FINE = 10
_FEW = 0.25

# Explosions: shares of the parties, and draws, of which there are fewer in a large network.
_SHARES = (0.05, 0.2)
_DRAWN, _MOST, _FEWEST = 20_000_000, 300, 20

Order = NDArray[np.int32]


def starts(
    structure: Structure, lawful: NDArray[np.bool_], most: int, dice: Dice, watch: Watch
) -> Iterator[Order]:
    """Yield sequences of all lawful parties (k,), always in the same order.

    What comes once no component has more than ``most`` parties is of less weight. A dissection is given up
    where it takes more parties than the simple sequences. Ideas that take long go on side by side, in a share
    of the time that is left; those that time runs out on yield what they have.
    """
    degrees = watch.run(by_degree, structure, lawful)
    with watch.within(_SHARE):
        core = watch.run(by_core_degree, structure, lawful)
        trees = watch.run(split_largest, structure, core, lawful, watch.halt)
        cores = completed(np.concatenate((core, trees)), degrees)
        yield from (degrees, cores)
        if watch.over():
            return
        limit = min(len(until(structure, order, most)) for order in (degrees, cores))

        def apart(die: Dice) -> Order:
            return completed(dissected(structure, lawful, most, limit, die, watch.halt), degrees)

        parting = watch.begin(apart, drawn(dice))
        if limit > _FEW * len(degrees):
            watch.wait(parting)  # where degrees part so badly, separators come first
        ideas = [watch.begin(_back, structure, order, most, watch.halt) for order in (cores, degrees)]
        ideas += [
            watch.begin(exploded, structure, lawful, small, many, drawn(dice), watch.halt)
            for small, many in _explosions(structure)
        ]
        whole = [degrees, cores, *map(watch.wait, ideas)]
        yield from whole[2:]
        parted = watch.wait(parting)
        yield from (parted, watch.run(_back, structure, parted, most, watch.halt))
        again = min(_AGAIN, _WORK // (structure.parties + structure.ties + 1))
        least = min(robustness(structure, order) for order in whole) if again else 0.0
        for _ in range(again):
            if watch.over() or robustness(structure, parted) > _NEAR * least:
                break
            parted = watch.run(apart, drawn(dice))
            yield parted


def until(structure: Structure, order: Order, most: int) -> Order:
    """Return the beginning of an order after which no component has more than ``most`` parties."""
    return order[: int((largest_along(structure, order) > most).sum())]


def _back(structure: Structure, order: Order, most: int, halt: Halt) -> Order:
    """Return an order whose beginning is better: those without whom no component is large, put back.

    All of it where these are many: then it is quicker to build everything up from nobody.
    """
    first = order if halt[0] else until(structure, order, most // _FINE + 1)
    first = order if len(first) > _FEW * len(order) else first
    return np.concatenate((settled(structure, first, structure.parties, halt)[0], order[len(first) :]))


def _explosions(structure: Structure) -> Iterator[tuple[int, int]]:
    """Yield up to which size components come back apart, and how many are drawn at a time."""
    drawn = max(_FEWEST, min(_MOST, _DRAWN // (structure.parties + 1)))
    for share in _SHARES if drawn == _MOST else _SHARES[:1]:
        yield max(1, int(share * structure.parties)), drawn


def completed(order: Order, others: Order) -> Order:
    """Return an order followed by those of ``others`` who are not in it."""
    return np.concatenate((order, others[~np.isin(others, order)]))
