"""Days of birth as people write them, read to a year, a month and a day, each known or not."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import polars as pl
from anyascii import anyascii

# A two-digit year up to this one is of the 2000s: who is wanted or held is no small child.
PIVOT = 15
EARLIEST, LATEST = 1850, 2100
# Day 0 of the serial numbers of Excel's 1900 date system, its leap year 1900 allowed for; days 10000 to
# 60000 run from 1927 to 2064. The epoch of 1904 cannot be told apart and is not read.
EXCEL = date(1899, 12, 30)
SERIALS = range(10_000, 60_001)
PLACEHOLDERS = {(1900, 1, 1), (1900, 1, 0)}
MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sep sept septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for word in words.split()
}
_TIME = re.compile(r"[t\s]\d{1,2}:\d{2}.*$")
_UNKNOWN_PART = re.compile(r"\bx{1,2}\b|\?{1,2}")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_YEARS = re.compile(r"\d{4}\s*(?:-|–|/|to|a|or|o)\s*\d{4}")
_ABOUT = re.compile(r"^(?:circa|about|approx|hacia|ca|c)\b[. ]*")
_WORDS = re.compile(r"[a-z]+|\d+")
_SMALL_WORDS = {"de", "del", "of", "the", "st", "nd", "rd", "th", "el"}


class Born(NamedTuple):
    """A day of birth: each part 0 where it is not known; ``fault`` a code of the group ``born``, or empty."""

    year: int
    month: int
    day: int
    fault: str = ""


@lru_cache(maxsize=1 << 17)
def read_born(text: str, *, month_first: bool = False) -> Born:
    """Read one day of birth.

    ISO dates, a year, a year and month, day and month in either order, months in English and Spanish words,
    Excel's serial days and eight digits in a row. ``month_first`` decides where both orders are possible;
    where only one is, that one is read.
    """
    said = _UNKNOWN_PART.sub("00", _TIME.sub("", anyascii(text).strip().lower()))
    said = _ABOUT.sub("", said)
    if _YEARS.fullmatch(said):
        return Born(0, 0, 0, "several-years")
    if found := _YEAR_FIRST.fullmatch(said):
        year, month, day = (int(part or 0) for part in found.groups())
        return _born(year, month, day)
    if found := _YEAR_LAST.fullmatch(said):
        return _year_last(*found.groups(), month_first=month_first)
    if found := _MONTH_YEAR.fullmatch(said):
        return _born(int(found[2]), int(found[1]), 0)
    return _digits(said, month_first) or _words(said)


def read_column(texts: pl.Series, *, month_first: bool = False) -> pl.DataFrame:
    """Read a column, each distinct text once: ``year`` i16, ``month`` i8, ``day`` i8, ``fault`` str or null.

    Where nothing is written, nothing is known and nothing is at fault.
    """
    distinct = texts.drop_nulls().unique()
    read = [read_born(text, month_first=month_first) for text in distinct]
    table = pl.DataFrame(
        {
            "text": distinct,
            **{part: [getattr(born, part) for born in read] for part in Born._fields},
        },
        schema={"text": pl.String, "year": pl.Int16, "month": pl.Int8, "day": pl.Int8, "fault": pl.String},
    )
    known = pl.DataFrame({"text": texts}).join(table, on="text", how="left", maintain_order="left")
    parts = pl.col("year", "month", "day").fill_null(0)
    return known.select(parts, pl.when(pl.col("fault") != "").then("fault").alias("fault"))


def month_first(texts: pl.Series) -> bool | None:
    """Whether a column writes the month before the day: what its dates that can be read only one way say.

    None where none of them tells. A tie is the day's, as Spanish writes it.
    """
    parts = texts.drop_nulls().str.extract_groups(r"^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})\b")
    first, second = (parts.struct.field(name).cast(pl.Int16) for name in parts.struct.fields)
    days = int(((first > 12) & (second <= 12)).sum())
    months = int(((second > 12) & (first <= 12)).sum())
    return months > days if days or months else None


def _year_last(first: str, second: str, year: str, *, month_first: bool) -> Born:
    if int(first) > 31 and len(year) == 2:  # 80-05-03: the year stands first
        return _born(_century(int(first)), int(second), int(year))
    day, month = (second, first) if month_first else (first, second)
    return _born(int(year) if len(year) == 4 else _century(int(year)), int(month), int(day))


def _century(year: int) -> int:
    return year + (2000 if year <= PIVOT else 1900)


def _digits(said: str, month_first: bool) -> Born | None:
    if (found := _SERIAL.fullmatch(said)) and int(found[1]) in SERIALS:
        on = EXCEL + timedelta(days=int(found[1]))
        return Born(on.year, on.month, on.day)
    if len(said) == 8 and said.isdecimal():
        born = _born(int(said[:4]), int(said[4:6]), int(said[6:]), swap=False)
        return _year_last(said[:2], said[2:4], said[4:], month_first=month_first) if born.fault else born
    return None


def _words(said: str) -> Born:
    """Read ``3 de mayo de 1980``, ``May 3rd, 1980``, ``03-MAY-80``, ``mayo 1980``."""
    parts = [part for part in _WORDS.findall(said) if part not in _SMALL_WORDS]
    months = [MONTHS[part] for part in parts if part in MONTHS]
    numbers = [part for part in parts if part.isdecimal()]
    if len(months) != 1 or len(parts) != len(numbers) + 1 or not 1 <= len(numbers) <= 2:
        return Born(0, 0, 0, "unread")
    day, year = (numbers[0], numbers[1]) if len(numbers) == 2 else ("0", numbers[0])
    if len(day) == 4:
        day, year = year, day
    if len(year) not in (2, 4):
        return Born(0, 0, 0, "unread")
    return _born(int(year) if len(year) == 4 else _century(int(year)), months[0], int(day))


def _born(year: int, month: int, day: int, *, swap: bool = True) -> Born:
    """Keep what can be true: a month and a day in the wrong places change them, what cannot be is dropped."""
    if swap and month > 12 >= day > 0:
        month, day = day, month
    if not EARLIEST <= year <= LATEST:
        return Born(0, 0, 0, "unread" if year else "placeholder")
    if (year, month, day) in PLACEHOLDERS:
        return Born(0, 0, 0, "placeholder")
    if month > 12:
        return Born(year, 0, 0, "no-such-day")
    if month and day > monthrange(year, month)[1]:
        return Born(year, month, 0, "no-such-day")
    return Born(year, month, day if month else 0)
