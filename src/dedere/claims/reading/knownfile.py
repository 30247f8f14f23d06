"""A table of known persons or organisations, handed in as CSV: id, name, and other names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from dedere.claims.reading.known import Known
from dedere.files.encoding import recognise
from dedere.words import Unreadable

_OTHERS = ("aliases", "variants")
# A name that is not whole would match whoever has a part of it.
PARTIAL = {"surname-not-established", "surname-cut-off", "not-established"}


class UnreadableKnown(Unreadable):
    """A table of known persons or organisations that lacks what it must have."""


def read_known(path: Path) -> tuple[Known, ...]:
    """Read the rows of a CSV with the columns ``id``, ``name`` and ``aliases`` (or ``variants``).

    Other names are set apart by ``;``. A row whose ``name_standing`` says that its name is not whole is
    left out. Raises UnreadableKnown where a column or an id is missing.
    """
    try:
        text = path.read_text(encoding=recognise(path))
    except UnicodeDecodeError:
        raise UnreadableKnown(where=path.name, what="is no UTF-8", remedy="save it as UTF-8") from None
    reader = csv.DictReader(io.StringIO(text))
    if lacking := {"id", "name"} - set(reader.fieldnames or ()):
        raise UnreadableKnown(
            where=f"{path.name}: line 1",
            what=f"there is no column {' nor '.join(sorted(lacking))}",
            remedy="give the columns id, name, aliases",
        )
    return tuple(_rows(path, reader))


def _rows(path: Path, reader: csv.DictReader[str]) -> Iterator[Known]:
    for row in reader:
        if not (row["id"] and row["name"]):
            raise UnreadableKnown(
                where=f"{path.name}: line {reader.line_num}", what="id or name is empty", remedy="fill it in"
            )
        if row.get("name_standing", "") not in PARTIAL:
            yield Known(id=row["id"], name=_plain(row["name"]), aliases=_others(row))


def _others(row: Mapping[str, str | None]) -> tuple[str, ...]:
    said = next((row[column] for column in _OTHERS if row.get(column)), "") or ""
    return tuple(_plain(part) for part in said.split(";") if part.strip())


def _plain(name: str) -> str:
    """A name without the marks of what is doubtful in it: ``(José) Baldomero`` has both given names."""
    return " ".join(name.replace("(", " ").replace(")", " ").split())
