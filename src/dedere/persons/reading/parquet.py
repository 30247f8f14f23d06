"""Parquet, read a slice at a time: neither the file nor one of its row groups is held whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from polars import selectors

from dedere.files.source import LINE, MOST_ROWS, ROW, Raw
from dedere.persons.reading.faults import UnreadableRoll


@dataclass(frozen=True, slots=True, kw_only=True)
class Parquet:
    """A Parquet file of flat columns, or of lists of texts; `Source` says what it gives."""

    path: Path
    headings: tuple[str, ...]
    rows: int

    @property
    def facts(self) -> Mapping[str, str]:
        """What kind of file it is."""
        return {"kind": "parquet"}

    @property
    def expected(self) -> int:
        """Its rows."""
        return self.rows

    def raw(self, places: Collection[int]) -> Iterator[Raw]:
        """Yield the rows in order."""
        # A slice at a time: reading in one go runs ahead of who takes the rows, and holds what it read.
        names = {self.headings[place]: str(place) for place in places}
        for start in range(0, self.rows, MOST_ROWS):
            read = pl.scan_parquet(self.path).select(list(names)).slice(start, MOST_ROWS).collect()
            number = pl.int_range(start + 1, start + 1 + pl.len(), dtype=pl.UInt64)
            texts = read.select(_texts()).rename(names)
            yield Raw(cells=texts.with_columns(number.alias(ROW), number.alias(LINE)))


def open_parquet(path: Path) -> Parquet:
    """Read the file's columns and their types; raises UnreadableRoll."""
    try:
        scanned = pl.scan_parquet(path)
        schema = scanned.collect_schema()
        rows = int(scanned.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError as error:
        raise UnreadableRoll(path, "no-parquet") from error
    for name, dtype in schema.items():
        plain = not dtype.is_nested() and dtype not in (pl.Binary, pl.Object)
        if not plain and dtype != pl.List(pl.String):
            raise UnreadableRoll(path, "no-text-column", column=name, type=dtype)
    return Parquet(path=path, headings=tuple(schema), rows=rows)


def _texts() -> tuple[pl.Expr, ...]:
    """Every column as text: lists joined, days as ISO 8601, whole numbers without a decimal point."""
    numbers = selectors.float()
    whole = numbers.is_finite() & (numbers == numbers.floor()) & (numbers.abs() < 2**53)
    return (
        selectors.list().list.join(";", ignore_nulls=True),
        pl.when(whole)
        .then(numbers.cast(pl.Int64, strict=False).cast(pl.String))
        .otherwise(numbers.cast(pl.String)),
        selectors.datetime().dt.strftime("%Y-%m-%d %H:%M:%S"),
        (~selectors.list() - selectors.float() - selectors.datetime()).cast(pl.String),
    )
