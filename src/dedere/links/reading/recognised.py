"""A file of a network is recognised by its content, whatever its name, and read."""

from __future__ import annotations

import codecs
from pathlib import Path

from dedere.files.magic import kind_of
from dedere.links.network import Network
from dedere.links.reading.entities import read_entities
from dedere.links.reading.faults import UnreadableNetwork
from dedere.links.reading.graphml import read_graphml
from dedere.links.reading.tables import TIES_TABLE, party_tables, read_tables

# A network is held whole: a file of this size may take two gigabytes of memory while it is read.
MOST_BYTES = 5 << 26


def read(path: Path) -> Network:
    """Read an edge list, GraphML, FollowTheMoney, or a folder with ties.csv and tables of its parties.

    The network carries what was told (`Told`): rows that are broken are set aside by name and place, ties
    told twice are merged, ties of a party with itself left out. Raises UnreadableFile.
    """
    if path.is_dir():
        return _read_folder(path)
    if not path.is_file():
        raise UnreadableNetwork(path, "no-file")
    if (size := path.stat().st_size) > MOST_BYTES:
        raise UnreadableNetwork(path, "too-large", bytes=size, most=MOST_BYTES)
    with path.open("rb") as stream:
        head = stream.read(512)
    if kind := kind_of(head):
        raise UnreadableNetwork(path, "no-network", what=kind)
    start = head.removeprefix(codecs.BOM_UTF8).replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")
    if start.startswith(b"<"):
        return read_graphml(path)
    if start.startswith((b"{", b"[")):
        return read_entities(path)
    return read_tables(path, party_tables(path.parent) if path.name == TIES_TABLE else [])


def _read_folder(path: Path) -> Network:
    parties = party_tables(path)
    if not (path / TIES_TABLE).is_file() or not parties:
        raise UnreadableNetwork(path, "no-tables")
    return read_tables(path / TIES_TABLE, parties)
