"""A rare sound one edit from a common one is most likely that name mistyped: it is looked for under both."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import WIDTH, edits

COMMON = 20  # a sound carried by so many names is common
TIMES = 20  # and it draws in one that so many times fewer carry
SHORTEST = 4


class Commons(NamedTuple):
    """Common sounds, and all that is left of them without one letter (the index of SymSpell, Garbe 2012).

    ``gaps`` are the hashes of what is left, sorted, and ``whose`` the sound that each was left of.
    """

    sound: NDArray[np.uint8]
    length: NDArray[np.uint8]
    hashed: NDArray[np.uint32]
    carried: NDArray[np.int64]
    gaps: NDArray[np.uint64]
    whose: NDArray[np.int32]


@compiled
def _gap(sound: NDArray[np.uint8], length: int, left_out: int) -> np.uint64:
    value = np.uint64(14695981039346656037)
    for j in range(length):
        if j != left_out:
            value = (value ^ np.uint64(sound[j])) * np.uint64(1099511628211)
    return value


@compiled
def _gaps(
    sound: NDArray[np.uint8], length: NDArray[np.uint8]
) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    size = 0
    for i in range(len(sound)):
        size += length[i] + 1
    gaps, whose = np.empty(size, np.uint64), np.empty(size, np.int32)
    at = 0
    for i in range(len(sound)):
        for left_out in range(-1, length[i]):
            gaps[at], whose[at] = _gap(sound[i], length[i], left_out), i
            at += 1
    return gaps, whose


def commons(
    sound: NDArray[np.uint8], length: NDArray[np.uint8], hashed: NDArray[np.uint32], count: NDArray[np.int64]
) -> Commons:
    """Return the common sounds among distinct ones, with their index."""
    keep = (count >= COMMON) & (length >= SHORTEST)
    sound, length, hashed, count = sound[keep], length[keep], hashed[keep], count[keep]
    gaps, whose = _gaps(sound, length)
    order = np.lexsort((whose, gaps))
    return Commons(sound, length, hashed, count, gaps[order], whose[order])


@compiled
def snapped(
    among: Commons, sound: NDArray[np.uint8], length: NDArray[np.uint8], count: NDArray[np.int64]
) -> NDArray[np.uint32]:
    """Return for each sound the hash of the commonest sound one edit away, or zero if none draws it in."""
    out = np.zeros(len(sound), np.uint32)
    table = np.empty((3, WIDTH + 1), np.int64)
    for i in range(len(sound)):
        best = -1
        if length[i] < SHORTEST or length[i] >= WIDTH:
            continue
        for left_out in range(-1, length[i]):
            gap = _gap(sound[i], length[i], left_out)
            at = np.searchsorted(among.gaps, gap)
            while at < len(among.gaps) and among.gaps[at] == gap:
                k = among.whose[at]
                at += 1
                if among.carried[k] < TIMES * max(count[i], 1):
                    continue
                nearer = best < 0 or among.carried[k] > among.carried[best]
                if nearer and edits(sound[i], length[i], among.sound[k], among.length[k], table) == 1:
                    best = k
        if best >= 0:
            out[i] = among.hashed[best]
    return out
