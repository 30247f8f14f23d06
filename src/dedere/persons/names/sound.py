"""What a name sounds like to a Spanish or an English ear: one code for GIMENEZ, JIMENEZ and XIMENES."""

from __future__ import annotations

from functools import cache

import polars as pl

# In order. Spanish spells one sound several ways (s, z, c; b, v; ll, y; g, j, x; silent h), English respells
# some (ph, ck, w), and the scribes of Nahuatl and Maya did likewise (tz, hu, x).
_RULES: tuple[tuple[str, str], ...] = (
    ("PH", "F"),
    ("TH", "T"),
    ("SCH|SH|CH|TX", "+"),
    ("TZ|TS|CZ", "S"),
    ("QU([EI])|CK", "K$1"),
    ("[QC]([EI])", "S$1"),
    ("[QC]", "K"),
    ("G([EI])", "J$1"),
    ("GU([EI])", "G$1"),
    ("^[HG]?[UW]([AEIO])|[HG]U([AEO])|W([AEIOU])", "U$1$2$3"),
    ("^X([AEIOU])", "J$1"),
    ("([AEIOU])X([AEIOU])", "${1}J$2"),
    ("X|Z", "S"),
    ("H", ""),
    ("V", "B"),
    ("LL", "Y"),
    ("M([PBF])", "N$1"),
    ("N[IY]([AEO])", "N$1"),
    ("Y", "I"),
    ("AA", "A"), ("EE", "I"), ("II", "I"), ("OO", "U"), ("UU", "U"),
    ("BB", "B"), ("DD", "D"), ("FF", "F"), ("GG", "G"), ("KK", "K"), ("MM", "M"), ("NN", "N"), ("PP", "P"),
    ("RR", "R"), ("SS+", "S"), ("TT", "T"), ("JJ", "J"), ("LL", "L"),
)  # fmt: skip


@cache
def _sound() -> pl.Expr:
    said = pl.col("token")
    for written, sound in _RULES:
        said = said.str.replace_all(written, sound)
    return pl.when(said == "").then("token").otherwise(said)


def sounds(tokens: pl.Series) -> pl.Series:
    """Return the sound of each token: letters and `+` (the sound of ch and sh); digits stay."""
    return pl.DataFrame({"token": tokens}).select(_sound()).to_series()
