"""How a sentence speaks: as fact, as somebody's words, or as a cause or a judgement of value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dedere.claims.claim import SentenceKind
from dedere.claims.reading.lexicon import Hit, lexicon, word_set
from dedere.claims.reading.tokens import Token

_OPEN, _CLOSE, _EITHER = set("“«"), set("”»"), '"'
_BREAKS = set(",;:()—–") | _OPEN | _CLOSE | {_EITHER}
_BEFORE_COLON = 5  # tokens of a headline in which who speaks is named
_LONGEST = 12  # tokens of who is named as having said it
_LAW = {"law", "treaty", "constitution", "article", "ley", "tratado", "constitucion", "articulo"}


class Said(NamedTuple):
    """Whether a sentence gives somebody's words, and whose, as written."""

    reported: bool
    by: str


def quoted(text: str, row: Sequence[Token]) -> frozenset[int]:
    """The places of the tokens that stand within quotation marks; a quotation ends with its paragraph."""
    within: set[int] = set()
    begun: int | None = None
    for place, token in enumerate(row):
        if place and "\n\n" in text[row[place - 1].end : token.start]:
            begun = None
        if token.raw in _CLOSE or (token.raw == _EITHER and begun is not None):
            within.update(range(place if begun is None else begun + 1, place))
            begun = None
        elif token.raw in _OPEN or token.raw == _EITHER:
            begun = place
    return frozenset(within)


def said(row: Sequence[Token], first: int, last: int, language: str, within: frozenset[int]) -> Said:
    """Tell whether the tokens of a sentence are reported speech, and who is named as the speaker."""
    if by := _named_first(row, first, last, language):
        return Said(True, by)
    for hit in lexicon("speech", language).found(row, first, last):
        if hit.code == "said" and hit.first not in within:
            return Said(True, _speaker(row, hit, first, last, language))
        if hit.code == "according" and not any(token.low in _LAW for token in row[hit.last : hit.last + 4]):
            return Said(True, _until(row, hit.last, last))
        if hit.code == "hearsay":
            return Said(True, "")
    inside = sum(place in within for place in range(first, last))
    return Said(inside * 2 > last - first, "")


def _named_first(row: Sequence[Token], first: int, last: int, language: str) -> str:
    """Who speaks in "Lawyers: clients were never extradited"; nobody where no colon follows a speaker."""
    speakers = word_set("speakers", language)
    for place in range(first, min(first + _BEFORE_COLON, last)):
        if row[place].raw == ":":
            named = place > first and row[place - 1].low in speakers
            return _text(row[first:place]) if named else ""
    return ""


def kind_of(row: Sequence[Token], first: int, last: int, language: str, speech: Said) -> SentenceKind:
    """A cause or a judgement of value is opinion whoever says it; then comes whether somebody says it."""
    if any(hit.code != "none" for hit in lexicon("opinion", language).found(row, first, last)):
        return SentenceKind.OPINION
    return SentenceKind.REPORTED if speech.reported else SentenceKind.FACT


def _speaker(row: Sequence[Token], hit: Hit, first: int, last: int, language: str) -> str:
    """Who stands before the verb of saying; or after it, where nobody does."""
    begin, nobody = hit.first, word_set("nobody", language)
    while begin > first and row[begin - 1].raw not in _BREAKS and hit.first - begin < _LONGEST:
        begin -= 1
    before = row[begin : hit.first]
    if any(token.low not in nobody for token in before):
        return _text(before)
    following = row[hit.last] if hit.last < last else None
    named = following is not None and (following.capital or following.low in word_set("article", language))
    return _until(row, hit.last, last) if named else ""


def _until(row: Sequence[Token], first: int, last: int) -> str:
    end = first
    while end < last and end - first < _LONGEST and row[end].raw not in _BREAKS | {"!", "?"}:
        if row[end].raw == "." and len(row[end - 1].raw) > 1:  # no initial, as in "the U.S."
            break
        end += 1
    return _text(row[first:end])


def _text(part: Sequence[Token]) -> str:
    """The words as they stand, apart as they stand."""
    text = ""
    for place, token in enumerate(part):
        apart = place and token.start > part[place - 1].end
        text += (" " if apart else "") + token.raw
    return text
