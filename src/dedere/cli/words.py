"""The commands' own sentences, and the shared codes, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dedere.cli.output import stop
from dedere.docket.told import told
from dedere.words import Refused
from dedere.words.wording import LANGUAGES, Wording, codes


@cache
def _sentences() -> Wording:
    return Wording.read([Path(__file__).parent / "wording.toml"])


@cache
def _known() -> frozenset[str]:
    return codes().keys()


@dataclass(frozen=True, slots=True)
class Words:
    """Says sentences and codes in ``language``: ``en`` or ``es``."""

    language: str

    def say(self, key: str, **facts: object) -> str:
        """The commands' sentence for ``key``."""
        return _sentences().say(f"cli.{key}", self.language, **facts)

    def code(self, group: str, code: str) -> str:
        """The words of a shared code; the code itself where it has none."""
        key = f"{group}.{code}"
        return codes().say(key, self.language) if key in _known() else code

    def sentence(self, key: str, facts: Mapping[str, object]) -> str:
        """The sentence of a shared key, its places filled; the key itself where it has none."""
        return codes().say(key, self.language, **facts) if key in _known() else key

    def refusal(self, refused: Refused) -> str:
        """The sentence that says why something was refused."""
        return told(refused, self.language)

    def facts(self, names: Iterable[str]) -> str:
        """The questions that facts ask, joined."""
        return ", ".join(self.code("fact", name) for name in names)


def words(language: str) -> Words:
    """Return the words of a language, or stop where the desk does not speak it."""
    if language not in LANGUAGES:
        stop(f"--lang: the desk does not speak {language!r}; use {' or '.join(LANGUAGES)}")
    return Words(language)
