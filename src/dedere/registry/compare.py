"""Stored rows beside drawn ones, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of one row; ``field`` is empty where a whole row is missing or should not be there."""

    table: str
    key: str
    field: str
    stored: str
    drawn: str


def compare(stored: QuerySet[Any], drawn: Iterable[Model]) -> tuple[Difference, ...]:
    """Return every difference between the rows of a query and those drawn for it."""
    names = _names(stored.model)
    there = {_key(row): row for row in stored.values(*names)}
    wanted = {_key(row): row for row in ({name: getattr(each, name) for name in names} for each in drawn)}
    return tuple(
        difference
        for key in sorted({*there, *wanted})
        for difference in _rows(stored.model.__name__, key, there.get(key), wanted.get(key))
    )


def _names(model: type[Model]) -> tuple[str, ...]:
    """Return the columns, the key's first; a composite key is its own columns, which come first too."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.column)


def _key(row: Values) -> str:
    pair = "case_id" in row and "word" in row
    return f"{row['case_id']}/{row['word']}" if pair else str(next(iter(row.values())))


def _rows(table: str, key: str, stored: Values | None, drawn: Values | None) -> Iterator[Difference]:
    if stored is None or drawn is None:
        there, wanted = ("there", "") if drawn is None else ("", "there")
        yield Difference(table=table, key=key, field="", stored=there, drawn=wanted)
        return
    for name, value in drawn.items():
        if stored[name] != value:
            yield Difference(table=table, key=key, field=name, stored=str(stored[name]), drawn=str(value))
