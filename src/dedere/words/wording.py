"""Codes become sentences here, in each language, from tables that lawyers can read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from dedere.words.unreadable import Unreadable

LANGUAGES = ("en", "es")


class UnreadableWording(Unreadable):
    """A wording file that lacks a language or says one code twice."""


class Wording:
    """Sentences by key (``act.receive-request``), one for each language."""

    def __init__(self, sentences: Mapping[str, Mapping[str, str]]) -> None:
        self._sentences = sentences

    @classmethod
    def read(cls, files: Iterable[Path]) -> Wording:
        """Read TOML tables ``[group.code]`` with ``en`` and ``es``; a key stands once."""
        sentences: dict[str, Mapping[str, str]] = {}
        for path in sorted(files):
            for key, row in _rows(path, tomllib.loads(path.read_text(encoding="utf-8"))):
                if key in sentences:
                    raise UnreadableWording(
                        where=f"{path.name}: [{key}]",
                        what="this key has a sentence already",
                        remedy="keep one of the two",
                    )
                sentences[key] = row
        return cls(sentences)

    def say(self, key: str, language: str, /, **facts: object) -> str:
        """Return the sentence for ``key``, its ``{places}`` filled; KeyError if there is none."""
        return self._sentences[key][language].format(**facts)

    def keys(self) -> frozenset[str]:
        """Every key that has a sentence."""
        return frozenset(self._sentences)


def _rows(
    path: Path, table: Mapping[str, object], prefix: str = ""
) -> Iterable[tuple[str, Mapping[str, str]]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if not isinstance(value, dict):
            raise UnreadableWording(
                where=f"{path.name}: {key}",
                what="a value stands outside a table",
                remedy="write [group.code] above it",
            )
        if all(isinstance(entry, str) for entry in value.values()):
            yield key, _complete(path, key, value)
        else:
            yield from _rows(path, value, f"{key}.")


def _complete(path: Path, key: str, row: Mapping[str, str]) -> Mapping[str, str]:
    if set(row) != set(LANGUAGES):
        raise UnreadableWording(
            where=f"{path.name}: [{key}]",
            what=f"languages are {sorted(row)}",
            remedy=f"give exactly {', '.join(LANGUAGES)}",
        )
    return row


@cache
def codes() -> Wording:
    """The sentences for the codes that rooms share: acts, entries, refusals, effects, kinds."""
    return Wording.read((Path(__file__).parent / "codes").glob("*.toml"))
