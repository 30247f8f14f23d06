"""Lists of words as data: phrases with their codes, found in a row of tokens, the longest first."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from dedere.claims.reading.tokens import Token, fold, tokens

_STEM = 3  # letters at least of a word whose ending is open
_LONGEST = 24  # letters of a stem at most
_GAP = 5  # tokens at most where a phrase leaves a gap


class Hit(NamedTuple):
    """A phrase found: its code, and the tokens ``first`` up to but not including ``last``."""

    code: str
    first: int
    last: int


class _Word(NamedTuple):
    """One word of a phrase: folded, with an open ending or not, and the capitals it asks for."""

    low: str
    stem: bool
    title: bool
    capitals: bool

    def fits(self, token: Token) -> bool:
        if not (token.low.startswith(self.low) if self.stem else token.low == self.low):
            return False
        return token.raw.isupper() if self.capitals else not self.title or token.capital


_ANY = _Word("~", stem=False, title=False, capitals=False)


class Phrases:
    """Phrases that are looked for together.

    ``extradit*`` has any ending; ``taken ~ into custody`` leaves room for some words. A word written
    with a capital asks for one, a word in capitals for capitals: ``US`` is not ``us``.
    """

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, list[tuple[tuple[_Word, ...], str]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[tuple[_Word, ...], str]]] = defaultdict(list)
        for phrase, code in rows:
            words = _words(phrase)
            (self._stems if words[0].stem else self._whole)[words[0].low].append((words, code))

    def at(self, row: Sequence[Token], place: int, last: int) -> Hit | None:
        """The longest phrase that begins at a token and ends before ``last``."""
        low = row[place].low
        stems = (self._stems.get(low[:size], ()) for size in range(_STEM, min(len(low), _LONGEST) + 1))
        best = None
        for words, code in chain(self._whole.get(low, ()), *stems):
            end = _match(words, row, place, last)
            if end and (best is None or end > best.last):
                best = Hit(code, place, end)
        return best

    def found(self, row: Sequence[Token], first: int, last: int) -> Iterator[Hit]:
        """Every phrase between two tokens, from left to right, none over another."""
        place = first
        while place < last:
            hit = self.at(row, place, last)
            if hit:
                yield hit
            place = hit.last if hit else place + 1


def _words(phrase: str) -> tuple[_Word, ...]:
    words: list[_Word] = []
    for each in tokens(phrase):
        if each.raw == "*":
            words[-1] = words[-1]._replace(stem=True)
        else:
            capitals = each.raw.isupper()
            words.append(_Word(each.low, stem=False, title=each.capital, capitals=capitals))
    return tuple(words)


def _match(words: Sequence[_Word], row: Sequence[Token], place: int, last: int) -> int:
    """Where the phrase ends that begins here, or 0."""
    for number, word in enumerate(words):
        if word == _ANY:
            tails = range(place, min(place + _GAP + 1, last))
            return next(filter(None, (_match(words[number + 1 :], row, tail, last) for tail in tails)), 0)
        if place >= last or not word.fits(row[place]):
            return 0
        place += 1
    return place


@cache
def table(name: str) -> Mapping[str, Mapping[str, Any]]:
    """A list as it stands in its file: code, then language (or ``both``), then phrases."""
    path = Path(__file__).parent / "lexicon" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def lexicon(name: str, language: str, *codes: str) -> Phrases:
    """The phrases of a list in one language, with those of both; of some of its codes, or of all."""
    return Phrases(
        (phrase, code)
        for code, said in table(name).items()
        if not codes or code in codes
        for phrase in (*said.get(language, ()), *said.get("both", ()))
    )


@cache
def word_set(code: str, language: str) -> frozenset[str]:
    """The small words of one kind in one language, folded."""
    said = table("words")[code]
    return frozenset(fold(word) for word in (*said.get(language, ()), *said.get("both", ())))
