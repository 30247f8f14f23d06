"""From shares to a set: all that may go is removed, then put back in order where that does no harm."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.structure import Structure


@compiled
def put_back(
    structure: Structure,
    weights: NDArray[np.int64],
    choice: NDArray[np.int32],
    order: NDArray[np.int64],
    most: int,
) -> NDArray[np.bool_]:
    """Return the choices (c,) still made after putting back, in ``order`` (c,), what leaves components small.

    A choice is put back if no component then weighs more than ``most``.
    """
    n = len(choice)
    made, head, size = np.ones(len(order), np.bool_), np.arange(n), weights.copy()
    back = choice < 0
    for party in range(n):
        if back[party]:
            _join(structure, back, head, size, party)
    first = np.argsort(choice, kind="mergesort")
    sorted_choices = choice[first]
    for one in order:
        lo, hi = np.searchsorted(sorted_choices, one), np.searchsorted(sorted_choices, one + 1)
        before_head, before_size = head.copy(), size.copy()
        heaviest = 0
        for party in first[lo:hi]:
            back[party] = True
            heaviest = max(heaviest, _join(structure, back, head, size, party))
        if heaviest <= most:
            made[one] = False
        else:
            head, size = before_head, before_size
            for party in first[lo:hi]:
                back[party] = False
    return made


@compiled
def _head(head: NDArray[np.int64], party: int) -> int:
    while head[party] != party:
        head[party] = head[head[party]]
        party = head[party]
    return party


@compiled
def _join(
    structure: Structure,
    back: NDArray[np.bool_],
    head: NDArray[np.int64],
    size: NDArray[np.int64],
    party: int,
) -> int:
    """Join a party to its neighbours that are back; return the weight of the component."""
    for at in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[at]
        if back[other]:
            one, two = _head(head, party), _head(head, other)
            if one != two:
                if size[one] < size[two]:
                    one, two = two, one
                head[two] = one
                size[one] += size[two]
    return int(size[_head(head, party)])
