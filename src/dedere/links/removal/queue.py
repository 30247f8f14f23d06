"""A queue from which the least comes first, and in which anyone's key can be changed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled


class Queue(NamedTuple):
    """A binary heap: the first ``waits[0]`` of ``items`` (capacity,) wait, the least key first, then number.

    ``keys`` (capacity,) and ``places`` (capacity,) belong to the items; a place of −1 means not waiting.
    """

    keys: NDArray[np.int64]
    items: NDArray[np.int32]
    places: NDArray[np.int32]
    waits: NDArray[np.int32]


@compiled
def queue_for(capacity: int) -> Queue:
    """Return an empty queue for items 0 to ``capacity`` − 1."""
    items, places = np.empty(capacity, np.int32), np.full(capacity, -1, np.int32)
    return Queue(np.empty(capacity, np.int64), items, places, np.zeros(1, np.int32))


@compiled
def put(queue: Queue, item: int, key: int) -> None:
    """Let an item wait with a key, or change its key."""
    if queue.places[item] < 0:
        queue.places[item] = queue.waits[0]
        queue.items[queue.waits[0]] = item
        queue.waits[0] += 1
    queue.keys[item] = key
    _down(queue, _up(queue, queue.places[item]))


@compiled
def drop(queue: Queue, item: int) -> None:
    """Take an item out; one that does not wait is let be."""
    place = queue.places[item]
    if place < 0:
        return
    queue.places[item] = -1
    queue.waits[0] -= 1
    last = queue.items[queue.waits[0]]
    if last != item:
        queue.items[place], queue.places[last] = last, place
        _down(queue, _up(queue, place))


@compiled
def _before(queue: Queue, one: int, other: int) -> bool:
    key, against = queue.keys[one], queue.keys[other]
    return key < against or (key == against and one < other)


@compiled
def _up(queue: Queue, place: int) -> int:
    item = queue.items[place]
    while place:
        over = queue.items[(place - 1) >> 1]
        if not _before(queue, item, over):
            break
        queue.items[place], queue.places[over] = over, place
        place = (place - 1) >> 1
    queue.items[place], queue.places[item] = item, place
    return place


@compiled
def _down(queue: Queue, place: int) -> None:
    item, count = queue.items[place], queue.waits[0]
    while 2 * place + 1 < count:
        child = 2 * place + 1
        if child + 1 < count and _before(queue, queue.items[child + 1], queue.items[child]):
            child += 1
        under = queue.items[child]
        if not _before(queue, under, item):
            break
        queue.items[place], queue.places[under] = under, place
        place = child
    queue.items[place], queue.places[item] = item, place
