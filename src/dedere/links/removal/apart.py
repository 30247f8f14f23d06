"""A set of parties removed and the components it leaves, while parties go and stand again."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure, flood

_LONG_AGO = -(1 << 40)


class Apart(NamedTuple):
    """Who is removed, and the components left.

    ``out`` lists those who may stand again, the first ``counts[0]`` of it; ``place`` (n,) says where each is
    in it. ``gone`` (n,) are they and those who stay removed. ``which`` (n,) names the component of who
    stands, −1 for the others, ``sizes`` (n,) its size by name; of the names ``free`` (n,) the first
    ``counts[1]`` are used. ``counts[2]`` counts tries, and ``since`` (n,) is the try in which each last stood
    again. ``room`` (n,) is for listing.
    """

    out: NDArray[np.int32]
    place: NDArray[np.int32]
    gone: NDArray[np.bool_]
    which: NDArray[np.int32]
    sizes: NDArray[np.int32]
    free: NDArray[np.int32]
    since: NDArray[np.int64]
    counts: NDArray[np.int64]
    room: NDArray[np.int32]


@compiled
def apart_by(structure: Structure, fixed: NDArray[np.int32], removed: NDArray[np.int32]) -> Apart:
    """Return what is left without the ``fixed`` and the ``removed``; only the latter may stand again."""
    n = len(structure.starts) - 1
    which, place = np.full(n, -1, np.int32), np.full(n, -1, np.int32)
    out, sizes, room = np.empty(n, np.int32), np.zeros(n, np.int32), np.empty(n, np.int32)
    free, since, counts = np.arange(n).astype(np.int32), np.full(n, _LONG_AGO), np.zeros(3, np.int64)
    apart = Apart(out, place, np.zeros(n, np.bool_), which, sizes, free, since, counts, room)
    for party in removed:
        take(apart, party)
    apart.gone[fixed] = True
    for party in range(n):
        if not apart.gone[party] and apart.which[party] < 0:
            name(structure, apart, party)
    return apart


@compiled
def take(apart: Apart, party: int) -> None:
    """Remove a party; the component it stood in is to be named anew."""
    apart.place[party], apart.out[apart.counts[0]] = apart.counts[0], party
    apart.counts[0] += 1
    apart.gone[party], apart.which[party] = True, -1


@compiled
def give(structure: Structure, apart: Apart, party: int) -> None:
    """Let a party stand again; the components it joins lose their names, their parties keep them for now."""
    apart.counts[0] -= 1
    last, place = apart.out[apart.counts[0]], apart.place[party]
    apart.out[place], apart.place[last], apart.place[party] = last, place, -1
    apart.gone[party], apart.since[party] = False, apart.counts[2]
    for at in range(structure.starts[party], structure.starts[party + 1]):
        named = apart.which[structure.ends[at]]
        if named >= 0 and apart.sizes[named]:
            apart.counts[1] -= 1
            apart.free[apart.counts[1]], apart.sizes[named] = named, 0


@compiled
def name(structure: Structure, apart: Apart, first: int) -> None:
    """Give a name to the component of ``first``, none of whom has one."""
    named = apart.free[apart.counts[1]]
    apart.counts[1] += 1
    apart.sizes[named] = flood(structure, apart.gone, first, apart.which, named, apart.room)


@compiled
def joins(structure: Structure, apart: Apart, party: int) -> int:
    """Return the size of the component that a party removed would make by standing again."""
    size = 1
    for place in range(structure.starts[party], structure.starts[party + 1]):
        named = apart.which[structure.ends[place]]
        if named >= 0 and apart.sizes[named] > 0:
            size += apart.sizes[named]
            apart.sizes[named] = -apart.sizes[named]
    for place in range(structure.starts[party], structure.starts[party + 1]):
        named = apart.which[structure.ends[place]]
        if named >= 0:
            apart.sizes[named] = abs(apart.sizes[named])
    return size
