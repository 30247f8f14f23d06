"""A roll's names as written: each distinct text cleaned and parted once, and which rows carry it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.names.otherwise import otherwise
from dedere.persons.names.text import cleaned, readable, told

PARTS = ("given", "surname_1", "surname_2", "full_name")
NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The names of n rows, each distinct text once.

    ``tokens[starts[t]:starts[t + 1]]`` are the tokens of text t, as places in ``distinct``; ``parts`` (4,
    n) says which text stands in each part of each row, or NONE; row ``alias_rows[k]`` has the alias
    ``aliases[k]``.
    """

    distinct: list[str]
    tokens: NDArray[np.int32]
    starts: NDArray[np.int64]
    parts: NDArray[np.int32]
    alias_rows: NDArray[np.int32]
    aliases: NDArray[np.int32]


def _coded(texts: pl.Series) -> tuple[pl.Series, NDArray[np.int32]]:
    """Return the distinct texts and, for each text, its place among them; NONE for null."""
    coded = texts.cast(pl.Categorical)
    distinct = coded.drop_nulls().unique()
    codes = coded.to_physical().fill_null(0).to_numpy()
    places = np.zeros(int(codes.max(initial=0)) + 1, np.int32)
    places[distinct.to_physical().to_numpy()] = np.arange(len(distinct), dtype=np.int32)
    return distinct.cast(pl.String), np.where(coded.is_null().to_numpy(), NONE, places[codes]).astype(
        np.int32
    )


@cache
def _tokens() -> pl.Expr:
    parted = told(cleaned(pl.col("text"))).str.replace_all(r"\s*,\s*", " , ")
    return parted.str.strip_chars().str.split(" ")


def written(roll: pl.DataFrame) -> Written:
    """Return the names of a roll, cleaned and parted into tokens; a comma is a token of its own."""
    roll = otherwise(roll)
    aliases = roll.select(pl.int_range(pl.len(), dtype=pl.Int32).alias("at"), "aliases").explode("aliases")
    aliases = aliases.drop_nulls()
    texts, places = _coded(pl.concat([*(roll[part] for part in PARTS), aliases["aliases"]]))
    lists = pl.DataFrame({"text": readable(texts)}).select(_tokens())["text"]
    distinct, tokens = _coded(lists.explode())
    n = len(roll)
    return Written(
        distinct=distinct.to_list(),
        tokens=tokens,
        starts=np.concatenate([[0], np.cumsum(lists.list.len().to_numpy())]).astype(np.int64),
        parts=places[: 4 * n].reshape(4, n),
        alias_rows=aliases["at"].to_numpy().astype(np.int32),
        aliases=places[4 * n :],
    )
