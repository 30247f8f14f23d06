"""Whether a token is rather a given name or a surname, from lists of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log2
from pathlib import Path

import polars as pl

from dedere.persons.names.text import cleaned

_LISTS = Path(__file__).parent.parent / "synthetic"
_FAINT = 1e-6  # the share of a token that a list does not have


def lean(token: str) -> float:
    """Return how much likelier a token is a given name than a surname, in bits; 0 if neither list has it."""
    return _leans().get(token, 0.0)


@cache
def _leans() -> Mapping[str, float]:
    given, surname = _shares("givens.tsv", "w1970"), _shares("surnames.tsv", "bearers")
    return {
        token: log2(given.get(token, _FAINT) / surname.get(token, _FAINT))
        for token in given.keys() | surname.keys()
    }


def _shares(file: str, weight: str) -> Mapping[str, float]:
    """Return each token's share of a list's bearers, at least the faintest."""
    listed = pl.read_csv(_LISTS / file, separator="\t", comment_prefix="#")
    tokens = listed.select(cleaned(pl.col(listed.columns[0])).str.split(" ").alias("token"), pl.col(weight))
    share = tokens.explode("token").group_by("token").agg(pl.col(weight).sum() / tokens[weight].sum())
    return {token: max(part, _FAINT) for token, part in share.iter_rows()}
