"""A wanted list matched against an index, part by part, each part kept when it is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import polars as pl

from dedere.persons.batch.parts import Parts
from dedere.persons.batch.proposals import COLUMNS
from dedere.persons.index.store import regrouped
from dedere.persons.matching.search import Search

TOGETHER = 4_096  # wanted persons in one part
# The output's decimals: fine enough for every use, and the same on every machine.
_PROBABILITY, _BITS = 6, 3


def match(search: Search, wanted: Iterable[pl.DataFrame], parts: Parts, done: Callable[[int], None]) -> None:
    """Match a list part by part, passing over what is finished; ``done`` is told how many persons are."""
    matched = 0
    for number, roll in enumerate(regrouped(wanted, TOGETHER), 1):
        if not parts.has(number):
            empty = pl.DataFrame(schema=COLUMNS)
            parts.put(number, pl.concat([empty, *map(rounded, search.matches(roll))]))
        matched += roll.height
        done(matched)


def rounded(pairs: pl.DataFrame) -> pl.DataFrame:
    """The columns of the output, with its decimals."""
    return pairs.with_columns(
        pl.col("probability").cast(pl.Float64).round(_PROBABILITY),
        pl.col("weight_bits").cast(pl.Float64).round(_BITS),
    ).select(*COLUMNS)


def weighed(search: Search, wanted: pl.DataFrame, ids: pl.DataFrame) -> pl.DataFrame:
    """Add to pairs of ids what the comparison says of them, nulls where it finds next to nothing."""
    found = search.find(search.party(wanted))
    table = pl.DataFrame(
        {
            "wanted_id": wanted["id"].gather(found.names.wanted),
            "register_id": search.ids.gather(found.names.held),
            "probability": found.probability,
            "weight_bits": found.bits,
        }
    )
    joined = ids.join(table, on=ids.columns, how="left")
    return rounded(joined.with_columns(pl.lit("").alias("band")))


def held(search: Search, ids: Collection[str]) -> pl.DataFrame:
    """The register's rows with these ids, as they were read."""
    return pl.concat([segment.named(ids) for segment in search.index.segments])
