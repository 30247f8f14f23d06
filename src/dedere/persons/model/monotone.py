"""What agrees more never weighs less: the conditions on the weights under which that holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from dedere.persons.comparing import born
from dedere.persons.comparing.likeness import FAR
from dedere.persons.comparing.steps import (
    BIRTH,
    CURP,
    CURP_DIFFERS,
    CURP_HEAD_SAME,
    CURP_SAME,
    CURP_TAIL_SAME,
    FIRST_GIVEN,
    MATERNAL_SURNAME,
    PATERNAL_SURNAME,
    SECOND_GIVEN,
    SLOTS,
    THIRD_GIVEN,
    TOGETHER,
)
from dedere.persons.comparing.weigh import CODES

MARGIN = 0.02  # bits by which the fit keeps each condition, so that rounding breaks none
_SHAPE = (3, 3, 4, 2)  # surnames, given names, date, two surnames known: see steps._together
_NAME_CODES = range(1, 1 + 3 * FAR)  # the same to one edit away, wherever it stands
_DATE_PATTERN = {born.UNKNOWN: 0, born.SAME: 3, born.SWAPPED: 3} | {
    code: 2 if code <= born.YEAR_MISTYPED else 1
    for code in range(born.SAME_MONTH, born.A_GENERATION_OFF + 1)
    if code != born.SWAPPED
}

_Sum = list[tuple[int, int, float]]  # slot, code, sign


def _pattern(surnames: int, givens: int, date: int, known: int) -> int:
    return 1 + int(np.ravel_multi_index((surnames, givens, date, known), _SHAPE))


def _rise(slot: int, code: int, before: int, after: int) -> _Sum:
    return [(slot, code, 1.0), (TOGETHER, after, 1.0), (TOGETHER, before, -1.0)]


def _names() -> Iterator[_Sum]:
    """Yield the sums that a further surname or given name adds, at no rarity at all."""
    for s, g, d, k in product(*map(range, _SHAPE)):
        for slot, code in product((PATERNAL_SURNAME, MATERNAL_SURNAME), _NAME_CODES):
            if s < 2:
                yield from (
                    _rise(slot, code, _pattern(s, g, d, k), _pattern(s + 1, g, d, after))
                    for after in range(k, 2)
                )
        for slot, code in product((FIRST_GIVEN, SECOND_GIVEN, THIRD_GIVEN), _NAME_CODES):
            if g < 2:
                yield _rise(slot, code, _pattern(s, g, d, k), _pattern(s, g + 1, d, k))


def _dates() -> Iterator[_Sum]:
    """Yield the sums that the same date adds where another, or none, was."""
    for s, g, k in product(range(3), range(3), range(2)):
        after = _pattern(s, g, _DATE_PATTERN[born.SAME], k)
        for code, date in _DATE_PATTERN.items():
            if code != born.SAME:
                yield [*_rise(BIRTH, born.SAME, _pattern(s, g, date, k), after), (BIRTH, code, -1.0)]


def _numbers() -> Iterator[_Sum]:
    """Yield what an equal CURP adds to one of which a half is equal, or none."""
    for other in (CURP_TAIL_SAME, CURP_HEAD_SAME, CURP_DIFFERS):
        yield [(CURP, CURP_SAME, 1.0), (CURP, other, -1.0)]


@cache
def conditions() -> csr_matrix:
    """Return the conditions, a row each over base weights (SLOTS × CODES): no row may sum below zero."""
    sums = [*_names(), *_dates(), *_numbers()]
    entries = [(row, slot * CODES + code, sign) for row, each in enumerate(sums) for slot, code, sign in each]
    rows, columns, signs = (np.array(column) for column in zip(*entries, strict=True))
    return csr_matrix((signs, (rows, columns)), shape=(len(sums), SLOTS * CODES))


def broken(base: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return by how many bits base weights (SLOTS, CODES) break each condition, zero where it holds."""
    return np.asarray(np.maximum(-(conditions() @ base.ravel()), 0.0))
