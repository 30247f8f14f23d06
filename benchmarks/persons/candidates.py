"""The pairs given to a peer which compares but does not search: those that a good search brought up."""

from __future__ import annotations

from pathlib import Path

import polars as pl

NAME = "candidates.parquet"


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
