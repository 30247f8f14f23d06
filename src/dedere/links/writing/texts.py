"""A network's tables as cells of text, and files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import polars as pl


def texts(table: pl.DataFrame) -> pl.DataFrame:
    """Every cell as text: sources parted by a blank, yes or no, numbers as they are; null stays null."""
    return table.select(_text(name, kind) for name, kind in table.schema.items())


def _text(name: str, kind: pl.DataType) -> pl.Expr:
    cell = pl.col(name)
    if kind == pl.List:
        return cell.list.join(" ")
    if kind == pl.Boolean:
        return pl.when(cell).then(pl.lit("yes")).when(~cell).then(pl.lit("no")).alias(name)
    return cell.cast(pl.String)


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """Open a file beside the one that is meant, and put it in its place when all is written."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            yield file
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
