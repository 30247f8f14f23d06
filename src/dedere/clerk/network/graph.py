"""A network's files: what they tell, and what the ledger keeps of them."""

from __future__ import annotations

import csv
from hashlib import file_digest
from pathlib import Path

from dedere.docket.entries import FileRead
from dedere.links.network import Network
from dedere.links.reading import read
from dedere.links.reading.tables import TIES_TABLE, party_tables
from dedere.words import Source, Unreadable

_SOURCE = ("id", "outlet", "date", "language", "tier", "address")


class UnreadableSources(Unreadable):
    """A table of sources that is missing, or lacks a column."""


def read_graph(path: Path) -> tuple[Network, tuple[FileRead, ...]]:
    """Return the network that a file or a folder tells, and each file read; raises UnreadableFile."""
    network = read(path)
    ties = path / TIES_TABLE if path.is_dir() else path
    tables = party_tables(ties.parent) if ties.name == TIES_TABLE else []
    return network, tuple(_file(each) for each in (*tables, ties))


def read_sources(path: Path) -> tuple[Source, ...]:
    """Return the sources of a table with the columns of an example's sources.csv."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(
                Source(**{name: row[name].strip() for name in _SOURCE}) for row in csv.DictReader(file)
            )
    except OSError as error:
        raise _complaint(path, error.strerror or "cannot be read", "name a table that can be read") from None
    except (KeyError, AttributeError, UnicodeDecodeError, csv.Error):
        columns = ", ".join(_SOURCE)
        raise _complaint(path, "it is no table of sources", f"use UTF-8 and the columns {columns}") from None


def _file(path: Path) -> FileRead:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
        file.seek(0)
        rows = sum(1 for _ in file)
    return FileRead(name=path.name, digest=digest, rows=max(rows - 1, 0))


def _complaint(path: Path, what: str, remedy: str) -> UnreadableSources:
    return UnreadableSources(where=path.name, what=what, remedy=remedy)
