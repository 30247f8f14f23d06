"""The structure of a network: numbered parties and their neighbours, all that the algorithms look at."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled


class Structure(NamedTuple):
    """An undirected simple graph as compressed rows.

    The neighbours of party i are ``ends[starts[i]:starts[i + 1]]`` in ascending order. ``starts`` (n + 1)
    int64, ``ends`` (twice the ties) int32; each tie stands in both rows.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int32]

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return len(self.starts) - 1

    @property
    def ties(self) -> int:
        """How many ties there are."""
        return len(self.ends) // 2


def of_ends(parties: int, left: NDArray[np.int32], right: NDArray[np.int32]) -> Structure:
    """Return the structure of ties given by their two ends (m,): itself and doubles left out."""
    apart = left != right
    low = np.minimum(left, right)[apart].astype(np.int64)
    high = np.maximum(left, right)[apart].astype(np.int64)
    # Sorted by hand: np.unique hashes first, and takes ten times as long.
    pairs = np.sort(low * max(parties, 1) + high)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    low, high = pairs // max(parties, 1), pairs % max(parties, 1)
    starts = np.zeros(parties + 1, np.int64)
    np.cumsum(np.bincount(low, minlength=parties) + np.bincount(high, minlength=parties), out=starts[1:])
    return Structure(starts, _filled(starts, low, high))


@compiled
def _filled(starts: NDArray[np.int64], low: NDArray[np.int64], high: NDArray[np.int64]) -> NDArray[np.int32]:
    """Put each tie into both its rows; since the pairs stand in order, so do the neighbours in every row."""
    ends = np.empty(2 * low.size, np.int32)
    free = starts[:-1].copy()
    for tie in range(low.size):
        ends[free[low[tie]]], ends[free[high[tie]]] = high[tie], low[tie]
        free[low[tie]] += 1
        free[high[tie]] += 1
    return ends


@compiled
def flood(
    structure: Structure,
    gone: NDArray[np.bool_],
    first: int,
    which: NDArray[np.int32],
    name: int,
    room: NDArray[np.int32],
) -> int:
    """Name the component of ``first`` in ``which`` (n,), list it in ``room`` (n,) and return its size.

    ``gone`` (n,) says who is removed. None of the component has that name already.
    """
    room[0], which[first], last, at = first, name, 1, 0
    while at < last:
        party = room[at]
        at += 1
        for place in range(structure.starts[party], structure.starts[party + 1]):
            other = structure.ends[place]
            if not gone[other] and which[other] != name:
                which[other], room[last] = name, other
                last += 1
    return last


@compiled
def components(structure: Structure, gone: NDArray[np.bool_]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the component of each party, −1 if it is gone, and the size of each component.

    ``gone`` (n,) says who is removed. Components are numbered by their lowest party.
    """
    n = len(structure.starts) - 1
    which, sizes, room = np.full(n, -1, np.int32), np.zeros(n, np.int64), np.empty(n, np.int32)
    found = 0
    for first in range(n):
        if not gone[first] and which[first] < 0:
            sizes[found] = flood(structure, gone, first, which, found, room)
            found += 1
    return which, sizes[:found]
