"""A name and what else its bearer is called, written in one field: JUAN PÉREZ ALIAS EL GATO."""

from __future__ import annotations

import re
from functools import cache

import polars as pl

from dedere.persons.names.knowledge import small_words

_QUOTED = r"[\"“”«»]+([^\"“”«»]*)[\"“”«»]+|\(([^()]*)\)\s*$"  # brackets within a name hold a part of it
_EITHER = {"A": "[AÁ]", "E": "[EÉ]", "I": "[IÍ]", "O": "[OÓ]", "U": "[UÚ]", " ": r"\s+"}


def otherwise(roll: pl.DataFrame) -> pl.DataFrame:
    """Return a roll whose full names stand alone: what else is written in them has joined the aliases."""
    full = roll["full_name"]
    marked = full.filter(full.str.contains(_marks())).unique(maintain_order=True)
    if marked.is_empty():
        return roll
    parted = [called(text) for text in marked]
    table = pl.DataFrame(
        {
            "full_name": marked,
            "alone": [name for name, _ in parted],
            "others": [others for _, others in parted],
        }
    )
    told = roll.join(table, on="full_name", how="left", maintain_order="left")
    alone = pl.when(pl.col("others").is_null()).then("full_name").otherwise("alone").alias("full_name")
    others = pl.concat_list(pl.col("aliases").fill_null([]), pl.col("others").fill_null([])).alias("aliases")
    return told.with_columns(alone, others).select(roll.columns)


def called(text: str) -> tuple[str | None, list[str]]:
    """Return the name in a text, None if there is none, and what else its bearer is called.

    >>> called("Teodoro Quiñones (a) El Teo"), called('Fermín "N"')
    (('Teodoro Quiñones', ['El Teo']), ('Fermín', []))
    """
    names: list[str] = []
    nicknames: list[str] = []
    for part in re.split(_between(), text):
        quoted = ((found[1] or found[2] or "").strip(' "“”«»') for found in re.finditer(_QUOTED, part))
        nicknames += [each for each in quoted if not _withheld(each)]
        names.append(re.sub(_QUOTED, " ", part))
    alone, *others = (" ".join(name.split()).strip(" ,;()") for name in names)
    return alone or None, [each for each in (*others, *nicknames) if each]


def _withheld(text: str) -> bool:
    """Say whether a quoted word stands for surnames that are not told."""
    return (text.strip().upper(),) in small_words().unknown_last


@cache
def _between() -> str:
    """Return the pattern of what stands between a name and another of the same person."""
    words = small_words()
    signs = "|".join(map(re.escape, words.alias_signs))
    phrases = "|".join(
        "".join(_EITHER.get(sign, sign) for sign in " ".join(each)) for each in words.alias_words
    )
    return rf"(?i){signs}|\b(?:{phrases})\b|,(?=\s*(?:{'|'.join(words.alias_articles)})\s)"


@cache
def _marks() -> str:
    """Return the pattern of every text that may hold more than a name; it looks at no text twice."""
    return rf"{_between().replace('(?=', '(?:')}|{_QUOTED}"
