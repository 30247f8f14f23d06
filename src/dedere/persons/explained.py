"""A run with its proposals explained, as a file: what a desk keeps so that its pages work without the rolls.

JSON lines in UTF-8: the first says what made the run, each other is one pair with both records and all its
evidence. Every line is canonical, so that one run is one file, byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dedere.persons.proposal import Proposal
from dedere.persons.record import Record, read_record, write_record
from dedere.persons.told import read_proposal, write_proposal
from dedere.words import Unreadable
from dedere.words.canonical import canonical

FORMAT = 1


class UnreadableExplained(Unreadable):
    """A file that is no run with its proposals explained, or a line of it that is no pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that a run read: its name, the SHA-256 of its bytes in hex, its rows."""

    name: str
    digest: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made the proposals: the two rolls by name, the model's version, parameters, the files read."""

    wanted_roll: str
    register_roll: str
    model: str
    parameters: Mapping[str, str | int | float]
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A pair as a run proposes it, with both records."""

    proposal: Proposal
    wanted: Record
    held: Record


def write_explained(run: Run, pairs: Iterable[Explained]) -> Iterator[str]:
    """Yield the lines of the file, each with its line break."""
    yield _line({"format": FORMAT, **asdict(run)})
    for pair in pairs:
        yield _line(
            {
                "held": json.loads(write_record(pair.held)),
                "proposal": json.loads(write_proposal(pair.proposal)),
                "wanted": json.loads(write_record(pair.wanted)),
            }
        )


def read_explained(path: Path) -> tuple[Run, Iterator[Explained]]:
    """Read a file: the run at once, the pairs as they are asked for; raises UnreadableExplained."""
    lines = _lines(path)
    number, first = next(lines, (1, {}))
    try:
        if first.pop("format") != FORMAT:
            raise _complaint(f"{path.name}: {number}", "it has another format", "write it with this release")
        inputs = tuple(Input(**each) for each in first.pop("inputs"))
        return Run(**first, inputs=inputs), _pairs(path.name, lines)
    except (KeyError, TypeError):
        raise _complaint(path.name, "its first line says no run", "name a file of explained pairs") from None


def _pairs(name: str, lines: Iterator[tuple[int, dict[str, Any]]]) -> Iterator[Explained]:
    for number, told in lines:
        try:
            yield Explained(
                proposal=read_proposal(json.dumps(told["proposal"])),
                wanted=read_record(json.dumps(told["wanted"])),
                held=read_record(json.dumps(told["held"])),
            )
        except (KeyError, TypeError, ValueError):
            raise _complaint(f"{name}: {number}", "it is no pair", "write the file again") from None


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each line as an object, a line in memory at a time."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                told = json.loads(raw)
            except ValueError:
                raise _complaint(f"{path.name}: {number}", "it is not JSON", "write the file again") from None
            if not isinstance(told, dict):
                raise _complaint(f"{path.name}: {number}", "it is no object", "write the file again")
            yield number, told


def _line(told: Mapping[str, Any]) -> str:
    return canonical(told) + "\n"


def _complaint(where: str, what: str, remedy: str) -> UnreadableExplained:
    return UnreadableExplained(where=where, what=what, remedy=remedy)
