"""The handovers of an example's folder as records, where there is no docket to ask."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dedere.claims.recorded import Recorded
from dedere.words import Unreadable

HANDOVERS, UNDERTAKINGS, PERSONS = "handovers.toml", "undertakings.toml", "persons.csv"


class UnreadableRecord(Unreadable):
    """A folder of handovers that lacks one of its files, or a key in it."""


def records(folder: Path) -> tuple[Recorded, ...]:
    """Read the handovers of a folder that has them; raises UnreadableRecord."""
    if not (folder / HANDOVERS).is_file():
        return ()
    try:
        with (folder / PERSONS).open(encoding="utf-8", newline="") as file:
            persons = list(csv.DictReader(file))
        return tuple(_records(_toml(folder / HANDOVERS), _toml(folder / UNDERTAKINGS), persons))
    except (OSError, KeyError, tomllib.TOMLDecodeError) as fault:
        raise UnreadableRecord(where=folder.name, what=str(fault), remedy="mend the file") from None


def _toml(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _records(
    handovers: Mapping[str, Any], undertakings: Mapping[str, Any], persons: Sequence[Mapping[str, str]]
) -> Iterator[Recorded]:
    for told in handovers["handover"]:
        listed = tuple((row["id"], row["name"]) for row in persons if row["handover"] == told["id"])
        ids = {id for id, _ in listed}
        yield Recorded(
            number=told["id"],
            on=told["on"],
            giving=told["giving"],
            receiving=told["receiving"],
            track=told["basis"],
            place=told["place"],
            persons=listed,
            cities=tuple(told.get("destinations", ())),
            undertaken=tuple(
                each["on"]
                for each in undertakings["undertaking"]
                if each.get("handover") == told["id"] or ids & set(each.get("persons", ()))
            ),
            sources=tuple(told["sources"]),
        )
