"""How two dates of birth agree, when either may be partial, swapped or mistyped."""

from __future__ import annotations

import numpy as np

from dedere.persons.comparing.compiled import compiled

(
    UNKNOWN, SAME, SAME_MONTH, SAME_YEAR, SWAPPED, OTHER_DAY, OTHER_MONTH, NEXT_YEAR, YEAR_MISTYPED,
    OTHER_YEAR, YEAR_ALONE, A_YEAR_OFF, YEARS_OFF, MANY_YEARS_OFF, A_GENERATION_OFF,
) = range(15)  # fmt: skip
_NEW_YEAR = (1 << 5) | 1


@compiled
def packed(year: int, month: int, day: int) -> int:
    """Return a date as one number, zero where nothing is known: year, 4 bits of month, 5 of day."""
    return (year << 9) | (month << 5) | day


@compiled
def _mistyped(a: int, b: int) -> bool:
    """Say whether one digit differs between two years, or two neighbouring digits changed places."""
    wrong = 0
    x, y = a, b
    for _ in range(4):
        wrong += x % 10 != y % 10
        x, y = x // 10, y // 10
    if wrong == 1:
        return True
    return wrong == 2 and a % 100 == (b % 10) * 10 + b % 100 // 10 and a // 100 == b // 100


@compiled
def _other_year(a: int, b: int) -> int:
    gap = abs(a - b)
    if gap == 1:
        return A_YEAR_OFF
    if gap <= 5:
        return YEARS_OFF
    return MANY_YEARS_OFF if gap < 15 else A_GENERATION_OFF


@compiled
def _same_year(am: int, ad: int, bm: int, bd: int) -> int:
    if am == 0 or bm == 0:
        return SAME_YEAR
    if am == bm:
        return SAME_MONTH if ad == 0 or bd == 0 else (SAME if ad == bd else OTHER_DAY)
    if ad and bd:
        if am == bd and ad == bm:
            return SWAPPED
        if ad == bd:
            return OTHER_MONTH
    return YEAR_ALONE


@compiled
def _said(date: np.uint32) -> np.uint32:
    """Return a date as far as it was known: 1 January is what is written where only the year is."""
    return date & ~np.uint32(511) if date & np.uint32(511) == _NEW_YEAR else date


@compiled
def agreement(a: np.uint32, b: np.uint32) -> int:
    """Return how two packed dates agree, the first that holds of SAME … A_GENERATION_OFF."""
    if a == 0 or b == 0:
        return UNKNOWN
    if a != b:
        a, b = _said(a), _said(b)
    # Signed, since the difference of two unsigned years would never be negative, and huge instead.
    one, other = int(np.int64(a)), int(np.int64(b))
    ay, am, ad = one >> 9, (one >> 5) & 15, one & 31
    by, bm, bd = other >> 9, (other >> 5) & 15, other & 31
    if ay == by:
        return _same_year(am, ad, bm, bd)
    if am and ad and am == bm and ad == bd:
        if abs(ay - by) == 1:
            return NEXT_YEAR
        return YEAR_MISTYPED if _mistyped(ay, by) else OTHER_YEAR
    return _other_year(ay, by)
