"""Epochs: the days on which anything in a library begins or ceases; between two of them the law is one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from functools import lru_cache

from dedere.law.library import Library
from dedere.law.logic import Question


def epoch(library: Library, on: date) -> int:
    """The place of a day among the spans in which no date of any instrument lies."""
    return bisect_right(_turns(library), on)


@lru_cache(maxsize=32)
def _turns(library: Library) -> tuple[date, ...]:
    """Every date that stands in an instrument, and the day after it: some hold to it and some through it."""
    days = set(_days(tuple(library.instruments.values())))
    after = {day + timedelta(days=1) for day in days if day < date.max}
    return tuple(sorted(days | after))


def _days(value: object) -> Iterator[date]:
    """Every date within, however deep; what is asked of facts is no date of the law."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, Mapping):
        yield from _days(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _days(each)
    elif is_dataclass(value) and not isinstance(value, Question):
        for one in fields(value):
            yield from _days(getattr(value, one.name))
