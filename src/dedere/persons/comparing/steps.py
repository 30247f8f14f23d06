"""The comparison itself: which tokens answer to which, and one step for each thing compared.

A step is a code and a rarity in bits. What a step is worth is the model's business, not this module's: so one
comparison serves training, matching, explaining and any other engine.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing import born
from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import APART, NEAR, SAME, SHORT, WIDTH, Words, likeness
from dedere.persons.comparing.record import (
    ALIAS_AT,
    BORN,
    BORN_BY_CURP,
    CURP_HEAD,
    CURP_TAIL,
    GIVEN,
    GUESSED_AT,
    MARKS,
    MARRIED,
    MATERNAL,
    MOST_TOKENS,
    NICKNAME,
    NUMBER,
    PATERNAL,
    RFC,
    ROLE_AT,
    SEX_AT,
    STATE_AT,
    SUFFIX_AT,
    TOKENS,
)

SLOTS = 14
(
    PATERNAL_SURNAME, MATERNAL_SURNAME, FIRST_GIVEN, SECOND_GIVEN, THIRD_GIVEN, OWN_SURNAME, OWN_GIVEN,
    BIRTH, SEX, STATE, CURP, NICK, WRITTEN, TOGETHER, ) = range(SLOTS)  # fmt: skip

# Codes of a name's step: 0 not there, then likeness × place, then these two.
IN_PLACE, MOVED, CROSSED = range(3)
NOT_GIVEN, DIFFERS = 19, 20
NAME_CODES = 21
CURP_SAME, CURP_TAIL_SAME, CURP_HEAD_SAME, CURP_DIFFERS, RFC_SAME = range(1, 6)
MOST_RARE = 20
_MET_BITS = 12
_MET = 1 << _MET_BITS  # pairs of tokens whose likeness is kept


class Room(NamedTuple):
    """Room for one comparison: the steps found, which token answers to which, and what is worked in.

    ``code`` and ``rare`` (SLOTS) are the steps; ``to`` (MOST_TOKENS) has for each held token the wanted
    token that answers to it, or -1; ``at`` (SLOTS) the held token that stands in a slot, or -1.
    """

    code: NDArray[np.int16]
    rare: NDArray[np.int8]
    to: NDArray[np.int8]
    at: NDArray[np.int8]
    kind: NDArray[np.int8]
    cost: NDArray[np.int8]
    table: NDArray[np.int64]
    met: NDArray[np.uint64]
    alike: NDArray[np.int8]


@compiled
def room() -> Room:
    """Return room for comparisons, one after another."""
    return Room(
        np.zeros(SLOTS, np.int16),
        np.zeros(SLOTS, np.int8),
        np.empty(MOST_TOKENS, np.int8),
        np.empty(SLOTS, np.int8),
        np.empty(MOST_TOKENS, np.int8),
        np.empty((MOST_TOKENS, MOST_TOKENS), np.int8),
        np.empty((3, WIDTH + 1), np.int64),
        np.zeros(_MET, np.uint64),
        np.zeros(_MET, np.int8),
    )


@compiled
def _place(a: int, b: int, guessed: bool) -> int:
    if a == b:
        return IN_PLACE
    if (a == GIVEN) != (b == GIVEN):
        return MOVED if guessed else CROSSED
    return IN_PLACE if guessed else MOVED


@compiled
def _weigh_up(words: Words, wanted: NDArray[np.uint32], held: NDArray[np.uint32], room: Room) -> None:
    """Write to ``room.cost`` how alike each wanted and each held token are and how placed, 127 if not at all.

    Candidates share most of their tokens, so how alike two are is kept a while in ``room.alike``.
    """
    n, m = int(wanted[MARKS]) & 15, int(held[MARKS]) & 15
    guessed = ((wanted[MARKS] | held[MARKS]) >> GUESSED_AT) & 1 == 1
    cost, met, alike, table = room.cost, room.met, room.alike, room.table
    for j in range(m):
        b = held[TOKENS + j]
        second, role = int(b & NUMBER), int(b >> ROLE_AT)
        for i in range(n):
            a = wanted[TOKENS + i]
            first = int(a & NUMBER)
            both = (np.uint64(first) << np.uint64(32)) | np.uint64(second)
            at = (both * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _MET_BITS)
            if met[at] != both:
                met[at], alike[at] = both, likeness(words, first, second, table)
            likes = alike[at]
            cost[i, j] = 127 if likes == APART else 3 * likes + _place(int(a >> ROLE_AT), role, guessed)


@compiled
def _pair(n: int, m: int, room: Room) -> None:
    """Answer each of m held tokens with the one of n wanted tokens most like it, the likest first."""
    cost, to, kind = room.cost, room.to, room.kind
    to[:] = -1
    taken = 0
    while True:
        best, at_i, at_j = 127, -1, -1
        for i in range(n):
            if (taken >> i) & 1:
                continue
            for j in range(m):
                if to[j] < 0 and cost[i, j] < best:
                    best, at_i, at_j = int(cost[i, j]), i, j
        if best == 127:
            return
        to[at_j], kind[at_j] = at_i, best
        taken |= 1 << at_i


@compiled
def _rarity(words: Words, a: int, b: int, likes: int, column: int) -> int:
    """Return how rare what agrees is: the commoner of the two, by sound unless they are one token."""
    if likes == SAME:
        return int(words.rarity[b, column])
    rarity = min(words.sound_rarity[a, column], words.sound_rarity[b, column])
    return (
        min(int(rarity), 5) if likes == SHORT and min(words.length[a], words.length[b]) == 1 else int(rarity)
    )


@compiled
def _together(surnames: int, givens: int, date: int, known: int) -> int:
    """Return one code for how many surnames and given names agree, how the date does, and what was known.

    More than two count as two; ``known`` is 1 where both records have two surnames.
    """
    if date == born.UNKNOWN:
        when = 0
    elif date in (born.SAME, born.SWAPPED):
        when = 3
    elif date <= born.YEAR_MISTYPED:
        when = 2
    else:
        when = 1
    return 1 + ((min(surnames, 2) * 3 + min(givens, 2)) * 4 + when) * 2 + known


@compiled
def _curp(wanted: NDArray[np.uint32], held: NDArray[np.uint32]) -> int:
    if wanted[CURP_HEAD] and held[CURP_HEAD]:
        head, tail = wanted[CURP_HEAD] == held[CURP_HEAD], wanted[CURP_TAIL] == held[CURP_TAIL]
        if head:
            return CURP_SAME if tail else CURP_HEAD_SAME
        return CURP_TAIL_SAME if tail else CURP_DIFFERS
    if wanted[RFC] and (wanted[RFC] == held[RFC] or wanted[RFC] == held[CURP_HEAD]):
        return RFC_SAME
    if held[RFC] and held[RFC] == wanted[CURP_HEAD]:
        return RFC_SAME
    return 0


@compiled
def _birth(wanted: NDArray[np.uint32], held: NDArray[np.uint32]) -> int:
    """Return the best agreement of the dates on record and, where they are others, those within the CURPs."""
    best = born.UNKNOWN
    for a in (wanted[BORN], wanted[BORN_BY_CURP]):
        for b in (held[BORN], held[BORN_BY_CURP]):
            found = born.agreement(a, b)
            if found and (best == born.UNKNOWN or found < best):
                best = found
    return best


@compiled
def _known(a: int, b: int) -> int:
    """Return 0 where either is unknown, 1 the same, 2 different."""
    if a == 0 or b == 0:
        return 0
    return 1 if a == b else 2


@compiled
def compare(words: Words, wanted: NDArray[np.uint32], held: NDArray[np.uint32], room: Room) -> None:
    """Compare two records into one step a slot of ``room``."""
    code = room.code
    code[:], room.rare[:], room.at[:] = 0, 0, -1
    _weigh_up(words, wanted, held, room)
    _pair(int(wanted[MARKS]) & 15, int(held[MARKS]) & 15, room)
    surnames, givens = _agreeing(words, wanted, held, room)
    _leftover(wanted, held, room)
    date = _birth(wanted, held)
    code[BIRTH] = date
    wm, hm = int(wanted[MARKS]), int(held[MARKS])
    code[SEX] = _known((wm >> SEX_AT) & 3, (hm >> SEX_AT) & 3)
    code[STATE] = _known((wm >> STATE_AT) & 63, (hm >> STATE_AT) & 63)
    code[CURP] = _curp(wanted, held)
    code[NICK] = wanted[NICKNAME] != 0 and wanted[NICKNAME] == held[NICKNAME]
    suffix_differs = (wm >> SUFFIX_AT) & 3 != (hm >> SUFFIX_AT) & 3
    code[WRITTEN] = suffix_differs + 2 * (((wm | hm) >> ALIAS_AT) & 1)
    if wm & 15 and hm & 15:
        known = min(_surnames(wanted), _surnames(held)) >= 2
        code[TOGETHER] = _together(surnames, givens, date, int(known))


@compiled
def _surnames(line: NDArray[np.uint32]) -> int:
    """Return how many surnames of the person's own a record has."""
    count = 0
    for i in range(int(line[MARKS]) & 15):
        role = line[TOKENS + i] >> ROLE_AT
        count += role in (PATERNAL, MATERNAL)
    return count


@compiled
def _slot(room: Room, role: int, givens: int) -> int:
    """Return the slot of a held token: the next given name's, or its surname's unless that is taken."""
    if role == GIVEN:
        return FIRST_GIVEN + min(givens, 2)
    return PATERNAL_SURNAME if role == PATERNAL and room.code[PATERNAL_SURNAME] == 0 else MATERNAL_SURNAME


@compiled
def _agreeing(
    words: Words, wanted: NDArray[np.uint32], held: NDArray[np.uint32], room: Room
) -> tuple[int, int]:
    """Write the steps of the tokens that answer to one another; return the surnames and givens that agree."""
    surnames = givens = slots = 0
    for j in range(int(held[MARKS]) & 15):
        if room.to[j] < 0:
            continue
        role = int(held[TOKENS + j] >> ROLE_AT)
        a, b = int(wanted[TOKENS + room.to[j]] & NUMBER), int(held[TOKENS + j] & NUMBER)
        likes = room.kind[j] // 3
        slot = _slot(room, role, slots)
        room.code[slot], room.at[slot] = 1 + room.kind[j], j
        room.rare[slot] = _rarity(words, a, b, likes, 0 if role == GIVEN else 1)
        if role == GIVEN:
            slots += 1
            givens += likes <= NEAR or likes == SHORT
        else:
            surnames += likes <= NEAR
    return surnames, givens


@compiled
def _leftover(wanted: NDArray[np.uint32], held: NDArray[np.uint32], room: Room) -> None:
    """Write the steps of names that nothing answers to: said otherwise by the other, or not said at all.

    Where one record has no name, a nickname alone, nothing can answer, and that says nothing.
    """
    if int(wanted[MARKS]) & 15 == 0 or int(held[MARKS]) & 15 == 0:
        return
    taken = slots = 0
    for j in range(int(held[MARKS]) & 15):
        if room.to[j] >= 0:
            taken |= 1 << room.to[j]
            slots += (held[TOKENS + j] >> ROLE_AT) == GIVEN
    givens = surnames = 0
    for i in range(int(wanted[MARKS]) & 15):
        role = wanted[TOKENS + i] >> ROLE_AT
        if not (taken >> i) & 1:
            givens += role == GIVEN
            surnames += role in (PATERNAL, MATERNAL)
    for j in range(int(held[MARKS]) & 15):
        role = int(held[TOKENS + j] >> ROLE_AT)
        if room.to[j] >= 0 or role == MARRIED:
            continue
        slot = _slot(room, role, slots)
        left = givens if role == GIVEN else surnames
        if room.code[slot] in (0, NOT_GIVEN):
            room.code[slot], room.at[slot] = DIFFERS if left > 0 else NOT_GIVEN, j
        if role == GIVEN:
            slots, givens = slots + 1, givens - 1
        else:
            surnames -= 1
    room.code[OWN_SURNAME] = NOT_GIVEN if surnames > 0 else 0
    room.code[OWN_GIVEN] = NOT_GIVEN if givens > 0 else 0
