"""What a name sounds like to a Spanish or an English ear: one code for GIMENEZ, JIMENEZ and XIMENES."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from operator import methodcaller

# In order. Spanish spells one sound several ways (s, z, c; b, v; ll, y; g, j, x; silent h), English respells
# some (ph, ck, w), and the scribes of Nahuatl and Maya did likewise (tz, hu, x).
_RULES: tuple[tuple[str, str], ...] = (
    ("PH", "F"),
    ("TH", "T"),
    ("SCH|SH|CH|TX", "+"),
    ("TZ|TS|CZ", "S"),
    ("QU([EI])|CK", r"K\1"),
    ("[QC]([EI])", r"S\1"),
    ("[QC]", "K"),
    ("G([EI])", r"J\1"),
    ("GU([EI])", r"G\1"),
    ("^[HG]?[UW]([AEIO])|[HG]U([AEO])|W([AEIOU])", r"U\1\2\3"),
    ("^X([AEIOU])", r"J\1"),
    ("([AEIOU])X([AEIOU])", r"\1J\2"),
    ("X|Z", "S"),
    ("H", ""),
    ("V", "B"),
    ("LL", "Y"),
    ("M([PBF])", r"N\1"),
    ("N[IY]([AEO])", r"N\1"),
    ("Y", "I"),
    ("AA", "A"), ("EE", "I"), ("II", "I"), ("OO", "U"), ("UU", "U"),
    ("SS+", "S"),
    (r"([BDFGJKLMNPRT])\1", r"\1"),
)  # fmt: skip


def _step(written: str, sound: str) -> Callable[[str], str]:
    """Return what replaces a spelling by its sound; plain letters need no pattern."""
    if written.isalpha():
        return methodcaller("replace", written, sound)
    return partial(re.compile(written).sub, sound)


_STEPS = tuple(_step(*rule) for rule in _RULES)


def sounds(tokens: Iterable[str]) -> list[str]:
    """Return the sound of each token: letters and `+` (the sound of ch and sh); digits stay."""
    return [_sound(token) or token for token in tokens]


def _sound(token: str) -> str:
    for said in _STEPS:
        token = said(token)
    return token
