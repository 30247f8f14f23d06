"""A better sequence by a shorter beginning: fewer removals until the largest component is as small."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.apart import apart_by
from dedere.links.removal.chance import Dice
from dedere.links.removal.splits import Splits
from dedere.links.removal.swapping import swap
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure


class Part(NamedTuple):
    """A part of a sequence: from place ``first`` up to ``last``, and within it ``middle``, where no component
    is larger than ``most`` for the first time."""

    first: int
    middle: int
    last: int
    most: int


@compiled
def shortened(
    structure: Structure,
    order: NDArray[np.int32],
    part: Part,
    dice: Dice,
    splits: Splits,
    work: int,
    halt: Halt,
) -> NDArray[np.int32]:
    """Return an order (k,) of the same parties with as many or fewer removals until ``most`` is reached.

    Those of the part before its middle are exchanged by swaps for those after it, so that what stands before
    the part and after it stays the same. Who is spared comes right after, who goes instead where one spared
    was.
    """
    n = len(structure.starts) - 1
    may = np.zeros(n, np.bool_)
    may[order[part.first : part.last]] = True
    apart = apart_by(structure, order[: part.first], order[part.first : part.middle])
    swap(structure, apart, may, np.ones(n, np.float64), part.most, dice, splits, work, halt)
    return _woven(order, part, apart.gone)


@compiled
def _woven(order: NDArray[np.int32], part: Part, gone: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the order with those of ``gone`` first, each in its own place or in that of one who is not."""
    now = order.copy()
    newcomers = order[part.middle :][gone[order[part.middle :]]]
    filled, used = part.first, 0
    for at in range(part.first, part.middle):
        if gone[order[at]]:
            now[filled] = order[at]
            filled += 1
        elif used < len(newcomers):
            now[filled] = newcomers[used]
            filled, used = filled + 1, used + 1
    for at in range(part.first, len(order)):
        if not gone[order[at]]:
            now[filled] = order[at]
            filled += 1
    return now
