"""Rows that say the same tie, merged: the sources of all of them stand for it."""

from __future__ import annotations

import polars as pl

from dedere.links.kinds import KINDS

# Two rows that agree in these say the same tie.
SAME = ("from", "to", "kind", "since", "until", "basis")
_LOW, _HIGH = "#low", "#high"


def merged(ties: pl.DataFrame) -> pl.DataFrame:
    """Return each tie once, in the order of its first row.

    Which end is which does not matter where the kind is not directed, or not told. Sources and notes of
    all the rows are kept, an offence that one of them alleges is alleged; in all else the first row stands.
    """
    directed = pl.col("kind").is_in([code for code, kind in KINDS.items() if kind.directed])
    turned = ~directed.fill_null(False) & (pl.col("from") > pl.col("to"))
    told = [name for name in SAME[2:] if ties[name].null_count() < ties.height]
    keys = [_LOW, _HIGH, *told]
    ends = ties.with_columns(
        pl.when(turned).then("to").otherwise("from").alias(_LOW),
        pl.when(turned).then("from").otherwise("to").alias(_HIGH),
    )
    again = ~ends.select(pl.struct(keys).is_first_distinct()).to_series()
    if not again.any():
        return ties
    first = ends.filter(~again)
    return first.select(ties.columns) if _bare(ties) else _joined(ends, first, keys).select(ties.columns)


def _bare(ties: pl.DataFrame) -> bool:
    """Whether no row says anything that another could add to."""
    return all(ties[name].null_count() == ties.height for name in ("sources", "note", "joint_offence"))


def _joined(ends: pl.DataFrame, first: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    said = ends.group_by(keys, maintain_order=True).agg(
        pl.col("sources").list.explode().drop_nulls().unique(maintain_order=True),
        pl.col("note").drop_nulls().unique(maintain_order=True).str.join("; "),
        pl.col("joint_offence").any(ignore_nulls=True),
        told=pl.col("joint_offence").is_not_null().any(),
    )
    filled = said.with_columns(
        sources=pl.when(pl.col("sources").list.len() > 0).then("sources"),
        note=pl.when(pl.col("note") != "").then("note"),
        joint_offence=pl.when("told").then("joint_offence"),
    ).select("sources", "note", "joint_offence")
    # Groups stand in the order of their first rows, as the first rows do.
    return first.with_columns(filled.get_columns())
