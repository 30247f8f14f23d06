"""The median of some days, and the interval around it that rests on no assumption of their spread.

The interval runs from one observation to another: that the population's median lies between the r-th smallest
and the r-th largest of n has the probability 1 - 2 P(B < r), B binomial of n and one half (Conover 1999, 3.2;
David and Nagaraja 2003, 7.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """A median of ``number`` days; ``least`` and ``most`` are None where so few bound it nowhere.

    ``coverage`` is the exact probability that goes with the interval: at least the confidence asked for.
    """

    number: int
    median: float
    least: int | None = None
    most: int | None = None
    coverage: float | None = None


def middle(days: Sequence[int], confidence: float) -> Middle:
    """Return the median of at least one number of days with the narrowest such interval."""
    ranked, number = sorted(days), len(days)
    rank = _rank(number, confidence)
    if rank == 0:
        return Middle(number=number, median=median(ranked))
    return Middle(
        number=number,
        median=median(ranked),
        least=ranked[rank - 1],
        most=ranked[number - rank],
        coverage=float(1 - 2 * _below(rank, number)),
    )


def _rank(number: int, confidence: float) -> int:
    """The largest rank whose interval covers enough; 0 where even the whole range does not."""
    rank = 0
    while 2 * (rank + 1) <= number and 1 - 2 * _below(rank + 1, number) >= confidence:
        rank += 1
    return rank


def _below(rank: int, number: int) -> Fraction:
    """The probability that fewer than ``rank`` of so many fall below the median."""
    return Fraction(sum(comb(number, each) for each in range(rank)), 2**number)
