"""Persons as FollowTheMoney writes them and notices as INTERPOL publishes them, as rows of one table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from dedere.files.encoding import recognise
from dedere.files.faults import SetAside, UnreadableFile
from dedere.files.objects import Found, objects
from dedere.files.source import LINE, ROW, Raw
from dedere.persons.reading.faults import UnreadableRoll

HEADINGS = (
    *("id", "given", "surname_1", "surname_2", "full_name", "aliases", "born", "sex", "birth_state"),
    *("curp", "rfc", "nationality"),
)
OBJECTS = 20_000  # of a batch
_CURP = re.compile(r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d")
_RFC = re.compile(r"[A-ZÑ&]{4}\d{6}[0-9A-Z]{3}")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """A JSON file of entities or notices; `Source` says what it gives."""

    path: Path
    encoding: str
    kind: str
    headings: tuple[str, ...] = HEADINGS

    @property
    def facts(self) -> Mapping[str, str]:
        """Which of the two it is, and its encoding."""
        return {"kind": self.kind, "encoding": self.encoding}

    @property
    def expected(self) -> None:
        """Objects cannot be counted without being read."""
        return None

    def raw(self, places: Collection[int]) -> Iterator[Raw]:
        """Yield the persons in order; an entity that is none, such as an address, is passed over."""
        found, rows = _unfolded(objects(self.path, self.encoding)), 0
        while batch := list(islice(found, OBJECTS)):
            yield _raw(batch, rows, [(place, HEADINGS[place]) for place in places])
            rows += len(batch)


def open_entities(path: Path) -> Entities:
    """Recognise which of the two a file holds by its first object; raises UnreadableRoll."""
    encoding = recognise(path)
    first = next(_unfolded(objects(path, encoding)), None)
    if first is None:
        raise UnreadableRoll(path, "no-rows")
    if first.fault:
        raise UnreadableFile(f"{path}: {first.line}", "no-json")
    return Entities(path=path, encoding=encoding, kind=_kind(path, first.value))


def _kind(path: Path, value: Mapping[str, Any]) -> str:
    if isinstance(value.get("properties"), dict) and "schema" in value:
        return "followthemoney"
    if {"entity_id", "name", "forename"} & value.keys() == {"entity_id", "name", "forename"}:
        return "interpol"
    raise UnreadableRoll(path, "no-persons")


def _unfolded(found: Iterator[Found]) -> Iterator[Found]:
    """A page of notices is the notices on it."""
    for each in found:
        page = each.value.get("_embedded", each.value)
        notices = page.get("notices") if isinstance(page, dict) else None
        if not isinstance(notices, list):
            yield each
            continue
        for value in notices:
            fault = "" if isinstance(value, dict) else "no-json"
            yield Found(line=each.line, value={} if fault else value, fault=fault, read=str(value))


def _raw(batch: Sequence[Found], rows: int, columns: Sequence[tuple[int, str]]) -> Raw:
    taken, aside, blank = list[tuple[int, int, Row]](), list[SetAside](), 0
    for row, each in enumerate(batch, rows + 1):
        if each.fault:
            aside.append(SetAside(row=row, line=each.line, code=each.fault, read=each.read))
        elif (person := _person(each.value)) is None:
            blank += 1
        else:
            taken.append((row, each.line, person))
    cells = {str(place): [person.get(name) for *_, person in taken] for place, name in columns}
    places = {ROW: [row for row, *_ in taken], LINE: [line for _, line, _ in taken]}
    schema = {**dict.fromkeys(cells, pl.String), ROW: pl.UInt64, LINE: pl.UInt64}
    return Raw(cells=pl.DataFrame({**cells, **places}, schema=schema), aside=aside, blank=blank)


def _person(value: Mapping[str, Any]) -> Row | None:
    if not isinstance(value.get("properties"), dict):
        return _notice(value)
    return _entity(value) if value.get("schema") == "Person" else None


def _entity(value: Mapping[str, Any]) -> Row:
    """A person of FollowTheMoney's model, its properties lists of texts.

    The first ``name`` is the name and the others are aliases; of several birth dates the fullest is taken.
    """
    said = {name: _list(each) for name, each in value["properties"].items()}
    names = said.get("name", [])
    surnames = said.get("lastName", []) or said.get("fatherName", [])
    aliases = [
        *names[1:],
        *(each for name in ("alias", "weakAlias", "previousName") for each in said.get(name, [])),
    ]
    numbers = [
        text.upper().replace(" ", "") for name in ("idNumber", "taxNumber") for text in said.get(name, [])
    ]
    given = [*said.get("firstName", [])[:1], *said.get("secondName", [])[:1], *said.get("middleName", [])[:1]]
    return {
        "id": str(value.get("id") or ""),
        "given": " ".join(given),
        "surname_1": next(iter(surnames), ""),
        "surname_2": next(iter(said.get("motherName", [])), ""),
        "full_name": next(iter(names), ""),
        "aliases": "\n".join(aliases),
        "born": max(said.get("birthDate", []), key=len, default=""),
        "sex": next(iter(said.get("gender", [])), ""),
        "birth_state": next(iter(said.get("birthPlace", [])), ""),
        "curp": next(filter(_CURP.fullmatch, numbers), ""),
        "rfc": next(filter(_RFC.fullmatch, numbers), ""),
        "nationality": "; ".join(said.get("nationality", [])),
    }


def _notice(value: Mapping[str, Any]) -> Row:
    """A notice: ``name`` holds the surnames and ``forename`` the given names."""
    return {
        "id": str(value.get("entity_id") or ""),
        "given": str(value.get("forename") or ""),
        "surname_1": str(value.get("name") or ""),
        "born": str(value.get("date_of_birth") or ""),
        "sex": {"M": "male", "F": "female"}.get(str(value.get("sex_id")), ""),
        "birth_state": str(value.get("place_of_birth") or ""),
        "nationality": "; ".join(_list(value.get("nationalities"))),
    }


def _list(value: object) -> list[str]:
    several = value if isinstance(value, list) else [value]
    return [str(each) for each in several if each is not None and str(each).strip()]
