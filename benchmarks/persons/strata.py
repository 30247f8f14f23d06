"""What is known of each wanted person: it bounds what any matcher can say, so figures are told by it."""

from __future__ import annotations

import polars as pl

PARTICLES = ("DE", "DEL", "LA", "LAS", "LOS", "Y")
WHOLE = 4  # words of a name in one field from which it has two surnames


def strata(wanted: pl.DataFrame) -> pl.DataFrame:
    """``wanted_id`` and ``stratum`` of each row of a roll: by CURP, else by date of birth and by surnames."""
    surnames = pl.concat_str("surname_1", "surname_2", separator=" ", ignore_nulls=True)
    two = (_words(surnames) > 1) | (_words(pl.col("full_name")) >= WHOLE)
    full = (pl.col("year") > 0) & (pl.col("month") > 0) & (pl.col("day") > 0)
    born = (
        pl.when(full)
        .then(pl.lit("full date"))
        .when(pl.col("year") > 0)
        .then(pl.lit("part of a date"))
        .otherwise(pl.lit("no date"))
    )
    named = pl.when(two.fill_null(False)).then(pl.lit(", two surnames")).otherwise(pl.lit(", one surname"))
    return wanted.select(
        wanted_id="id",
        stratum=pl.when(pl.col("curp").is_not_null()).then(pl.lit("CURP")).otherwise(born + named),
    )


def _words(text: pl.Expr) -> pl.Expr:
    words = text.str.to_uppercase().str.replace_all(r"[-,]", " ").str.split(" ")
    return words.list.eval(pl.element().filter(~pl.element().is_in(["", *PARTICLES]))).list.len()
