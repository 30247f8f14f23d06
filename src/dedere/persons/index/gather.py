"""Read the names a wanted person's keys lead to, compare each once, keep those worth keeping."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.record import FIELDS
from dedere.persons.comparing.steps import room
from dedere.persons.comparing.weigh import weigh
from dedere.persons.index.keys import PLACE
from dedere.persons.index.probe import Probes, stretch


class Near(NamedTuple):
    """The names that a wanted name leads to: their places, their records side by side, a bit for each met."""

    places: NDArray[np.int32]
    records: NDArray[np.uint32]
    met: NDArray[np.uint8]


@compiled
def _read(near: Near, count: int, sorted_keys: NDArray[np.uint64], low: int, high: int) -> tuple[Near, int]:
    """Add the places of a stretch of keys that were not met before; return the room, grown if need be."""
    places, met = near.places, near.met
    if count + high - low > len(places):
        places = np.empty(2 * (count + high - low), np.int32)
        places[:count] = near.places[:count]
        near = Near(places, np.empty((len(places), FIELDS), np.uint32), met)
    for at in range(low, high):
        place = np.int32(sorted_keys[at] & np.uint64(PLACE))
        bit = np.uint8(1 << (place & 7))
        if not met[place >> 3] & bit:
            met[place >> 3] |= bit
            places[count] = place
            count += 1
    return near, count


@compiled
def _near(
    near: Near,
    sorted_keys: NDArray[np.uint64],
    buckets: NDArray[np.uint32],
    asked: Probes,
    spans: NDArray[np.uint8],
    i: int,
) -> tuple[Near, int]:
    """Return the places that the keys of wanted name i lead to, each once."""
    count = 0
    for k in range(asked.starts[i], asked.starts[i + 1]):
        first, last = int(spans[k, 0]), int(spans[k, 1])
        if first > last:
            continue
        low, high = stretch(sorted_keys, buckets, asked.hashed[k], first, last)
        near, count = _read(near, count, sorted_keys, low, high)
        if first > 0:  # those whose year is not known
            low, high = stretch(sorted_keys, buckets, asked.hashed[k], 0, 0)
            near, count = _read(near, count, sorted_keys, low, high)
    for n in range(count):
        near.met[near.places[n] >> 3] = 0
    return near, count


@compiled
def gather(
    words: Words,
    weights: NDArray[np.float32],
    floor: float,
    sorted_keys: NDArray[np.uint64],
    buckets: NDArray[np.uint32],
    held: NDArray[np.uint32],
    wanted: NDArray[np.uint32],
    asked: Probes,
    spans: NDArray[np.uint8],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32], int]:
    """Return the pairs of one segment: wanted record, held record, bits; and how many were compared.

    The records of one wanted name are fetched together before any is compared: memory answers many at once
    sooner than one after another.
    """
    work = room()
    near = Near(
        np.empty(1024, np.int32), np.empty((1024, FIELDS), np.uint32), np.zeros(len(held) // 8 + 1, np.uint8)
    )
    out_wanted, out_held = np.empty(1024, np.int32), np.empty(1024, np.int32)
    out_bits = np.empty(1024, np.float32)
    size = compared = 0
    for i in range(len(wanted)):
        near, count = _near(near, sorted_keys, buckets, asked, spans, i)
        places, records = near.places, near.records
        for n in range(count):
            for field in range(FIELDS):
                records[n, field] = held[places[n], field]
        compared += count
        for n in range(count):
            bits = weigh(words, weights, wanted[i], records[n], work)
            if bits < floor:
                continue
            if size == len(out_bits):
                out_wanted, out_held, out_bits = _more(out_wanted), _more(out_held), _more(out_bits)
            out_wanted[size], out_held[size], out_bits[size] = i, places[n], bits
            size += 1
    return out_wanted[:size], out_held[:size], out_bits[:size], compared


@compiled
def _more(array: np.ndarray) -> np.ndarray:
    out = np.empty(2 * len(array), array.dtype)
    out[: len(array)] = array
    return out
