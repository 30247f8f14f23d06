"""What agrees more never weighs less: the weights of whole patterns raised until that holds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing import born
from dedere.persons.comparing.steps import BIRTH, FIRST_GIVEN, NAME_CODES, NOT_GIVEN, SLOTS, TOGETHER
from dedere.persons.comparing.weigh import CODES

_SHAPE = (3, 3, 4, 2)  # surnames, given names, date, two surnames known: see steps._together
_NEAR_CODES = slice(1, 13)  # a name's codes from the same to one edit away


def raised(base: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return base weights (SLOTS, CODES) where one more name or a better date never lowers the sum.

    A name that comes to agree brings at least the least weight of such a step; a date that comes to agree
    brings at least its own. Patterns that would fall by more are raised, the fewer first.
    """
    out = base.copy()
    size = int(np.prod(_SHAPE))
    pattern = out[TOGETHER, 1 : 1 + size].reshape(_SHAPE)
    surname = out[:2, _NEAR_CODES].min() - min(out[:2, NOT_GIVEN:NAME_CODES].max(), 0.0)
    given = out[FIRST_GIVEN:5, _NEAR_CODES].min() - min(out[FIRST_GIVEN:5, NOT_GIVEN:NAME_CODES].max(), 0.0)
    gains = (surname, given)
    for axis, gain in enumerate(gains):
        for step in range(1, _SHAPE[axis]):
            now = np.take(pattern, step, axis)
            least = np.take(pattern, step - 1, axis) - max(gain, 0.0)
            np.moveaxis(pattern, axis, 0)[step] = np.maximum(now, least)
    same = out[BIRTH, born.SAME]
    for other in range(3):
        codes = _WHEN[other]
        least = (pattern[:, :, other, :] + out[BIRTH, codes].max()) - same
        pattern[:, :, 3, :] = np.maximum(pattern[:, :, 3, :], least)
    out[TOGETHER, 1 : 1 + size] = pattern.ravel()
    assert out.shape == (SLOTS, CODES)  # noqa: S101
    return out


_WHEN = (
    [born.UNKNOWN],
    list(range(born.OTHER_YEAR, born.A_GENERATION_OFF + 1)),
    [born.SAME_MONTH, born.SAME_YEAR, *range(born.OTHER_DAY, born.YEAR_MISTYPED + 1)],
)
