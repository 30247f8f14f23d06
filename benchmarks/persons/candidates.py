"""The pairs given to a peer which compares but does not search: those that a good search brought up."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from benchmarks.persons.measures import PAIR

NAME = "candidates.parquet"
SOME, BEST = 2_000, 30  # wanted persons, and how many pairs of each from each search


def of_some(folder: Path, searches: Iterable[Path]) -> pl.Series:
    """Write the best pairs that searches scored of the first wanted persons; return who those are."""
    some = pl.read_parquet(folder / "groups.parquet")["wanted_id"].head(SOME)
    among = pl.col("wanted_id").is_in(some.implode())
    ranked = pl.col("score").rank("ordinal", descending=True).over("wanted_id") <= BEST
    found = [pl.scan_parquet(each).filter(among).collect().filter(ranked).select(PAIR) for each in searches]
    pl.concat(found).unique().sort(PAIR).write_parquet(folder / NAME)
    return some


def candidates(folder: Path) -> pl.DataFrame:
    """Pairs of ``wanted_id`` and ``register_id`` to compare."""
    return pl.read_parquet(folder / NAME)


def names(roll: pl.DataFrame) -> pl.DataFrame:
    """Every name of every person as one text, a row each: ``id``, ``name``."""
    parts = pl.concat_str("given", "surname_1", "surname_2", separator=" ", ignore_nulls=True)
    written = pl.concat_list(parts, "full_name", pl.col("aliases").fill_null([]))
    return (
        roll.select("id", name=written)
        .explode("name")
        .filter(pl.col("name").is_not_null() & (pl.col("name") != ""))
        .unique(maintain_order=True)
    )
