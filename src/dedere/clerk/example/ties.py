"""Loads the network of an example: its persons, whoever else a source names, organisations, ties."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dedere.clerk.example.folder import Example
from dedere.clerk.example.load import LOADER, Loaded
from dedere.clerk.network.graph import read_graph
from dedere.clerk.network.load import Loaded as LoadedNetwork
from dedere.clerk.network.load import load
from dedere.links.reading.tables import TIES_TABLE
from dedere.registry import published
from dedere.words import Refused


def keep_ties(
    folder: Path, example: Example, filed: Loaded, *, at: datetime
) -> LoadedNetwork | Refused | None:
    """Load the example's network, each person with the case filed; None where the folder has no ties."""
    if not (folder / TIES_TABLE).exists():
        return None
    published.publish(example.sources)
    network, files = read_graph(folder)
    return load(example.name, network, files, by=LOADER, at=at, cases=filed.cases)
