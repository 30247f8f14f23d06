"""Putting back whom a removal does not need: a sequence or a set, undone at the least cost."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.removal.queue import Queue, drop, put, queue_for
from dedere.links.removal.standing import Standing, head, joined, put_back, standing_without
from dedere.links.removal.watch import Halt
from dedere.links.structure import Structure

# From this share of the parties on, a component is too large for its growth to make every party beside it
# be looked at anew: parties beside it wait apart from the others, by what else they would join.
LARGE = 16


class Waiting(NamedTuple):
    """Who is gone and waits to stand again; an item of the queues is a place in ``order`` (k,), the last 0.

    ``large`` (1,) is a party of the large component, −1 while none is large. In ``near`` are those beside it,
    by the size of what else they would join; in ``apart`` the others, by the size they would make. ``next``
    (n,) leads from each standing party through its component and back; ``item`` (n,) is −1 for who stands;
    ``told`` (n,) marks who was looked at last on whose account.
    """

    order: NDArray[np.int32]
    apart: Queue
    near: Queue
    large: NDArray[np.int32]
    next: NDArray[np.int32]
    item: NDArray[np.int32]
    told: NDArray[np.int32]


@compiled
def settled(
    structure: Structure, order: NDArray[np.int32], most: int, halt: Halt
) -> tuple[NDArray[np.int32], int]:
    """Return the parties of ``order`` (k,) in a better order, and how many of them must go for ``most``.

    From the end, whoever makes the smallest component is put back next, the later in ``order`` of two
    (Braunstein et al. 2016). A party's component only grows
    while others are put back, so that an old size in a queue is a lower bound, and is looked at again when
    its turn comes. At a ``halt`` those who are still gone stay first, as they came.
    """
    if halt[0]:
        return order.copy(), len(order)
    standing, largest = standing_without(structure, order)
    waiting = _waiting(len(standing.above), order)
    _queue_all(structure, standing, waiting)
    better = np.empty(len(order), np.int32)
    needed = 0
    for free in range(len(order), 0, -1):
        if halt[0]:
            _leave(waiting, order, better)
            return better, needed or free
        item = _least(structure, standing, waiting)
        party = waiting.order[item]
        size = _stand(structure, standing, waiting, party)
        better[free - 1] = party
        if size > most and not needed:
            needed = free
        if size > largest:
            largest = size
            if largest * LARGE > len(standing.above) and not _in_large(standing, waiting, party):
                _take_for_large(standing, waiting, party)
                _queue_all(structure, standing, waiting)
    return better, needed


@compiled
def _leave(waiting: Waiting, order: NDArray[np.int32], better: NDArray[np.int32]) -> None:
    """Put those who are still gone first in the better order, as they stood in the old."""
    at = 0
    for party in order:
        if waiting.item[party] >= 0:
            better[at] = party
            at += 1


@compiled
def _waiting(parties: int, order: NDArray[np.int32]) -> Waiting:
    k = len(order)
    backwards, item = order[::-1].copy(), np.full(parties, -1, np.int32)
    item[backwards] = np.arange(k)
    told, following = np.full(parties, -1, np.int32), np.empty(parties, np.int32)
    return Waiting(backwards, queue_for(k), queue_for(k), np.full(1, -1, np.int32), following, item, told)


@compiled
def _queue_all(structure: Structure, standing: Standing, waiting: Waiting) -> None:
    """Let everyone who is still gone wait where he belongs now."""
    for item in range(len(waiting.order)):
        if waiting.item[waiting.order[item]] >= 0:
            _queue_one(structure, standing, waiting, item)


@compiled
def _queue_one(structure: Structure, standing: Standing, waiting: Waiting, item: int) -> int:
    """Let one who is gone wait where he belongs now, and return the size he would make."""
    size, large = _size(structure, standing, waiting, waiting.order[item])
    drop(waiting.apart if large else waiting.near, item)
    put(waiting.near if large else waiting.apart, item, size - large)
    return size


@compiled
def _size(structure: Structure, standing: Standing, waiting: Waiting, party: int) -> tuple[int, int]:
    """Return the size a party would make, and that of the large component if it is part of it."""
    size = joined(structure, standing, party)
    if waiting.large[0] < 0:
        return size, 0
    top = head(standing.above, waiting.large[0])
    return size, -standing.above[top] if standing.seen[top] == standing.looks[0] else 0


@compiled
def _least(structure: Structure, standing: Standing, waiting: Waiting) -> int:
    """Return the item of who would make the smallest component of all who wait."""
    apart, near = waiting.apart, waiting.near
    while True:
        large = -standing.above[head(standing.above, waiting.large[0])] if waiting.large[0] >= 0 else 0
        from_near = near.waits[0] > 0 and (
            apart.waits[0] == 0 or near.keys[near.items[0]] + large < apart.keys[apart.items[0]]
        )
        item = near.items[0] if from_near else apart.items[0]
        key = near.keys[item] + large if from_near else apart.keys[item]
        if _queue_one(structure, standing, waiting, item) == key:
            return int(item)


@compiled
def _in_large(standing: Standing, waiting: Waiting, party: int) -> bool:
    return waiting.large[0] >= 0 and head(standing.above, waiting.large[0]) == head(standing.above, party)


@compiled
def _take_for_large(standing: Standing, waiting: Waiting, party: int) -> None:
    """Take the component of a party for the large one, and lay all components in rings."""
    waiting.large[0] = party
    n, following = len(standing.above), waiting.next
    following[:] = np.arange(n)
    for member in range(n):
        if standing.above[member] >= 0 and standing.above[member] != n:
            top = head(standing.above, member)
            following[member], following[top] = following[top], member


@compiled
def _stand(structure: Structure, standing: Standing, waiting: Waiting, party: int) -> int:
    """Put a party back; whoever stands beside what the large component swallows by it is looked at anew.

    What such a one would join besides the large component gets smaller: the only way a key can fall.
    """
    drop(waiting.apart, waiting.item[party])
    drop(waiting.near, waiting.item[party])
    waiting.item[party] = -1
    if waiting.large[0] < 0:
        return put_back(structure, standing, party)
    _, large = _size(structure, standing, waiting, party)
    above, seen, looks = standing.above, standing.seen, standing.looks[0]
    following, top = waiting.next, head(standing.above, waiting.large[0])
    following[party] = party
    for place in range(structure.starts[party], structure.starts[party + 1]):
        other = structure.ends[place]
        found = head(above, other) if above[other] != len(above) else other
        if above[found] == len(above) or seen[found] != looks:
            continue
        seen[found] = 0
        if large and found != top:
            _tell(structure, waiting, found, party)
        following[party], following[found] = following[found], following[party]
    return put_back(structure, standing, party)


@compiled
def _tell(structure: Structure, waiting: Waiting, first: int, party: int) -> None:
    """Let everyone beside the component of ``first`` who waits near the large one be looked at next."""
    member = first
    while True:
        for place in range(structure.starts[member], structure.starts[member + 1]):
            other = structure.ends[place]
            item = waiting.item[other]
            if item >= 0 and waiting.told[other] != party and waiting.near.places[item] >= 0:
                waiting.told[other] = party
                put(waiting.near, item, 0)
        member = waiting.next[member]
        if member == first:
            break
