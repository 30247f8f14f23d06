"""Blocking keys: the combinations of a record by which another of the same person will find it.

A key is one 64-bit number: 36 bits of hash, 7 of year, 21 of the record's place in its segment. Sorted, the
keys of one combination lie side by side in the order of years, so that any range of years is one stretch.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.hashing import mixed
from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.record import (
    BORN,
    BORN_BY_CURP,
    CURP_HEAD,
    CURP_TAIL,
    GIVEN,
    MARKS,
    MARRIED,
    NICKNAME,
    NUMBER,
    RFC,
    ROLE_AT,
    TOKENS,
)

PLACE_BITS, YEAR_BITS = 21, 7
MOST_RECORDS = 1 << PLACE_BITS
PLACE = MOST_RECORDS - 1
_HASH = ~np.uint64((1 << (PLACE_BITS + YEAR_BITS)) - 1)
_FIRST_YEAR = 1899
_LAST = (1 << YEAR_BITS) - 1
MOST_KEYS = 256

# Kinds: two names; three names; a name and a day of the year; the halves of a CURP; a nickname.
PAIR, TRIPLE, DAY, CURP_START, CURP_END, NICK = range(1, 7)
_CODES = 4


class Keys(NamedTuple):
    """Room for one record's keys: kind and hash (the low 28 bits zero) of each."""

    kind: NDArray[np.uint8]
    hashed: NDArray[np.uint64]


@compiled
def year_code(date: np.uint32) -> int:
    """Return a packed date's year as 1 to 127 (1900 to 2026), 0 where it is not known."""
    year = int(date) >> 9
    return min(max(year - _FIRST_YEAR, 1), _LAST) if year else 0


@compiled
def _key(kind: int, value: np.uint64) -> np.uint64:
    return mixed(value ^ (np.uint64(kind) << np.uint64(56))) & _HASH


@compiled
def _spread(code: np.uint32) -> np.uint64:
    """Return a code's share of an unordered combination: sums of these depend on no order."""
    return mixed(np.uint64(code) * np.uint64(0x9E3779B97F4A7C15))


@compiled
def _add(out: Keys, count: int, kind: int, value: np.uint64) -> int:
    key = _key(kind, value)
    for i in range(count):
        if out.hashed[i] == key:
            return count
    if count < MOST_KEYS:
        out.kind[count], out.hashed[count] = kind, key
        count += 1
    return count


@compiled
def _pairs(words: Words, line: NDArray[np.uint32], out: Keys, count: int, i: int, j: int) -> int:
    """Add two tokens together, and with every third."""
    n = int(line[MARKS] & np.uint32(15))
    a, b = int(line[TOKENS + i] & np.uint32(NUMBER)), int(line[TOKENS + j] & np.uint32(NUMBER))
    both_given = (line[TOKENS + i] >> ROLE_AT) == GIVEN and (line[TOKENS + j] >> ROLE_AT) == GIVEN
    for x in range(_CODES):
        for y in range(_CODES):
            # One token at most is looked for under another sound than its own.
            if (x and y) or words.codes[a, x] == 0 or words.codes[b, y] == 0:
                continue
            two = _spread(words.codes[a, x]) + _spread(words.codes[b, y])
            if not both_given:
                count = _add(out, count, PAIR, two)
            for k in range(j + 1, n):
                third = line[TOKENS + k]
                if (third >> ROLE_AT) == MARRIED or (both_given and (third >> ROLE_AT) == GIVEN):
                    continue
                c = int(third & np.uint32(NUMBER))
                for z in range(_CODES if x == 0 and y == 0 else 1):
                    if words.codes[c, z]:
                        count = _add(out, count, TRIPLE, two + _spread(words.codes[c, z]))
    return count


@compiled
def _days(words: Words, line: NDArray[np.uint32], out: Keys, count: int, date: np.uint32) -> int:
    """Add each token with the day and month of the date."""
    day = date & np.uint32(511)
    if day >> 5 == 0 or day & np.uint32(31) == 0:
        return count
    for i in range(int(line[MARKS] & np.uint32(15))):
        a = int(line[TOKENS + i] & np.uint32(NUMBER))
        for x in range(_CODES):
            if words.codes[a, x]:
                count = _add(out, count, DAY, _spread(words.codes[a, x]) + np.uint64(day))
    return count


@compiled
def keys(words: Words, line: NDArray[np.uint32], out: Keys) -> int:
    """Write a record's keys to ``out`` (MOST_KEYS) and return how many there are."""
    count = 0
    n = int(line[MARKS] & np.uint32(15))
    for i in range(n):
        for j in range(i + 1, n):
            if n == 2 or (
                (line[TOKENS + i] >> ROLE_AT) != MARRIED and (line[TOKENS + j] >> ROLE_AT) != MARRIED
            ):
                count = _pairs(words, line, out, count, i, j)
    for date in (line[BORN], line[BORN_BY_CURP]):
        count = _days(words, line, out, count, date)
    for head in (line[CURP_HEAD], line[RFC]):
        if head:
            count = _add(out, count, CURP_START, np.uint64(head))
    if line[CURP_TAIL]:
        count = _add(out, count, CURP_END, np.uint64(line[CURP_TAIL]))
    if line[NICKNAME]:
        count = _add(out, count, NICK, np.uint64(line[NICKNAME]))
    return count


@compiled
def swapped_days(words: Words, line: NDArray[np.uint32], out: Keys, count: int) -> int:
    """Add the keys of the date with day and month swapped, if that is one; return how many there are now."""
    month, day = (line[BORN] >> np.uint32(5)) & np.uint32(15), line[BORN] & np.uint32(31)
    if day == month or day > 12 or day == 0:
        return count
    return _days(words, line, out, count, (day << np.uint32(5)) | month)


@compiled
def of_segment(words: Words, lines: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Return every key of a segment's records, with year and place, not yet sorted."""
    room = Keys(np.empty(MOST_KEYS, np.uint8), np.empty(MOST_KEYS, np.uint64))
    out = np.empty(len(lines) * 16 + MOST_KEYS, np.uint64)
    at = 0
    for place in range(len(lines)):
        count = keys(words, lines[place], room)
        first, second = year_code(lines[place, BORN]), year_code(lines[place, BORN_BY_CURP])
        if at + 2 * count > len(out):
            more = np.empty(len(out) + len(out) // 4 + 2 * MOST_KEYS, np.uint64)
            more[:at] = out[:at]
            out = more
        for i in range(count):
            out[at] = room.hashed[i] | np.uint64(first << PLACE_BITS) | np.uint64(place)
            at += 1
            if second and second != first:
                out[at] = room.hashed[i] | np.uint64(second << PLACE_BITS) | np.uint64(place)
                at += 1
    return out[:at]
