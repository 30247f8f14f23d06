"""Numbers in digits and in words, with what is said of how exact they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dedere.claims.claim import Bound
from dedere.claims.reading.lexicon import lexicon, table
from dedere.claims.reading.tokens import Token, fold

_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_MOST = 7  # digits of a number that counts persons
_OVER = {"handed", "hand", "hands", "handing", "turned", "turns", "turn", "turning"}  # "over" is the verb's
_JOINTS = {"en": {"-", "and"}, "es": {"y", "-"}}


class Number(NamedTuple):
    """A number that begins at a token: its value, where it ends, how exact it is and where that is said."""

    value: int
    first: int
    last: int
    bound: Bound


def number_at(row: Sequence[Token], place: int, last: int, language: str, first: int = 0) -> Number | None:
    """Read the number that begins at a token, if one does; ``first`` is where its sentence begins."""
    found = _digits(row, place) or _words(row, place, last, language)
    if not found:
        return None
    value, end = found
    if row[place - 1].low == "over" and row[place - 2].low in _OVER:
        return Number(value, place, end, Bound.EXACT)
    for begin in range(max(first, place - 4), place):
        if (hit := lexicon("bounds", language).at(row, begin, place)) and hit.last == place:
            return Number(value, place, end, Bound(hit.code))
    return Number(value, place, end, Bound.EXACT)


def _digits(row: Sequence[Token], place: int) -> tuple[int, int] | None:
    raw = row[place].raw
    if not _DIGITS.fullmatch(raw) or len(raw) > _MOST + 2:
        return None
    return int(re.sub(r"[.,]", "", raw)), place + 1


def _words(row: Sequence[Token], place: int, last: int, language: str) -> tuple[int, int] | None:
    """``twenty-nine``, ``two dozen``, ``treinta y siete``, ``una docena``: a sum of words, times a dozen."""
    units, groups = _values("units", language), _values("groups", language)
    total, end, seen = 0, place, 0
    while end < last:
        low = row[end].low
        joint = end + 1 < last and low in _JOINTS[language] and seen >= 20 and row[end + 1].low in units
        if joint and units[row[end + 1].low] < 10:
            end += 1
            continue
        if low not in units or (seen and units[low] >= seen):
            break
        total, seen, end = total + units[low], units[low], end + 1
        if seen < 20:
            break
    if end < last and row[end].low in groups:
        return (total or 1) * groups[row[end].low], end + 1
    return (total, end) if total else None


def _values(name: str, language: str) -> dict[str, int]:
    return {fold(word): int(value) for value, said in table(name).items() for word in said.get(language, ())}
