"""The plain words by which a case is found: no accents, no capitals, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
LONGEST = 80


def plain(text: str) -> str:
    """``Quiñones-Arce`` becomes ``quinones-arce``."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in split if not unicodedata.combining(each))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return each word, and the parts of a hyphenated one: ``al-masri``, ``al``, ``masri``."""
    found: set[str] = set()
    for text in texts:
        for word in asked(text):
            found.update({word, *(part[:LONGEST] for part in re.split(r"\W+", word) if part)})
    return frozenset(found)


def asked(query: str) -> tuple[str, ...]:
    """Return the words of a search as they were typed, plain, each once."""
    return tuple(dict.fromkeys(word[:LONGEST] for word in _WORD.findall(plain(query))))
