"""A network is written in the form that its file's name asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from dedere.links.network import Network
from dedere.links.reading.faults import UnreadableNetwork
from dedere.links.writing.entities import write_entities
from dedere.links.writing.graphml import write_graphml
from dedere.links.writing.tables import write_edges, write_tables

_WRITERS: Mapping[str, Callable[[Network, Path], None]] = {
    "": write_tables,
    ".csv": write_edges,
    ".graphml": write_graphml,
    ".xml": write_graphml,
    ".json": write_entities,
    ".jsonl": write_entities,
}


def write(network: Network, path: Path) -> None:
    """Write a network by the suffix of ``path``; without one, a folder with ties.csv and parties.csv.

    A ``.csv`` holds the ties alone: of a party it keeps the id. Raises UnreadableNetwork for another suffix.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UnreadableNetwork(path, "no-form")
    writer(network, path)
