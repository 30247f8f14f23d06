"""The best set for a budget, by exchange: put a few back, then remove whoever helps most, again and again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice, below
from dedere.links.removal.scores import score, scores_without
from dedere.links.removal.splits import Splits, room_for_splits
from dedere.links.removal.units import Units, mark
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure

FEW = 4


@compiled
def exchanged(
    structure: Structure,
    units: Units,
    chosen: NDArray[np.bool_],
    budget: float,
    pairs: bool,
    dice: Dice,
    tries: int,
    halt: Halt,
) -> float:
    """Improve ``chosen`` (u,), the units that go, by so many tries, and return its score.

    A try puts up to four back, at random, and fills the budget anew, one of them left out; it is kept if it
    is no worse. The choice never costs more than ``budget`` unless it did before any try, and the score never
    rises.
    """
    n = len(units.of)
    splits, scores, gone = room_for_splits(n), np.empty(n, np.float64), np.zeros(n, np.bool_)
    for unit in range(len(chosen)):
        if chosen[unit]:
            mark(units, unit, gone, True)
    barred = np.zeros(len(chosen), np.bool_)
    _fill(structure, units, chosen, gone, budget, pairs, barred, dice, splits, scores, halt)
    best = score(structure, gone, pairs)
    for _ in range(tries):
        if halt[0]:
            break
        movable = np.flatnonzero(chosen & ~units.fixed)
        if not len(movable):
            break
        before, stood = chosen.copy(), gone.copy()
        barred[:] = False
        for number in range(1 + below(dice, min(FEW, len(movable)))):
            unit = movable[below(dice, len(movable))]
            chosen[unit] = False
            mark(units, unit, gone, False)
            barred[unit] = number == 0
        now = _fill(structure, units, chosen, gone, budget, pairs, barred, dice, splits, scores, halt)
        if now > best:
            chosen[:], gone[:] = before, stood
        else:
            best = now
    return best


@compiled
def _fill(
    structure: Structure,
    units: Units,
    chosen: NDArray[np.bool_],
    gone: NDArray[np.bool_],
    budget: float,
    pairs: bool,
    barred: NDArray[np.bool_],
    dice: Dice,
    splits: Splits,
    scores: NDArray[np.float64],
    halt: Halt,
) -> float:
    """Remove whoever lowers the score most for the cost, until nobody can be paid for or until a ``halt``.

    Returns the score.
    """
    left = budget - np.sum(units.costs[chosen])
    while not halt[0]:
        now = scores_without(structure, gone, pairs, splits, scores)
        best, most, equal = -1, 0.0, 0
        for unit in range(len(chosen)):
            if chosen[unit] or barred[unit] or not units.lawful[unit] or units.costs[unit] > left + 1e-9:
                continue
            first = units.starts[unit]
            if units.starts[unit + 1] - first == 1:
                without = scores[units.members[first]]
            else:
                mark(units, unit, gone, True)
                without = score(structure, gone, pairs)
                mark(units, unit, gone, False)
            gain = (now - without) / max(units.costs[unit], 1e-9)
            equal = equal + 1 if gain == most else 1
            if gain > most or (gain == most and best >= 0 and below(dice, equal) == 0):
                best, most = unit, gain
        if best < 0:
            return now
        chosen[best] = True
        mark(units, best, gone, True)
        left -= units.costs[best]
    return score(structure, gone, pairs)
