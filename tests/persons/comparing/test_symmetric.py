"""Which of two records is named first makes no difference to how they agree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.comparing import born
from dedere.persons.comparing.likeness import NEAR, WIDTH, likeness
from dedere.persons.index.words import lexis

days = st.builds(born.packed, st.integers(1900, 2020), st.integers(0, 12), st.integers(0, 28)).map(np.uint32)


@given(days, days)
def test_two_dates_agree_the_same_both_ways(one, other):
    assert born.agreement(one, other) == born.agreement(other, one)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((1982, 9, 21), (1983, 9, 21), born.NEXT_YEAR),
        ((1982, 9, 21), (1983, 6, 26), born.A_YEAR_OFF),
        ((1982, 9, 21), (1986, 6, 26), born.YEARS_OFF),
        ((1982, 9, 21), (1994, 6, 26), born.MANY_YEARS_OFF),
        ((1960, 9, 21), (1986, 6, 26), born.A_GENERATION_OFF),
    ],
)
def test_years_apart_are_counted_from_either(one, other, agree):
    a, b = np.uint32(born.packed(*one)), np.uint32(born.packed(*other))
    assert (born.agreement(a, b), born.agreement(b, a)) == (agree, agree)


def test_a_letter_too_many_is_one_edit_whichever_name_has_it():
    texts = ["HERNANDEZ", "HERNANDREZ", "VILLALOBOS", "VILLALOBOSE", "GALLARDO", "GALARDOM"]
    words = lexis(texts, np.ones((len(texts), 2), np.uint32), 100).words
    table = np.empty((3, WIDTH + 1), np.int64)
    for a in range(len(texts)):
        for b in range(len(texts)):
            assert likeness(words, a, b, table) == likeness(words, b, a, table)
    assert likeness(words, 0, 1, table) == NEAR
