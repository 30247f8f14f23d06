"""Days of birth as people write them, in two languages, in either order, whole or in part."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.identifiers.born import EXCEL, MONTHS, month_first, read_born, read_column
from dedere.words.wording import codes

DAYS = st.dates(date(1930, 1, 1), date(2014, 12, 31))
FAULTS = ("unread", "no-such-day", "placeholder", "several-years")


@pytest.mark.parametrize(
    "text",
    [
        *("1980-05-03", "1980/05/03", "1980.5.3", "19800503", "1980-05-03T00:00:00", "1980-05-03 12:30:00"),
        *("03/05/1980", "3-5-1980", "03.05.1980", "3 5 1980", "03/05/80", "03051980", "29344", "29344.0"),
        *("3 de mayo de 1980", "May 3, 1980", "May 3rd, 1980", "03-MAY-80", "3/may/1980", "3 MAYO 1980"),
        *(" 1980-05-03 ", "80-05-03", "1980 may 3"),
    ],
)
def test_one_day_is_read_however_it_is_written(text: str) -> None:
    assert read_born(text) == (1980, 5, 3, "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1980", (1980, 0, 0, "")),
        ("1980-05", (1980, 5, 0, "")),
        ("05/1980", (1980, 5, 0, "")),
        ("mayo 1980", (1980, 5, 0, "")),
        ("1980-00-00", (1980, 0, 0, "")),
        ("00/00/1980", (1980, 0, 0, "")),
        ("00/05/1980", (1980, 5, 0, "")),
        ("1980-XX-XX", (1980, 0, 0, "")),
        ("??/05/1980", (1980, 5, 0, "")),
        ("1980-00-15", (1980, 0, 0, "")),
        ("circa 1980", (1980, 0, 0, "")),
        ("c. 1980", (1980, 0, 0, "")),
        ("hacia 1980", (1980, 0, 0, "")),
    ],
)
def test_what_is_known_in_part_is_known_in_part(text: str, read: tuple[int, int, int, str]) -> None:
    assert read_born(text) == read


@pytest.mark.parametrize("text", ["1980-25-03", "25/03/1980", "03/25/1980", "03251980", "25031980"])
@pytest.mark.parametrize("month_first", [True, False])
def test_a_month_that_cannot_be_changes_places_with_the_day(text: str, month_first: bool) -> None:
    assert read_born(text, month_first=month_first) == (1980, 3, 25, "")


def test_where_both_orders_are_possible_the_files_own_decides() -> None:
    assert read_born("03/05/1980") == (1980, 5, 3, "")
    assert read_born("03/05/1980", month_first=True) == (1980, 3, 5, "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1981-02-29", (1981, 2, 0, "no-such-day")),
        ("31/04/1980", (1980, 4, 0, "no-such-day")),
        ("1980-13-13", (1980, 0, 0, "no-such-day")),
        ("nunca", (0, 0, 0, "unread")),
        ("35 años", (0, 0, 0, "unread")),
        ("1080-05-03", (0, 0, 0, "unread")),
        ("123456789", (0, 0, 0, "unread")),
        ("may may 1980", (0, 0, 0, "unread")),
        ("mayo 198", (0, 0, 0, "unread")),
        ("0000-00-00", (0, 0, 0, "placeholder")),
        ("1900-01-01", (0, 0, 0, "placeholder")),
        ("1975-1980", (0, 0, 0, "several-years")),
        ("1975 o 1980", (0, 0, 0, "several-years")),
    ],
)
def test_what_cannot_be_is_not_known_and_its_fault_has_a_name(
    text: str, read: tuple[int, int, int, str]
) -> None:
    assert read_born(text) == read


@pytest.mark.parametrize(("text", "year"), [("03/05/15", 2015), ("03/05/16", 1916), ("03-may-99", 1999)])
def test_a_year_of_two_digits_turns_at_the_pivot(text: str, year: int) -> None:
    assert read_born(text).year == year


@given(DAYS)
def test_every_way_to_write_a_day_says_the_same(on: date) -> None:
    month = next(word for word, number in MONTHS.items() if number == on.month)
    written = (
        on.isoformat(),
        f"{on:%Y%m%d}",
        f"{on.day} de {month} de {on.year}",
        f"{month} {on.day}, {on.year}",
        str((on - EXCEL) // timedelta(days=1)),
    )
    assert {read_born(text) for text in written} == {(on.year, on.month, on.day, "")}
    assert read_born(f"{on:%d/%m/%Y}", month_first=False)[:3] == (on.year, on.month, on.day)
    assert read_born(f"{on:%m/%d/%Y}", month_first=True)[:3] == (on.year, on.month, on.day)


@given(st.text(max_size=24))
def test_whatever_is_written_is_read_or_has_a_fault(text: str) -> None:
    year, month, day, fault = read_born(text)
    assert fault in ("", *FAULTS)
    assert not day or month, "no day without its month"
    assert not month or year
    assert year or fault


def test_a_column_is_read_like_its_texts() -> None:
    texts = ["1980-05-03", None, "nunca", "1980-05-03", "1981"]
    assert read_column(pl.Series(texts)).rows() == [
        (1980, 5, 3, None),
        (0, 0, 0, None),
        (0, 0, 0, "unread"),
        (1980, 5, 3, None),
        (1981, 0, 0, None),
    ]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["25/03/1980", "01/02/1980"], False),
        (["03/25/1980", "01/02/1980"], True),
        (["03/25/1980", "03/26/1980", "25/03/1980"], True),
        (["01/02/1980", "1980-03-25"], None),
        ([], None),
    ],
)
def test_the_majority_tells_which_stands_first(texts: list[str], first: bool | None) -> None:
    assert month_first(pl.Series(texts, dtype=pl.String)) is first


def test_every_fault_of_a_day_has_words() -> None:
    assert {f"born.{code}" for code in FAULTS} <= codes().keys()
