"""Days as reports write them: in full, without the year, by the week's day, or counted from today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dedere.claims.reading.lexicon import lexicon, table, word_set
from dedere.claims.reading.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"[1-9]|[0-2]\d|3[01]")
_ORDINALS = {"st", "nd", "rd", "th"}
_AHEAD = 45  # days by which a day without a year may lie after the report
_NEXT = {"next", "proximo", "coming", "siguiente"}
_PAST = {"last", "pasado", "previous", "anterior"}


class When(NamedTuple):
    """A date found, ISO, to the day, month or year: the tokens ``first`` up to but not including ``last``."""

    value: str
    first: int
    last: int


@cache
def _numbers(name: str, language: str) -> Mapping[str, int]:
    return {word: int(number) for number, said in table(name).items() for word in said.get(language, ())}


def dates(row: Sequence[Token], first: int, last: int, language: str, on: date | None) -> Iterator[When]:
    """Yield the dates between two tokens; those told from the report's day only where that is known."""
    place = first
    while place < last:
        found = date_at(row, place, last, language, on)
        if found:
            yield found
        place = found.last if found else place + 1


def date_at(row: Sequence[Token], place: int, last: int, language: str, on: date | None) -> When | None:
    """Read the date that begins at a token, if one does."""
    return (
        _numeric(row, place, last, language)
        or _day_month(row, place, last, language, on)
        or _month_day(row, place, last, language, on)
        or _month_year(row, place, last, language, on)
        or _near(row, place, last, language, on)
        or _year(row, place, last)
    )


def _numeric(row: Sequence[Token], place: int, last: int, language: str) -> When | None:
    """``2025-02-27``; ``27/02/2025``, or ``02/27/2025`` in English."""
    part = row[place : min(place + 5, last)]
    if len(part) < 5 or part[1].low != part[3].low or part[1].low not in {"-", "/"}:
        return None
    if not all(part[each].raw.isdecimal() for each in (0, 2, 4)):
        return None
    numbers = [int(part[each].raw) for each in (0, 2, 4)]
    if len(part[0].raw) == 4:
        year, month, day = numbers
    elif len(part[4].raw) == 4:
        day, month, year = numbers if language == "es" else (numbers[1], numbers[0], numbers[2])
    else:
        return None
    return _when(year, month, day, place, place + 5)


def _day_month(row: Sequence[Token], place: int, last: int, language: str, on: date | None) -> When | None:
    """``27 February 2025``, ``27 de febrero de 2025``, ``27th of February``."""
    if not _DAY.fullmatch(row[place].raw) and row[place].low != "primero":
        return None
    at = place + 1
    while at < last and row[at].low in _ORDINALS | {"de", "of", "º", "°", "o"}:
        at += 1
    month = _month(row, at, last, language)
    if not month:
        return None
    day = int(row[place].raw) if row[place].raw.isdecimal() else 1
    year, end = _its_year(row, at + 1, last)
    return _dated(year, month, day, place, end, on)


def _month_day(row: Sequence[Token], place: int, last: int, language: str, on: date | None) -> When | None:
    """``Feb. 27, 2025``, ``February 27``."""
    month = _month(row, place, last, language)
    if language != "en" or not month:
        return None
    at = place + 1 + (place + 1 < last and row[place + 1].low == ".")
    if at >= last or not _DAY.fullmatch(row[at].raw):
        return None
    end = at + 1 + (at + 1 < last and row[at + 1].low in _ORDINALS)
    year, end = _its_year(row, end, last)
    return _dated(year, month, int(row[at].raw), place, end, on)


def _month_year(row: Sequence[Token], place: int, last: int, language: str, on: date | None) -> When | None:
    """``February 2025``, ``febrero de 2025``; ``in February`` is the last one before the report."""
    month = _month(row, place, last, language)
    if not month:
        return None
    year, end = _its_year(row, place + 1, last)
    if not year and on and place and row[place - 1].low in word_set("within", language):
        year, end = on.year - (month > on.month), place + 1
    return When(f"{year}-{month:02}", place, end) if year else None


def _year(row: Sequence[Token], place: int, last: int) -> When | None:
    return When(row[place].raw, place, place + 1) if _YEAR.fullmatch(row[place].raw) else None


def _month(row: Sequence[Token], place: int, last: int, language: str) -> int:
    if place >= last or (language == "en" and not row[place].capital):
        return 0
    return _numbers("months", language).get(row[place].low, 0)


def _its_year(row: Sequence[Token], place: int, last: int) -> tuple[int, int]:
    """The year that follows a day or month, if one does, and where the date then ends."""
    at = place
    while at < last and row[at].low in {",", "de", "del", ".", "of"} and at < place + 2:
        at += 1
    if at < last and _YEAR.fullmatch(row[at].raw):
        return int(row[at].raw), at + 1
    return 0, place


def _dated(year: int, month: int, day: int, first: int, last: int, on: date | None) -> When | None:
    if year:
        return _when(year, month, day, first, last)
    if on is None:
        return None
    this = _when(on.year, month, day, first, last)
    if this and date.fromisoformat(this.value) <= on + timedelta(days=_AHEAD):
        return this
    return _when(on.year - 1, month, day, first, last)


def _when(year: int, month: int, day: int, first: int, last: int) -> When | None:
    try:
        return When(date(year, month, day).isoformat(), first, last)
    except ValueError:
        return None


def _near(row: Sequence[Token], place: int, last: int, language: str, on: date | None) -> When | None:
    """``yesterday``, ``on Thursday``, ``last Thursday``, ``el próximo jueves``."""
    if on is None:
        return None
    hit = lexicon("near", language).at(row, place, last)
    if hit:
        return When((on - timedelta(days=int(hit.code))).isoformat(), hit.first, hit.last)
    weekday = _numbers("weekdays", language).get(row[place].low)
    if weekday is None or (language == "en" and not row[place].capital):
        return None
    around = {row[each].low for each in (place - 1, place + 1) if 0 <= each < last}
    if around & _NEXT:
        day = on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)
    else:
        back = (on.weekday() - weekday) % 7
        day = on - timedelta(days=back or (7 if around & _PAST else 0))
    return _with_number(row, place, last, language, on) or When(day.isoformat(), place, place + 1)


def _with_number(row: Sequence[Token], place: int, last: int, language: str, on: date | None) -> When | None:
    """``Thursday, Feb. 27`` and ``jueves 27 de febrero``: the date in numbers is what counts."""
    at = place + 1
    while at < last and row[at].low in {",", "."} and at < place + 3:
        at += 1
    if at >= last:
        return None
    found = _day_month(row, at, last, language, on) or _month_day(row, at, last, language, on)
    return found._replace(first=place) if found else None
