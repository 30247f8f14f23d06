"""Which stretches of the sorted keys to read for a wanted person: as wide as a combination is rare."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.record import BORN
from dedere.persons.index.keys import (
    MOST_KEYS,
    NICK,
    PAIR,
    PLACE_BITS,
    Keys,
    keys,
    swapped_days,
    year_code,
)

_BUCKET_AT = 44  # the top 20 bits of a key choose its bucket
BUCKETS = 1 << 20

# How many names a combination may bring in any year, by kind (PAIR, TRIPLE, DAY, the two of a CURP, NICK):
# where the year sought is known, and where not. One that brings more is read in the years near it, or not.
_NO_LIMIT = 1 << 40
ANY_YEAR = (0, 10, 100, 10, _NO_LIMIT, _NO_LIMIT, 100)
UNDATED = (0, 300, 1000, 1000, _NO_LIMIT, _NO_LIMIT, 300)
YEARS_NEAR = 1
# Two names that so many carry together, and the year before or after, would never be proposed alone.
COMMON_PAIR = 200


class Probes(NamedTuple):
    """The keys of many records: ``hashed`` and ``kind`` of each, and where each record's begin (``starts``).

    ``year`` is the code of the record's year of birth; ``exact`` asks for that year alone.
    """

    starts: NDArray[np.int64]
    hashed: NDArray[np.uint64]
    kind: NDArray[np.uint8]
    year: NDArray[np.uint8]
    exact: NDArray[np.bool_]


@compiled
def probes(words: Words, lines: NDArray[np.uint32]) -> Probes:
    """Return what to look up for each record: its keys, and its date with day and month swapped."""
    room = Keys(np.empty(MOST_KEYS, np.uint8), np.empty(MOST_KEYS, np.uint64))
    size = len(lines) * MOST_KEYS
    starts = np.zeros(len(lines) + 1, np.int64)
    hashed, kind = np.empty(size, np.uint64), np.empty(size, np.uint8)
    year, exact = np.empty(size, np.uint8), np.zeros(size, np.bool_)
    at = 0
    for i in range(len(lines)):
        count = keys(words, lines[i], room)
        own = count
        count = swapped_days(words, lines[i], room, count)
        for k in range(count):
            hashed[at], kind[at] = room.hashed[k], room.kind[k]
            year[at], exact[at] = year_code(lines[i, BORN]), k >= own
            at += 1
        starts[i + 1] = at
    return Probes(starts, hashed[:at], kind[:at], year[:at], exact[:at])


@compiled
def _at(sorted_keys: NDArray[np.uint64], buckets: NDArray[np.uint32], key: np.uint64) -> int:
    """Return where a key is or would be, searching its bucket only."""
    bucket = np.int64(key >> np.uint64(_BUCKET_AT))
    low, high = np.int64(buckets[bucket]), np.int64(buckets[bucket + 1])
    while low < high:
        middle = (low + high) // 2
        if sorted_keys[middle] < key:
            low = middle + 1
        else:
            high = middle
    return int(low)


@compiled
def stretch(
    sorted_keys: NDArray[np.uint64], buckets: NDArray[np.uint32], hashed: np.uint64, first: int, last: int
) -> tuple[int, int]:
    """Return the stretch of a combination's keys from one year code to another, both included."""
    low = _at(sorted_keys, buckets, hashed | np.uint64(first << PLACE_BITS))
    high = low
    end = hashed | np.uint64(last << PLACE_BITS) | np.uint64((1 << PLACE_BITS) - 1)
    while high < len(sorted_keys) and high - low < 64 and sorted_keys[high] <= end:
        high += 1
    if high - low == 64:
        high = _at(sorted_keys, buckets, end)
    return low, high


@compiled
def tally(
    sorted_keys: NDArray[np.uint64], buckets: NDArray[np.uint32], asked: Probes, found: NDArray[np.int64]
) -> None:
    """Add to ``found`` how many names of one segment each probe would bring in any year."""
    for i in range(len(asked.hashed)):
        low, high = stretch(sorted_keys, buckets, asked.hashed[i], 0, 127)
        found[i] += high - low


@compiled
def spans(asked: Probes, found: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return for each probe the years to read (first, last; the unknown year is read too); (1, 0) for none.

    The choice depends on the whole register, not on how it lies in segments or in which order its rows came.
    """
    out = np.empty((len(found), 2), np.uint8)
    for i in range(len(found)):
        kind, year = asked.kind[i], int(asked.year[i])
        limit = ANY_YEAR[kind] if year else UNDATED[kind]
        out[i, 0], out[i, 1] = 0, 127
        if found[i] <= limit and not asked.exact[i]:
            continue
        if year == 0:
            out[i, 0], out[i, 1] = 1, 0
            continue
        common = kind in (PAIR, NICK) and found[i] > COMMON_PAIR
        near = 0 if asked.exact[i] or common else YEARS_NEAR
        out[i, 0], out[i, 1] = max(year - near, 1), min(year + near, 127)
    return out


def bucketed(sorted_keys: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Return where each bucket of sorted keys begins, and their number last."""
    edges = np.arange(BUCKETS + 1, dtype=np.uint64) << np.uint64(_BUCKET_AT)
    found = np.searchsorted(sorted_keys, edges[:-1])
    return np.append(found, len(sorted_keys)).astype(np.uint32)
