"""Legal words with consequences: the tracks that a word may mean, and what follows in law from each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

TOPICS = ("instrument", "speciality", "death-penalty", "clocks", "review")


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What follows from a track on one topic; ``clause`` is ``instrument#clause``, empty where there is none.

    ``checked`` says that the clause was read against a text. ``en`` and ``es`` are our paraphrases.
    """

    track: str
    topic: str
    clause: str
    checked: bool
    en: str
    es: str


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("verbs.toml").read_text(encoding="utf-8"))


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Each legal word, by its code, with the tracks that it may mean; one without its own means any."""
    every = tracks()
    return {code: frozenset(row["tracks"]) or every for code, row in _table()["word"].items()}


@cache
def tracks() -> frozenset[str]:
    """Every track that some word means."""
    return frozenset(track for row in _table()["word"].values() for track in row["tracks"])


def tracks_of(value: str) -> frozenset[str]:
    """Return the tracks that a legal word, or a track by its own code, may mean."""
    return words().get(value, frozenset({value}))


@cache
def follows(track: str) -> Sequence[Follows]:
    """What follows in law from a track, topic by topic."""
    return tuple(Follows(**row) for row in _table()["follows"] if row["track"] == track)
