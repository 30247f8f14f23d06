"""Loads the network of an example: its persons, whoever else a source names, organisations, ties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from dedere.clerk.example.folder import Example, read_rows
from dedere.clerk.example.load import LOADER, Loaded
from dedere.clerk.network.load import Loaded as LoadedNetwork
from dedere.clerk.network.load import load
from dedere.docket.entries import FileRead
from dedere.links.network import PARTIES, TIES, Network
from dedere.registry import published
from dedere.words import Refused

_TIES = "ties.csv"
_PARTIES = {"persons.csv": "person", "other_persons.csv": "person", "organisations.csv": "organisation"}


def keep_ties(
    folder: Path, example: Example, filed: Loaded, *, at: datetime
) -> LoadedNetwork | Refused | None:
    """Load the example's network, each person with the case filed; None where the folder has no ties."""
    if not (folder / _TIES).exists():
        return None
    published.publish(example.sources)
    parties = [row for name, kind in _PARTIES.items() for row in _parties(folder / name, kind)]
    ties = [_tie(row) for row in read_rows(folder / _TIES)]
    network = Network(
        parties=pl.DataFrame(parties, schema=PARTIES, orient="row"),
        ties=pl.DataFrame(ties, schema=TIES, orient="row"),
    )
    files = [_read(folder / name) for name in (*_PARTIES, _TIES)]
    return load(example.name, network, files, by=LOADER, at=at, cases=filed.cases)


def _parties(path: Path, kind: str) -> Iterator[tuple[str, str, str]]:
    return ((row["id"], row["name"], kind) for row in read_rows(path))


def _tie(row: Any) -> tuple[Any, ...]:
    told = {**row, "sources": row["sources"].split(), "joint_offence": row["joint_offence"] == "yes"}
    return tuple(told[name] for name in TIES)


def _read(path: Path) -> FileRead:
    digest = sha256(path.read_bytes()).hexdigest()
    return FileRead(name=path.name, digest=digest, rows=len(read_rows(path)))
