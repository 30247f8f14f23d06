"""The file of proposals: one row a pair, in one order, put in its place only when it is whole."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl

from dedere.files.frames import harmless_frame
from dedere.words import Unreadable

COLUMNS = {
    "wanted_id": pl.String,
    "register_id": pl.String,
    "probability": pl.Float64,
    "weight_bits": pl.Float64,
    "band": pl.String,
}
SUFFIXES = (".parquet", ".csv")


class UnreadableOutput(Unreadable):
    """A name to which no proposals can be written."""


def demand_output(output: Path, *inputs: Path) -> None:
    """Refuse a name that says no known kind of file, or that is one of the lists."""
    if output.suffix.lower() not in SUFFIXES:
        raise UnreadableOutput(
            where=str(output), what="proposals go to no such file", remedy="name a .parquet or .csv file"
        )
    if not output.absolute().parent.is_dir():
        raise UnreadableOutput(
            where=str(output), what="its folder is not there", remedy="make the folder first"
        )
    if output.resolve() in {each.resolve() for each in inputs}:
        raise UnreadableOutput(where=str(output), what="this is one of the lists", remedy="name another file")


def ordered(pairs: pl.DataFrame) -> pl.DataFrame:
    """Sort by wanted person and falling weight; of equals, by the register's id."""
    return pairs.select(*COLUMNS).sort(
        "wanted_id", "weight_bits", "register_id", descending=[False, True, False], maintain_order=True
    )


def write(pairs: pl.DataFrame, output: Path) -> None:
    """Write the pairs beside ``output``, and put them in its place; the same pairs give the same bytes."""
    beside = output.with_name(f".{output.name}.part")
    try:
        if output.suffix.lower() == ".parquet":
            pairs.write_parquet(beside, compression="zstd")
        else:
            harmless_frame(pairs).write_csv(beside)
        os.replace(beside, output)
    finally:
        beside.unlink(missing_ok=True)
