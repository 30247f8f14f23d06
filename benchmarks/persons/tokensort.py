"""rapidfuzz: the best ``token_sort_ratio`` of any two names and how birth dates agree, on candidates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cpdist

from benchmarks.persons.candidates import candidates, names
from benchmarks.persons.measures import PAIR
from benchmarks.persons.peer import Linked, rolls, serve
from dedere.persons.names.text import cleaned

# Points beside the ratio's hundred: of 200 ways tried on 100,000 × 2,000 of the usual profile, the best F1.
SAME_DAY, SAME_YEAR, OTHER_YEAR = 30.0, 2.5, -15.0


def link(folder: Path) -> Linked:
    """Compare every candidate."""
    wanted, register = rolls(folder)
    pairs = candidates(folder)
    both = (
        pairs.join(_clean(wanted), left_on="wanted_id", right_on="id")
        .join(_clean(register), left_on="register_id", right_on="id", suffix="_held")
    )  # fmt: skip
    ratio = cpdist(both["name"], both["name_held"], scorer=token_sort_ratio, dtype=np.float32, workers=-1)
    best = both.select(PAIR).with_columns(ratio=pl.Series(ratio)).group_by(PAIR).agg(pl.col("ratio").max())
    born = best.join(_born(wanted), left_on="wanted_id", right_on="id").join(
        _born(register), left_on="register_id", right_on="id", suffix="_held"
    )
    scored = born.select(*PAIR, score=pl.col("ratio") + _agreement())
    return Linked(pairs=scored)


def _clean(roll: pl.DataFrame) -> pl.DataFrame:
    return names(roll).with_columns(cleaned(pl.col("name")).str.replace_all(",", ""))


def _born(roll: pl.DataFrame) -> pl.DataFrame:
    return roll.select("id", "year", "month", "day")


def _agreement() -> pl.Expr:
    same = [pl.col(each) == pl.col(f"{each}_held") for each in ("year", "month", "day")]
    known = (pl.col("year") > 0) & (pl.col("year_held") > 0)
    return (
        pl.when(~known)
        .then(0.0)
        .when(same[0] & same[1] & same[2] & (pl.col("day") > 0))
        .then(SAME_DAY)
        .when(same[0])
        .then(SAME_YEAR)
        .otherwise(OTHER_YEAR)
    )


if __name__ == "__main__":
    serve(link)
