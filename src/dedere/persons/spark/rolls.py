"""Rolls as Parquet files that every machine can read, and back again in the partitions of Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa

from dedere.persons.spark.names import PLACE

ROWS_A_FILE = 20_000  # a partition's work, a second or two


def written(rolls: Iterable[pl.DataFrame], folder: Path) -> int:
    """Write rolls to files in a new ``folder``, each row with its place from 0; return how many there are."""
    folder.mkdir()
    rows = files = 0
    for roll in rolls:
        for part in roll.iter_slices(ROWS_A_FILE):
            places = pl.int_range(rows, rows + part.height, eager=True).alias(PLACE)
            part.with_columns(places).write_parquet(folder / f"{files:06d}.parquet")
            rows, files = rows + part.height, files + 1
    return rows


def mapped(
    work: Callable[[pl.DataFrame], pl.DataFrame],
) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Return what ``mapInArrow`` calls: ``work`` done on each of a partition's batches."""

    def over(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from given(work(taken(batch))).to_batches()

    return over


def taken(table: Any) -> pl.DataFrame:
    """Return a table or a batch of Arrow as a polars frame."""
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101  what has columns is a frame
    return frame


def given(frame: pl.DataFrame) -> pa.Table:
    """Return a polars frame as Spark reads it: Spark knows no large lists."""
    table = frame.to_arrow(compat_level=pl.CompatLevel.oldest())
    fields = [(each.name, _small(each.type)) for each in table.schema]
    return table.cast(pa.schema(fields))


def _small(kind: Any) -> Any:
    return pa.list_(kind.value_type) if pa.types.is_large_list(kind) else kind
