"""The parts a network falls into: how many, how large, and how many pairs can still reach each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure, components


@compiled
def pairs_within(sizes: NDArray[np.int64]) -> int:
    """Return the pairs that parts of these ``sizes`` hold together: the sum of s (s − 1) / 2."""
    pairs = 0
    for size in sizes:
        pairs += size * (size - 1) // 2
    return pairs


@compiled
def pieces(structure: Structure, gone: NDArray[np.bool_]) -> tuple[int, int, int]:
    """Return the largest part, the number of parts, and the pairs still connected, without the ``gone`` (n,).

    Who is gone is in no part and in no pair; who stays without a tie is a part of one.
    """
    _, sizes = components(structure, gone)
    largest = 0
    for size in sizes:
        largest = max(largest, size)
    return largest, len(sizes), pairs_within(sizes)


@compiled
def parted(which: NDArray[np.int32], gone: NDArray[np.bool_], pairs: int) -> int:
    """Return the pairs among those who stay that reached each other before and do not after.

    ``which`` (n,) is each party's part before, ``pairs`` how many pairs are connected after. A fall in the
    pairs counts those who leave as well; this one does not.
    """
    staying = np.zeros(len(which) + 1, np.int64)
    for party in range(len(which)):
        if not gone[party] and which[party] >= 0:
            staying[which[party]] += 1
    return pairs_within(staying) - pairs
