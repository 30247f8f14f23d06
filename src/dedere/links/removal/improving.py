"""Steps that make a sequence better or leave it as good: a part drawn is shortened, then put in order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.chance import Dice, below
from dedere.links.removal.curve import area, largest_along
from dedere.links.removal.reordering import reordered
from dedere.links.removal.shortening import Part, shortened
from dedere.links.removal.splits import Splits
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure

SMALL = 200  # a component of this share of the parties hardly adds to R any more
WIDEST = 100
TRIES = 5


@compiled
def improved(
    structure: Structure, order: NDArray[np.int32], dice: Dice, splits: Splits, steps: int, halt: Halt
) -> NDArray[np.int32]:
    """Return an order (k,) of the same parties after so many steps, none of which makes R worse."""
    least = area(structure, order)
    for _ in range(steps):
        if halt[0]:
            break
        sizes = largest_along(structure, order)
        part = _part(sizes, dice)
        now = shortened(structure, order, part, dice, splits, len(sizes) + len(structure.ends), halt)
        last = min(part.last, max(part.middle, _long(sizes)))
        first = part.first + below(dice, max(1, last - part.first - WIDEST))
        last = min(last, first + WIDEST)
        if last - first > 1:
            reordered(structure, now, first, last, dice, TRIES * (last - first), halt)
        sum_ = area(structure, now)
        if sum_ <= least:
            order, least = now, sum_
    return order


@compiled
def _long(sizes: NDArray[np.int32]) -> int:
    """Return how many removals it takes until all components are small."""
    return int(np.sum(sizes > max(1, sizes[0] // SMALL)))


@compiled
def _part(sizes: NDArray[np.int32], dice: Dice) -> Part:
    """Return a part of a sequence around a place drawn: by its number, or by the size it brings."""
    removals, long = len(sizes) - 1, _long(sizes)
    place = 1 + below(dice, max(1, long))
    most = max(1, sizes[place] if below(dice, 2) else below(dice, max(1, sizes[0])))
    middle = min(int(np.sum(sizes > most)), removals)
    first, last = max(0, middle - _span(long, dice)), middle + _span(long, dice)
    return Part(first, middle, last if last <= long else removals, most)


@compiled
def _span(long: int, dice: Dice) -> int:
    """Return 2, 4, 8 …, up to the length."""
    doublings = 0
    while 1 << doublings < long:
        doublings += 1
    return 2 << below(dice, max(1, doublings))
