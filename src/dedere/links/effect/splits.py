"""Who ends up in which part: each part of before that falls apart, and whether that survives the doubt."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.effect.stated import Part, Split, verdict
from dedere.links.structure import Structure, components

NONE = -1


class Pieces(NamedTuple):
    """What a removal leaves of the parts that it splits, as kernels look at it.

    ``before`` and ``piece`` (n,) int32 number each party's part before and after, NONE for who is in no part
    that is split, ``piece`` also for who is gone. The pieces of a part stand together, the largest first;
    ``leading`` (p,) has for each piece the number of that one.
    """

    before: NDArray[np.int32]
    piece: NDArray[np.int32]
    leading: NDArray[np.int32]


def pieces(structure: Structure, gone: NDArray[np.bool_]) -> Pieces:
    """Return the pieces without the ``gone`` (n,): of the largest part first, then by their lowest party."""
    before, sizes = components(structure, np.zeros_like(gone))
    after, left = components(structure, gone)
    first = np.unique(after[~gone], return_index=True)[1]
    of = before[~gone][first]  # each piece's part before
    split = np.bincount(of, minlength=len(sizes)) > 1
    order = np.lexsort((-left, of, -sizes[of]))
    order = order[split[of[order]]]
    number = np.full(len(left) + 1, NONE, np.int32)
    number[order] = np.arange(len(order))
    place = np.append(np.where(split, np.arange(len(sizes)), NONE), NONE).astype(np.int32)
    leads = np.flatnonzero(np.diff(of[order], prepend=NONE))
    counts = np.diff(np.append(leads, len(order)))
    return Pieces(place[before], number[after], np.repeat(leads, counts).astype(np.int32))


@compiled
def apart(structure: Structure, gone: NDArray[np.bool_], parted: Pieces) -> NDArray[np.bool_]:
    """Return for each piece (p,) whether none of it reaches anybody of the piece that leads its part.

    ``structure`` is a network drawn: what was one piece as told may be several there.
    """
    which, _ = components(structure, gone)
    held = np.flatnonzero(parted.piece >= 0)
    most = np.int64(len(which) + 1)
    key = which[held] * most + parted.before[held]
    order = held[np.argsort(key, kind="mergesort")]
    key = np.sort(key)
    found = np.ones(len(parted.leading), np.bool_)
    start = 0
    for end in range(1, len(order) + 1):
        if end < len(order) and key[end] == key[start]:
            continue
        led = False
        for party in order[start:end]:
            led |= parted.leading[parted.piece[party]] == parted.piece[party]
        if led:
            for party in order[start:end]:
                found[parted.piece[party]] = False
        start = end
    return found


def splits(
    parted: Pieces, gone: NDArray[np.bool_], shares: NDArray[np.float64], ids: NDArray[np.object_]
) -> tuple[Split, ...]:
    """Say the pieces by ``ids`` (n,); ``shares`` (p,) are of the networks drawn in which each is apart."""
    count = len(parted.leading)
    order = np.argsort(parted.piece, kind="stable")
    members = np.split(order, np.searchsorted(parted.piece[order], np.arange(count)))[1:]
    removed = defaultdict[int, list[str]](list)
    for party in np.flatnonzero(gone):
        removed[int(parted.before[party])].append(ids[party])
    parts = [
        Part(
            members=tuple(ids[who]),
            apart=None if lead == number else float(share),
            verdict=None if lead == number else verdict(1.0, float(share)),
        )
        for number, (who, lead, share) in enumerate(zip(members, parted.leading, shares, strict=True))
    ]
    leads = np.flatnonzero(parted.leading == np.arange(count))
    return tuple(
        Split(removed=tuple(removed[int(parted.before[members[lead][0]])]), parts=tuple(parts[lead:end]))
        for lead, end in pairwise([*leads, count])
    )
