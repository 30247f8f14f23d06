"""A row of a roll as a person is shown it, and the digest of what it says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from dedere.words.canonical import canonical

NAMES = ("given", "surname_1", "surname_2")
FIELDS = (*NAMES, "full_name", "aliases", "born", "sex", "birth_state", "curp", "rfc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that a row says: the field, one of ``FIELDS``, and the text as it was written."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A person as one roll records them: which roll, under which id, and what it says, in order."""

    roll: str
    id: str
    said: tuple[Said, ...]

    @property
    def digest(self) -> str:
        """SHA-256, in hex, of what the row says; neither its place in the file nor its id counts."""
        return sha256(canonical([[each.field, each.text] for each in self.said]).encode()).hexdigest()

    @property
    def name(self) -> str:
        """The name as it was written: in one field, or the given names before the surnames."""
        parts = (self.text(field) for field in NAMES)
        return self.text("full_name") or " ".join(part for part in parts if part) or self.text("aliases")

    def text(self, field: str) -> str:
        """Return what the row says in a field; empty where it says nothing."""
        return next((each.text for each in self.said if each.field == field), "")


def record_of(roll: str, row: Mapping[str, object]) -> Record:
    """Return a row of a roll, its columns by name, as a record; empty columns are left out.

    ``born`` is put together from year, month and day as far as each is known: ``1975``, ``1975-03``,
    ``--03-12`` where the year is not (ISO 8601:2000's truncated form).
    """
    told = {field: _text(row.get(field)) for field in FIELDS} | {"born": _born(row)}
    said = (Said(field=field, text=told[field]) for field in FIELDS if told[field])
    return Record(roll=roll, id=str(row["id"]), said=tuple(said))


def differing(wanted: Record, held: Record) -> frozenset[str]:
    """Return the fields of which both records speak and which they do not write the same."""
    both = [field for field in FIELDS if wanted.text(field) and held.text(field)]
    return frozenset(field for field in both if wanted.text(field) != held.text(field))


def write_record(record: Record) -> str:
    """Return a record as canonical JSON: one text for one record."""
    said = [[each.field, each.text] for each in record.said]
    return canonical({"id": record.id, "roll": record.roll, "said": said})


def read_record(text: str) -> Record:
    """Read what ``write_record`` wrote."""
    told = json.loads(text)
    said = tuple(Said(field=field, text=text) for field, text in told["said"])
    return Record(roll=told["roll"], id=told["id"], said=said)


def _text(value: object) -> str:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "; ".join(str(each) for each in value)
    return "" if value is None else str(value)


def _born(row: Mapping[str, object]) -> str:
    year, month, day = (int(str(row.get(name) or 0)) for name in ("year", "month", "day"))
    if not (year or month):
        return ""
    known = (month, day) if month and day else (month,) if month else ()
    return "-".join([f"{year:04d}" if year else "-", *(f"{part:02d}" for part in known)])
