"""Rows that say the same tie, merged: the sources of all of them stand for it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import polars as pl

from dedere.links.kinds import KINDS

# Two rows that agree in these say the same tie.
SAME = ("from", "to", "kind", "since", "until", "basis")
_LOW, _HIGH = "#low", "#high"


def merged(ties: pl.DataFrame) -> pl.DataFrame:
    """Return each tie once, in the order of its first row.

    ``ties`` may lack columns in which nothing is told. Which end is which does not matter where the kind is
    not directed, or not told. Sources and notes of all the rows are kept, an offence that one of them
    alleges is alleged; in all else the first row stands.
    """
    keys = _keys(ties)
    # Only rows whose hash is met again are compared in full: of millions these are few.
    again = ties.select(pl.struct(keys).hash().is_duplicated()).to_series()
    if not again.any():
        return ties
    several = ties.filter(again).with_columns(keys)
    names = [key.meta.output_name() for key in keys]
    first = several.select(pl.struct(names).is_first_distinct()).to_series()
    kept = ~again
    kept[again.arg_true()] = first
    once = ties.filter(kept)
    places = (kept.cum_sum() - 1).gather(again.arg_true().filter(first))
    return _replaced(once, _said(several, names), places)


def _keys(ties: pl.DataFrame) -> list[pl.Expr]:
    """What two rows must agree in."""
    directed = [code for code, kind in KINDS.items() if kind.directed]
    kind = pl.col("kind") if "kind" in ties.columns else pl.lit(None, dtype=pl.String)
    turned = ~kind.is_in(directed).fill_null(False) & (pl.col("from") > pl.col("to"))
    return [
        pl.when(turned).then("to").otherwise("from").alias(_LOW),
        pl.when(turned).then("from").otherwise("to").alias(_HIGH),
        *(pl.col(name) for name in SAME[2:] if name in ties.columns),
    ]


def _said(several: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """What the rows that agree in the keys say together, in the order of their first rows."""
    said = {
        "sources": _all("sources", pl.col("sources").list.explode(), pl.Expr.implode),
        "note": _all("note", pl.col("note"), lambda notes: notes.str.join("; ")),
        "joint_offence": pl.col("joint_offence").max(),
    }
    told = [expression for name, expression in said.items() if name in several.columns]
    return several.group_by(keys, maintain_order=True).agg(told).drop(keys)


def _all(name: str, cells: pl.Expr, together: Callable[[pl.Expr], pl.Expr]) -> pl.Expr:
    each = cells.drop_nulls().unique(maintain_order=True)
    return pl.when(each.len() > 0).then(together(each)).first().alias(name)


def _replaced(ties: pl.DataFrame, said: pl.DataFrame, places: pl.Series) -> pl.DataFrame:
    """The ties with what is said together in the rows at the places."""
    take = np.arange(ties.height)
    take[places.to_numpy()] = ties.height + np.arange(places.len())
    return ties.with_columns(pl.concat([ties[name], said[name]]).gather(take) for name in said.columns)
