"""An example's folder as records: handovers, persons, charges, undertakings, stays, sources."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dedere.docket.entries import Charge
from dedere.words import Source, Unreadable

FILES = ("handovers.toml", "undertakings.toml", "stays.toml")
TABLES = ("persons.csv", "charges.csv", "stages.csv", "sources.csv", "name_variants.csv")
Text = Mapping[str, str]


class UnreadableExample(Unreadable):
    """A file of the example that is missing or lacks a column, a person or a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeTold:
    """One charge: as it stood on the day of the handover (None: not yet one), and as it stands since."""

    then: Charge | None
    now: Charge
    since: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """One person as the sources tell; ``cells`` are the row's own, ``names`` the rows of other names."""

    id: str
    cells: Text
    charges: tuple[ChargeTold, ...]
    names: tuple[Text, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverTold:
    """One handover, with the table of its file and the stages that a source counted."""

    id: str
    on: date
    told: Mapping[str, Any]
    persons: tuple[PersonTold, ...]
    stages: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A whole example; ``snapshot`` is the day of its latest source, ``digest`` that of its files."""

    name: str
    snapshot: date
    demonstration: datetime
    handovers: tuple[HandoverTold, ...]
    undertakings: tuple[Mapping[str, Any], ...]
    stays: tuple[Mapping[str, Any], ...]
    sources: tuple[Source, ...]
    digest: str


def read_example(folder: Path) -> Example:
    """Read an example's folder; raises UnreadableExample naming file and row."""
    told = {name: _toml(folder / name) for name in FILES}
    rows = {name: read_table(folder / name) for name in TABLES}
    try:
        example = _example(folder, told, rows)
    except KeyError as missing:
        raise _complaint(folder.name, f"{missing} is missing", "write it in the file that lacks it") from None
    _demand_sources(example)
    return example


def _example(folder: Path, told: Mapping[str, Any], rows: Mapping[str, list[Text]]) -> Example:
    frame = told["handovers.toml"]
    persons = [_person(row, rows["charges.csv"], rows["name_variants.csv"]) for row in rows["persons.csv"]]
    return Example(
        name=folder.name,
        snapshot=frame["snapshot"],
        demonstration=frame["demonstration"],
        handovers=tuple(_handover(each, persons, rows["stages.csv"]) for each in frame["handover"]),
        undertakings=tuple(told["undertakings.toml"]["undertaking"]),
        stays=tuple(told["stays.toml"]["stay"]),
        sources=tuple(_source(row) for row in rows["sources.csv"]),
        digest=_digest(folder),
    )


def _handover(told: Mapping[str, Any], persons: list[PersonTold], stages: list[Text]) -> HandoverTold:
    own = tuple(person for person in persons if person.cells["handover"] == told["id"])
    if len(own) != told["persons"]:
        found = f"{told['persons']} persons are announced and {len(own)} have a row"
        raise _complaint(f"handovers.toml: {told['id']}", found, "make the two agree")
    counted = tuple(row for row in stages if row["handover"] == told["id"])
    return HandoverTold(id=told["id"], on=told["on"], told=told, persons=own, stages=counted)


def _person(row: Text, charges: list[Text], names: list[Text]) -> PersonTold:
    return PersonTold(
        id=row["id"],
        cells=row,
        charges=tuple(_charge(charge) for charge in charges if charge["person"] == row["id"]),
        names=tuple(name for name in names if name["person"] == row["id"]),
        sources=tuple(row["sources"].split()),
    )


def _charge(row: Text) -> ChargeTold:
    now = Charge(id=row["charge"], title=row["title"], standing=row["standing"])
    then = row["standing_then"]
    return ChargeTold(
        then=Charge(id=row["charge"], title=row["title"], standing=then) if then else None,
        now=now,
        since=row["since"],
        sources=tuple(row["sources"].split()),
    )


def _source(row: Text) -> Source:
    return Source(
        id=row["id"],
        outlet=row["outlet"],
        date=row["date"],
        language=row["language"],
        tier=row["tier"],
        address=row["address"],
    )


def _named(example: Example) -> Iterator[tuple[str, str]]:
    for handover in example.handovers:
        yield from ((handover.id, source) for source in handover.told["sources"])
        for person in handover.persons:
            yield from ((person.id, source) for source in person.sources)
            yield from ((person.id, name["source"]) for name in person.names)
    for told in (*example.undertakings, *example.stays):
        yield from ((told["id"], source) for source in told["sources"])


def _demand_sources(example: Example) -> None:
    known = {source.id for source in example.sources}
    for place, source in _named(example):
        if source not in known:
            raise _complaint(place, f"the source {source!r} is not listed", "list it in sources.csv")


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise _complaint(path.name, str(error), "correct the line") from None
    except OSError as error:
        raise _complaint(str(path), error.strerror or "cannot be read", "name the example's folder") from None


def read_table(path: Path) -> list[Text]:
    """Return the rows of a table, each cell without the blanks around it; raises UnreadableExample."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]
    except OSError as error:
        raise _complaint(str(path), error.strerror or "cannot be read", "name the example's folder") from None


def _digest(folder: Path) -> str:
    files = (hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (*FILES, *TABLES))
    return hashlib.sha256("\n".join(files).encode()).hexdigest()


def _complaint(where: str, what: str, remedy: str) -> UnreadableExample:
    return UnreadableExample(where=where, what=what, remedy=remedy)
