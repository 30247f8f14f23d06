"""A better sequence by another order of a few removals that follow one another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice, below
from dedere.links.removal.standing import Standing, put_back, standing_without
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure


@compiled
def reordered(
    structure: Structure,
    order: NDArray[np.int32],
    first: int,
    last: int,
    dice: Dice,
    tries: int,
    halt: Halt,
) -> None:
    """Improve in place the order of the removals from ``first`` up to ``last``, by moves of one at a time.

    What stands after ``last`` is put together once; a try puts back only those in between. A move is kept if
    the sum of the largest sizes is no greater, so R never rises.
    """
    after, largest = standing_without(structure, order[:last])
    trial = Standing(after.above.copy(), after.seen, after.looks)
    window = order[first:last].copy()
    best = _sum(structure, after, trial, window, largest, 1 << 60)
    span = last - first
    for _ in range(tries):
        if halt[0]:
            break
        origin, target = below(dice, span), below(dice, span)
        _shift(window, origin, target)
        now = _sum(structure, after, trial, window, largest, best)
        if now <= best:
            best = now
        else:
            _shift(window, target, origin)
    order[first:last] = window


@compiled
def _shift(window: NDArray[np.int32], origin: int, target: int) -> None:
    moved, step = window[origin], 1 if target > origin else -1
    for at in range(origin, target, step):
        window[at] = window[at + step]
    window[target] = moved


@compiled
def _sum(
    structure: Structure,
    after: Standing,
    trial: Standing,
    window: NDArray[np.int32],
    largest: int,
    enough: int,
) -> int:
    """Return the sum of the largest sizes before each removal but the first, or more than enough."""
    trial.above[:] = after.above
    total = 0
    for at in range(len(window) - 1, 0, -1):
        largest = max(largest, put_back(structure, trial, window[at]))
        total += largest
        if total > enough:
            break
    return total
