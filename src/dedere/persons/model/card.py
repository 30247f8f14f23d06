"""The model card: how often a model errs, by what was known and by whose name it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl

from dedere.persons.matching.bands import REVIEW, STRONG
from dedere.persons.matching.search import Search
from dedere.persons.model.model import Model
from dedere.persons.model.worlds import World, world
from dedere.persons.synthetic import profiles

SEED = 20260120
REGISTER, WANTED = 100_000, 4_000
_FEWEST = 30  # true pairs below which a rate says nothing

_HEAD = Path(__file__).with_name("card.md")
_COLUMNS = "| {title} | true pairs | missed | not strong | wrong among strong |\n|---|---:|---:|---:|---:|\n"


def card(model: Model, *, progress: Callable[[int, int], None] = lambda done, of: None) -> str:
    """Return the card in Markdown, measured on every profile that ships."""
    parts = [
        _HEAD.read_text(encoding="utf-8").format(
            version=model.version,
            digest=model.digest,
            terms=int(((model.base != 0) | (model.slope != 0)).sum()),
            strong=STRONG,
            review=REVIEW,
            register=REGISTER,
            wanted=WANTED,
            fewest=_FEWEST,
        )
    ]
    named = profiles()
    for done, (name, recording) in enumerate(named.items(), 1):
        with world(SEED + done, recording, register=REGISTER, wanted=WANTED) as drawn:
            parts.append(_profile(name, drawn, model))
        progress(done, len(named))
    return "\n".join(parts)


def _profile(name: str, drawn: World, model: Model) -> str:
    found = pl.concat(Search(drawn.index, model).matches(drawn.wanted))
    told = drawn.wanted.select(wanted_id="id", known=_known()).join(drawn.drawn.groups, on="wanted_id")
    truth = drawn.drawn.truth.select("wanted_id", "register_id", pl.lit(True).alias("true"))
    pairs = found.select("wanted_id", "register_id", "band").join(
        truth, on=["wanted_id", "register_id"], how="full", coalesce=True
    )
    pairs = pairs.join(told, on="wanted_id").with_columns(pl.col("true").fill_null(False))
    lines = [f"## Profile `{name}`\n"]
    for column, title in (("known", "what the wanted list knew"), ("group", "whose name")):
        rows = [
            _row(str(key[0]), part)
            for key, part in sorted(pairs.group_by(column), key=lambda each: str(each[0]))
        ]
        lines.append(_COLUMNS.format(title=title) + "".join(rows))
    lines.append(_COLUMNS.format(title="all") + _row("all", pairs))
    return "\n".join(lines)


def _known() -> pl.Expr:
    """Say what a wanted row knew: the date, and whether its name stood in parts."""
    date = (
        pl.when(pl.col("day") > 0)
        .then(pl.lit("full date"))
        .when(pl.col("year") > 0)
        .then(pl.lit("year or month"))
        .otherwise(pl.lit("no date"))
    )
    several = pl.col("surname_2").is_not_null() | pl.col("surname_1").str.contains("[ -]").fill_null(False)
    name = (
        pl.when(pl.col("full_name").is_not_null())
        .then(pl.lit("name in one field"))
        .when(several)
        .then(pl.lit("two surnames"))
        .otherwise(pl.lit("one surname"))
    )
    curp = pl.when(pl.col("curp").is_not_null()).then(pl.lit(", CURP")).otherwise(pl.lit(""))
    return date + ", " + name + curp


def _row(label: str, pairs: pl.DataFrame) -> str:
    true = pairs.filter("true")
    strong = pairs.filter(pl.col("band") == "strong")
    missed = _rate(true["band"].null_count(), len(true))
    weak = _rate(len(true.filter(pl.col("band") == "review")), len(true))
    wrong = _rate(len(strong.filter(~pl.col("true"))), len(strong))
    return f"| {label} | {len(true):,} | {missed} | {weak} | {wrong} |\n"


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole >= _FEWEST else "–"
