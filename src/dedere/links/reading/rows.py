"""Rows that were read one by one, as a table whose columns are named by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dedere.files.source import LINE, ROW
from dedere.links.reading.columns import MOST_COLUMNS, demanded, needed
from dedere.links.reading.faults import UnreadableNetwork


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row says, by heading, and where it stands."""

    row: int
    line: int
    said: dict[str, str]


def cells(path: Path, rows: Sequence[Row], fields: Mapping[str, tuple[str, ...]]) -> pl.DataFrame:
    """Return the rows as cells of text, each column named by its field or by its own heading.

    Raises UnreadableNetwork where they have more columns than a table holds: every row has all of them.
    """
    said = (heading for row in rows for heading in row.said)
    headings = list(dict.fromkeys((*needed(fields), *said)))
    if len(headings) > MOST_COLUMNS:
        raise UnreadableNetwork(path, "too-many-columns", most=MOST_COLUMNS)
    columns = demanded(path, headings, fields)
    table = {field: [row.said.get(headings[place]) for row in rows] for field, place in columns.items()}
    places = {ROW: [row.row for row in rows], LINE: [row.line for row in rows]}
    schema = {**dict.fromkeys(table, pl.String), ROW: pl.UInt64, LINE: pl.UInt64}
    return pl.DataFrame({**table, **places}, schema=schema)
