"""What a tie can be, what it rests on, and how far its source is trusted: three closed lists."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Nature(str, Enum):
    """What a kind of tie shows of the two: kinds.toml says what each means."""

    CRIME = "crime"
    ORGANISATION = "organisation"
    BUSINESS = "business"
    KIN = "kin"
    LAWFUL = "lawful"
    RIVALRY = "rivalry"
    SUCCESSION = "succession"
    DESIGNATION = "designation"


class Basis(str, Enum):
    """What a tie rests on.

    In court: a judgment says it, or it was admitted in a plea. Alleged: by a prosecutor, or by another
    authority of a State. Reported: by anyone else, a witness at a trial included.
    """

    PROVED = "proved-in-court"
    ALLEGED = "alleged-by-a-prosecutor"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of tie: ``directed`` where it matters which end is which; ``also`` are other words for it."""

    code: str
    nature: Nature
    directed: bool
    also: tuple[str, ...]


def _read(path: Path) -> Mapping[str, Kind]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        code: Kind(
            code=code,
            nature=Nature(row["nature"]),
            directed=row["directed"],
            also=tuple(row.get("also", ())),
        )
        for code, row in told.items()
    }


KINDS: Mapping[str, Kind] = _read(Path(__file__).with_name("kinds.toml"))
# Every word for a kind, and its code.
WORDS: Mapping[str, str] = {word: code for code, kind in KINDS.items() for word in (code, *kind.also)}
# Reliability is two signs, such as B2: the Admiralty Code. NATO, AJP-2.1 (Allied Joint Doctrine for
# Intelligence Procedures), rates the source by the letter and the information by the figure, each on its own.
SOURCE_RATINGS = ("A", "B", "C", "D", "E", "F")
INFORMATION_RATINGS = ("1", "2", "3", "4", "5", "6")


def rated(reliability: str) -> bool:
    """Whether a text is a rating of the Admiralty Code."""
    source, information = reliability[:1], reliability[1:]
    return source in SOURCE_RATINGS and information in INFORMATION_RATINGS
