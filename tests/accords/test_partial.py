"""Days as far as a source gives them."""

from datetime import date

import pytest

from dedere.accords.partial import first_day, span


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2025-02-27", date(2025, 2, 27), date(2025, 2, 27)),
    ],
)
def test_a_partial_day_spans_what_it_may_mean(told, first, last):
    assert span(told) == (first, last)
    assert first_day(told) == first


@pytest.mark.parametrize("told", ["", "25", "2025-13", "2025-02-30", "0000-01-01", "2025-2-1", "soon"])
def test_what_is_no_day_spans_nothing(told):
    assert span(told) is None
    with pytest.raises(ValueError, match="no day, month or year"):
        first_day(told)
