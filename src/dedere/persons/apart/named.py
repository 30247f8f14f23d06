"""The names of a record for its keys: each word with the names that it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from anyascii import anyascii

from dedere.persons.names.knowledge import small_words, variants
from dedere.persons.names.letters import mend, restore

Name = tuple[str, ...]
_WORD = re.compile(r"[A-Z?]+")


def names(row: Mapping[str, object]) -> Iterator[tuple[Name, ...]]:
    """Yield a record's own name, then each alias; of each the words that are names, in the order written."""
    own = [row[part] for part in ("given", "surname_1", "surname_2")]
    whole = row["full_name"]
    aliases = row["aliases"]
    yield _words(
        str(whole) if whole and not (own[0] and any(own[1:])) else " ".join(map(str, filter(None, own)))
    )
    if isinstance(aliases, list):
        yield from (_words(alias) for alias in aliases)


def _words(text: str) -> tuple[Name, ...]:
    written = _WORD.findall(anyascii(mend(text)).upper().replace("'", "").replace("`", ""))
    return tuple(name for word in written for name in _stands_for(word))


@lru_cache(maxsize=1 << 18)
def _stands_for(written: str) -> tuple[Name, ...]:
    """Return the names that a word is, several where particles were run in, each with what it may be."""
    word = anyascii(restore(written))
    parts = small_words().particles.parted.get(word, (word,))
    return tuple(
        _also().get(part, (part,))
        for part in map(anyascii, parts)
        if len(part) > 1 and part not in _no_names()
    )


@cache
def _also() -> Mapping[str, Name]:
    """Return what each word may stand for; another spelling of a name is that name alone."""
    found = {}
    for word, others in variants().items():
        alike = {anyascii(name): kind for name, kind in others if kind != "near" and " " not in name}
        itself = () if {"spelling", "written"} & set(alike.values()) else (anyascii(word),)
        if alike and " " not in word:
            found[anyascii(word)] = (*itself, *alike)
    return found


@cache
def _no_names() -> frozenset[str]:
    """Return particles, suffixes, titles and words for a name that is not known."""
    small = small_words()
    told = (small.son, small.father, small.later, small.titles, small.unknown_anywhere, small.unknown_alone)
    return small.particles.dropped | {phrase[0] for phrases in told for phrase in phrases if len(phrase) == 1}
