"""A smaller set by swaps: one stands again, and another of the component that this makes goes instead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.apart import Apart, give, joins, name, take
from dedere.links.removal.chance import Dice, below, chance
from dedere.links.removal.splits import Splits, forget, walk
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure

# Who stood again in one of the last tries does not go, or two would only take turns.
REST = 10
# The sums of squares by which one is preferred to another are blurred by this share, or the same would go
# each time.
BLUR = 0.1


@compiled
def swap(
    structure: Structure,
    apart: Apart,
    lawful: NDArray[np.bool_],
    costs: NDArray[np.float64],
    most: int,
    dice: Dice,
    splits: Splits,
    work: int,
    halt: Halt,
) -> None:
    """Swap until ``work`` parties or so are looked at, or a ``halt``; no component grows beyond ``most``.

    A party drawn stands again. If that makes a component larger than ``most``, one who is no dearer and whose
    removal mends it goes instead, of several the one who breaks it into the smallest parts; if there is none,
    nothing changes. So the cost never rises, and the walk among sets of equal cost finds those from which
    somebody can be spared.
    """
    done = 0
    while done < work and apart.counts[0] and not halt[0]:
        apart.counts[2] += 1
        party = apart.out[below(dice, apart.counts[0])]
        fits = joins(structure, apart, party) <= most
        apart.gone[party] = False
        size = walk(structure, apart.gone, party, splits)
        apart.gone[party] = True
        other = -1 if fits else _instead(apart, lawful, costs, most, dice, splits, size)
        if fits or other >= 0:
            give(structure, apart, party)
            for at in range(size):
                apart.which[splits.met[at]] = -1
            if other >= 0:
                take(apart, other)
            for at in range(size):
                if apart.which[splits.met[at]] < 0 and splits.met[at] != other:
                    name(structure, apart, splits.met[at])
        forget(splits, size)
        done += size + 10


@compiled
def _instead(
    apart: Apart,
    lawful: NDArray[np.bool_],
    costs: NDArray[np.float64],
    most: int,
    dice: Dice,
    splits: Splits,
    size: int,
) -> int:
    """Return who goes instead of the first met, −1 if there is none."""
    best, least, dearest = -1, np.inf, costs[splits.met[0]]
    for at in range(1, size):
        other = splits.met[at]
        if splits.largest[other] > most or not lawful[other] or costs[other] > dearest:
            continue
        if apart.counts[2] - apart.since[other] <= REST:
            continue
        key = splits.squares[other] * (1 + BLUR * chance(dice))
        if costs[other] < dearest or key < least:
            best, least = other, -np.inf if costs[other] < dearest else key
            dearest = costs[other]
    return best
