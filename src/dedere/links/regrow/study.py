"""A study as data: its assumptions, each with value, range and where it was read, and what it published."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from dedere.words.unreadable import Unreadable

STUDIES = Path(__file__).parent / "studies"
BASES = ("published", "derived", "stated")


class UnreadableStudy(Unreadable):
    """A study's file with a value out of its range, no source, or a key that no study has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One number that a model rests on.

    ``basis``: `published` (the number stands in the source), `derived` (reckoned from what stands there) or
    `stated` (the literature gives none; it is ours to say). ``low`` and ``high`` bound what a draw may be;
    both equal ``value`` where nothing is drawn. ``sources`` are keys of the study's sources, ``checked``
    says how the number was read.
    """

    code: str
    value: float
    low: float
    high: float
    basis: str
    sources: tuple[str, ...]
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One figure that a paper published, with how far a reproduction may be off and still agree."""

    code: str
    value: float
    within: float
    sources: tuple[str, ...]
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What one model rests on: sources by key as full citations, assumptions, figures, tables by rank."""

    id: str
    sources: Mapping[str, str]
    assumptions: Mapping[str, Assumption]
    published: Mapping[str, Published]
    ranks: Mapping[str, tuple[float, ...]]

    def value(self, code: str) -> float:
        """The central value of an assumption."""
        return self.assumptions[code].value


@cache
def study(model: str) -> Study:
    """The study behind a model: `national`, `replacement` or `succession`."""
    return read_study(STUDIES / f"{model}.toml")


def read_study(path: Path) -> Study:
    """Read a study. UnreadableStudy where a number stands outside its range or leads to no source."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    sources = told["sources"]
    assumptions = [_row(path, Assumption, row, sources) for row in told["assumption"]]
    for each in assumptions:
        if not each.low <= each.value <= each.high or each.basis not in BASES:
            raise UnreadableStudy(
                where=f"{path.name}: {each.code}",
                what=f"{each.value} is not between {each.low} and {each.high}, or its basis is unknown",
                remedy=f"give low, value and high in order, and a basis of {', '.join(BASES)}",
            )
    return Study(
        id=told["id"],
        sources=sources,
        assumptions={each.code: each for each in assumptions},
        published={row["code"]: _row(path, Published, row, sources) for row in told.get("published", ())},
        ranks={name: tuple(map(float, values)) for name, values in told.get("ranks", {}).items()},
    )


def _row(path: Path, kind: type[Any], row: Mapping[str, Any], sources: Mapping[str, str]) -> Any:
    """One row as its dataclass; a single value is its own range."""
    filled = {**row, "sources": tuple(row.get("sources", ()))}
    if kind is Assumption:
        filled = {"low": row.get("value"), "high": row.get("value"), **filled}
    wanted = {field.name for field in fields(kind)}
    if filled.keys() != wanted or not filled["sources"] or not set(filled["sources"]) <= sources.keys():
        raise UnreadableStudy(
            where=f"{path.name}: {row.get('code', kind.__name__.lower())}",
            what="a key is missing, unknown, or names no source of this study",
            remedy=f"give {', '.join(sorted(wanted))}; each source stands under [sources]",
        )
    return kind(**filled)
