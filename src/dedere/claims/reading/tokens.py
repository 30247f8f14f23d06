"""Words and marks of a text, each with its place; a folded form drops case and accents and keeps lengths."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_MARKS = {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"}
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\s\w]|_")


class Token(NamedTuple):
    """One word, number or mark: ``text[start:end]``, as written and folded."""

    start: int
    end: int
    raw: str
    low: str

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.raw[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is made of letters."""
        return self.raw[0].isalpha()


class _Folding(dict[int, str]):
    """Each character folded to one character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = unicodedata.normalize("NFD", sign)[0].lower()
        self[code] = folded = _MARKS.get(sign, plain if len(plain) == 1 else sign)
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Lower the case, drop accents, straighten apostrophes and dashes; as long as the text itself."""
    return text.translate(_FOLDING)


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words, numbers and marks."""
    low = fold(text)
    return tuple(
        Token(found.start(), found.end(), found[0], low[found.start() : found.end()])
        for found in _TOKEN.finditer(text)
    )
