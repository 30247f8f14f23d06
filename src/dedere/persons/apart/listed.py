"""A roll as keys: which keys its records have, and which records have each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from dedere.persons.apart.kinds import Traits, keys_of, readings
from dedere.persons.apart.named import names
from dedere.persons.identifiers.curp import parse

_USED = (
    *("id", "given", "surname_1", "surname_2", "full_name", "aliases"),
    *("year", "month", "day", "curp"),
)


def listed(frames: Iterable[pl.DataFrame], kinds: Iterable[str], *, offers: bool) -> dict[str, list[str]]:
    """Return the keys of a roll, each with the ids of the records that have it.

    The side that offers has its records' other readings among them.
    """
    found: dict[str, list[str]] = {}
    wanted = tuple(kinds)
    for frame in frames:
        for row in frame.select(_USED).iter_rows(named=True):
            for key in _keys(row, wanted, offers=offers):
                found.setdefault(key, []).append(row["id"])
    return found


def _keys(row: Mapping[str, Any], kinds: tuple[str, ...], *, offers: bool) -> set[str]:
    return {
        key
        for its in _traits(row)
        for reading in (readings(its) if offers else (its,))
        for key in keys_of(reading, kinds)
    }


def _traits(row: Mapping[str, Any]) -> Iterator[Traits]:
    """Yield each name of a record with its date, and with the date that its CURP says if that is another."""
    curp = row["curp"] or ""
    own = (row["year"] or 0, row["month"] or 0, row["day"] or 0)
    told = parse(curp).born if curp else None
    dates = dict.fromkeys((own, (told.year, told.month, told.day) if told else own))
    for name in names(row):
        for year, month, day in dates:
            yield Traits(names=name, year=year, month=month, day=day, curp=curp)
