"""A table of texts already in memory, its columns named as in a file, as a roll."""

from __future__ import annotations

import polars as pl

from dedere.files.source import LINE, ROW
from dedere.persons.reading.cells import habits, roll
from dedere.persons.reading.columns import recognise


def roll_of(table: pl.DataFrame) -> pl.DataFrame:
    """Return the roll of a table of texts, one row for each of its rows; faults in cells are not told."""
    columns = recognise("table", table.columns)
    cells = table.rename({name: str(place) for place, name in enumerate(table.columns)})
    number = pl.int_range(1, pl.len() + 1, dtype=pl.UInt64)
    cells = cells.with_columns(number.alias(ROW), number.alias(LINE))
    return roll(cells, columns, habits(cells, columns))[0]
