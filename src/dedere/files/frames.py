"""Whole tables on their way to a spreadsheet and back: no text in them is run as a formula."""

from __future__ import annotations

import polars as pl

from dedere.files.sheets import FORMULA, harmless

_TEXT = pl.col(pl.String)


def harmless_frame(table: pl.DataFrame) -> pl.DataFrame:
    """Return a table whose text and headings are harmless; numbers stay as they are."""
    risky = _TEXT.str.contains(FORMULA)
    return table.with_columns(pl.when(risky).then(pl.lit("'") + _TEXT).otherwise(_TEXT).name.keep()).rename(
        {name: harmless(name) for name in table.columns}
    )


def meant_frame(cells: pl.DataFrame) -> pl.DataFrame:
    """Return cells of text as they were meant."""
    led = _TEXT.str.starts_with("'") & _TEXT.str.contains(FORMULA)
    return cells.with_columns(pl.when(led).then(_TEXT.str.slice(1)).otherwise(_TEXT).name.keep())
