"""The training pairs as numbers: the steps of each, and the terms of the model that they switch on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from dedere.persons.comparing import born
from dedere.persons.comparing.compiled import compiled
from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.steps import (
    BIRTH,
    CURP,
    CURP_HEAD_SAME,
    NAME_CODES,
    NICK,
    NOT_GIVEN,
    OWN_GIVEN,
    SEX,
    SLOTS,
    STATE,
    compare,
    room,
)
from dedere.persons.comparing.weigh import CODES

TERMS = 2 * SLOTS * CODES  # a base and a slope for every step
# What agrees as far as it is known: the last code of it in each slot that holds no name, the first being 1.
AGREEING = {BIRTH: born.SAME_YEAR, SEX: 1, STATE: 1, CURP: CURP_HEAD_SAME, NICK: 1}


class Steps(NamedTuple):
    """The steps of n pairs: ``code`` and ``rare``, both (n, SLOTS)."""

    code: NDArray[np.int16]
    rare: NDArray[np.int8]


@compiled
def steps(
    words: Words,
    wanted: NDArray[np.uint32],
    held: NDArray[np.uint32],
    wanted_name: NDArray[np.int32],
    held_name: NDArray[np.int32],
) -> Steps:
    """Return the steps of pairs of records."""
    n = len(wanted_name)
    code, rare = np.zeros((n, SLOTS), np.int16), np.zeros((n, SLOTS), np.int8)
    work = room()
    for i in range(n):
        compare(words, wanted[wanted_name[i]], held[held_name[i]], work)
        code[i], rare[i] = work.code, work.rare
    return Steps(code, rare)


def design(found: Steps) -> csr_matrix:
    """Return the sparse matrix (n, TERMS): one for each step's base, its rarity for its slope."""
    n = len(found.code)
    place = np.arange(SLOTS) * CODES + found.code
    on = found.code > 0
    sloped = on & (np.arange(SLOTS) <= OWN_GIVEN) & (found.code < NOT_GIVEN)
    row = np.broadcast_to(np.arange(n)[:, None], on.shape)
    rows = np.concatenate([row[on], row[sloped]])
    columns = np.concatenate([place[on], place[sloped] + SLOTS * CODES])
    values = np.concatenate([np.ones(on.sum()), found.rare[sloped]])
    return csr_matrix((values, (rows, columns)), shape=(n, TERMS))


def bounds() -> list[tuple[float, float]]:
    """Return each term's bounds in bits: what agrees never weighs against, what differs never for."""
    base, slope = [(-12.0, 12.0)] * (SLOTS * CODES), [(0.0, 0.0)] * (SLOTS * CODES)
    for slot in range(OWN_GIVEN + 1):
        for code in range(1, NOT_GIVEN):
            base[slot * CODES + code] = (0.0, 12.0) if (code - 1) // 3 < 4 else (-6.0, 12.0)
            slope[slot * CODES + code] = (0.0, 1.5)
        for code in range(NOT_GIVEN, NAME_CODES):
            base[slot * CODES + code] = (-12.0, 0.0)
    for slot, last in AGREEING.items():
        for code in range(1, last + 1):
            base[slot * CODES + code] = (0.0, 12.0)
    return base + slope
