"""Who is near whom: how many ties away, who stands around one party, the shortest path between two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.structure import Structure, components

FAR = -1


def hops(structure: Structure, centre: int) -> NDArray[np.int32]:
    """Return how many ties each party (n,) is away from ``centre``; FAR where no path leads there."""
    return _search(structure, centre)[0]


def around(structure: Structure, centre: int, *, reach: int, most: int) -> NDArray[np.int32]:
    """Return who is at most ``reach`` ties away, the nearest first and among those by number.

    The centre is the first; no more than ``most`` parties are returned, itself included.
    """
    away = hops(structure, centre)
    near = np.flatnonzero((away >= 0) & (away <= reach))
    return near[np.argsort(away[near], kind="stable")][:most].astype(np.int32)


def path(structure: Structure, one: int, other: int) -> tuple[int, ...]:
    """Return a shortest path from one party to another, both ends included; empty where there is none.

    Of several, the one that at each step back from the end goes to the lowest number.
    """
    away, before = _search(structure, one)
    if away[other] == FAR:
        return ()
    found = [other]
    while found[-1] != one:
        found.append(int(before[found[-1]]))
    return tuple(reversed(found))


def within(structure: Structure, parties: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the ties (m, 2) among these parties, each once, as places in ``parties``."""
    place = np.full(structure.parties, FAR, np.int32)
    place[parties] = np.arange(len(parties), dtype=np.int32)
    tails, heads = _out_of(structure, parties)
    inside = (place[heads] >= 0) & (place[tails] < place[heads])
    return np.column_stack((place[tails[inside]], place[heads[inside]])).astype(np.int32)


def _search(structure: Structure, centre: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Search level by level; return the distance and, nearer by one, the lowest neighbour of each party."""
    away = np.full(structure.parties, FAR, np.int32)
    before = np.full(structure.parties, FAR, np.int32)
    away[centre], level = 0, np.array([centre], np.int32)
    while len(level):
        tails, heads = _out_of(structure, level)
        new = away[heads] == FAR
        tails, heads = tails[new][::-1], heads[new][::-1]
        before[heads] = tails  # written from the highest down: the lowest stays
        away[heads] = away[level[0]] + 1
        level = np.unique(heads)
    return away, before


def _out_of(structure: Structure, parties: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return both ends of every tie of these parties, in their order."""
    starts, counts = structure.starts[parties], structure.starts[parties + 1] - structure.starts[parties]
    offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
    return np.repeat(parties, counts), structure.ends[offsets + np.arange(counts.sum())]


def largest_part(structure: Structure, gone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return who (n,) is in the largest part that is left when ``gone`` (n,) are out."""
    which, sizes = components(structure, gone)
    inside: NDArray[np.bool_] = which == np.argmax(sizes) if len(sizes) else np.zeros(len(gone), np.bool_)
    return inside
