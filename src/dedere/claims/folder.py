"""A folder of events and of what sources say of them: events.csv, claims.csv, sources.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dedere.claims.attributes import attributes
from dedere.claims.claim import Bound, SentenceKind
from dedere.claims.meaning import UnreadableValue, meaning
from dedere.claims.said import Event, Said, origin_of
from dedere.words import Source, Unreadable

EVENTS, CLAIMS, SOURCES = "events.csv", "claims.csv", "sources.csv"


class UnreadableClaims(Unreadable):
    """A file of claims that lacks a column, an event, a source or a value that can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a folder tells: its events, the claims on them, and the sources by id."""

    events: tuple[Event, ...]
    claims: tuple[Said, ...]
    sources: Mapping[str, Source]


def has_claims(folder: Path) -> bool:
    """Whether a folder tells of events."""
    return (folder / EVENTS).is_file()


def read_claims(folder: Path) -> Told:
    """Read a folder; raises UnreadableClaims naming file and line."""
    events = tuple(_event(where, row) for where, row in _rows(folder / EVENTS))
    sources = {row["id"]: Source(**row) for _, row in _rows(folder / SOURCES)}
    known = {event.id for event in events}
    claims = tuple(_claim(where, row, known, sources) for where, row in _rows(folder / CLAIMS))
    return Told(events=events, claims=claims, sources=sources)


def _event(where: str, row: Mapping[str, str]) -> Event:
    try:
        return Event(**{**row, "on": date.fromisoformat(row["on"])})  # type: ignore[arg-type]
    except (TypeError, ValueError, KeyError) as fault:
        columns = "id, handover, on, giving, receiving, title_en, title_es"
        raise _complaint(where, str(fault), f"give {columns}") from None


def _claim(where: str, row: Mapping[str, str], events: set[str], sources: Mapping[str, Source]) -> Said:
    """One row; a claim whose source no list names is kept without one, and bears nothing out."""
    try:
        source = sources[row["source"]] if row["source"] else None
        if row["event"] not in events:
            raise _complaint(where, f"there is no event {row['event']!r}", f"list it in {EVENTS}")
        claim = Said(
            id=row["id"],
            event=row["event"],
            about=row["about"],
            attribute=row["attribute"],
            value=row["value"],
            bound=Bound(row["bound"] or Bound.EXACT),
            negated=row["negated"] == "yes",
            kind=SentenceKind(row["kind"] or SentenceKind.FACT),
            words=row["words"],
            source=row["source"],
            tier=source.tier if source else "",
            origin=origin_of(source.outlet) if source else "",
            on=source.date if source else "",
            language=source.language if source else "",
            speaker=row["speaker"],
            party=row["party"],
            corrects=row["corrects"],
        )
        meaning(attributes()[claim.attribute].kind, claim.value, bound=claim.bound, negated=claim.negated)
    except KeyError as missing:
        raise _complaint(
            where, f"{missing} is not known", "correct the column, attribute or source"
        ) from None
    except (UnreadableValue, ValueError) as fault:
        raise _complaint(where, str(fault), "correct the value") from None
    return claim


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                yield (
                    f"{path.name}: line {reader.line_num}",
                    {key: (value or "").strip() for key, value in row.items()},
                )
    except OSError as error:
        raise _complaint(str(path), error.strerror or "cannot be read", "name the folder") from None


def _complaint(where: str, what: str, remedy: str) -> UnreadableClaims:
    return UnreadableClaims(where=where, what=what, remedy=remedy)
