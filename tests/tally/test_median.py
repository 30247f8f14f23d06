"""A median with its interval: held against every way the days may fall around it."""

from __future__ import annotations

import itertools
from fractions import Fraction

import pytest

from dedere.tally.median import Middle, middle


def covered(number: int, rank: int) -> Fraction:
    """How often the true median lies between two ranks: counted over every way to fall below or above it."""
    ways = list(itertools.product((0, 1), repeat=number))
    return Fraction(sum(rank <= sum(below) <= number - rank for below in ways), len(ways))


@pytest.mark.parametrize("number", range(6, 13))
def test_the_interval_covers_what_it_says_and_no_narrower_one_covers_enough(number: int) -> None:
    days = list(range(10, 10 + number))
    found = middle(days, 0.95)
    assert found.least is not None
    rank = days.index(found.least) + 1
    assert found.most == days[number - rank]
    assert found.coverage == pytest.approx(float(covered(number, rank)))
    assert found.coverage >= 0.95
    if 2 * (rank + 1) <= number:
        assert covered(number, rank + 1) < Fraction(95, 100)


def test_five_days_have_a_median_and_no_interval() -> None:
    assert middle([30, 10, 20, 50, 40], 0.95) == Middle(number=5, median=30)


def test_an_even_number_has_its_median_half_way() -> None:
    assert middle([1, 2, 4, 9, 30, 31], 0.95) == Middle(
        number=6, median=6.5, least=1, most=31, coverage=0.96875
    )
