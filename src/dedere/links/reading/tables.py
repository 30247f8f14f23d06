"""Tables of ties and of parties: one file, or a folder with the house's own pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl

from dedere.files.delimited import Delimited, open_delimited
from dedere.files.frames import meant_frame
from dedere.files.sheets import meant
from dedere.links.network import Network
from dedere.links.reading.columns import PARTIES, TIES, demanded, known, places
from dedere.links.reading.faults import UnreadableNetwork
from dedere.links.reading.gathering import Gathering

TIES_TABLE = "ties.csv"
# The tables of parties that may stand beside the ties, and the kind of those in it where they have one.
PARTY_TABLES: Mapping[str, str | None] = {
    "parties.csv": None,
    "persons.csv": "person",
    "other_persons.csv": "person",
    "organisations.csv": "organisation",
}
COMMENTS = b"#%"  # above the ties in the collections of SNAP, KONECT and Network Repository


def party_tables(folder: Path) -> list[Path]:
    """Return the tables of parties in a folder."""
    return [folder / name for name in PARTY_TABLES if (folder / name).is_file()]


def read_tables(path: Path, parties: list[Path]) -> Network:
    """Read a table of ties, and the tables of its parties if it has any; raises UnreadableFile."""
    table, gathering = _of_ties(path), Gathering(path.name)
    for each in parties:
        told = open_delimited(each, known)
        for cells in _batches(told, demanded(each, told.headings, PARTIES), gathering):
            gathering.add_parties(each.name, cells, PARTY_TABLES[each.name])
    for cells in _batches(table, demanded(path, table.headings, TIES), gathering):
        gathering.add_ties(cells)
    beside = {"parties": ", ".join(each.name for each in parties)} if parties else {}
    return gathering.network({**table.facts, **beside})


def _of_ties(path: Path) -> Delimited:
    """Recognise a table of ties; one without headings is given them: two ends, and a weight if it is one."""
    table = open_delimited(path, known, blanks=True, comments=COMMENTS)
    found = places(table.headings, TIES)
    if "from" in found or "to" in found:
        return table
    if len(table.headings) < 2:
        raise UnreadableNetwork(path, "one-column", read=table.headings[0][:120])
    further = [f"column-{number}" for number in range(3, len(table.headings) + 1)]
    if further and _number(table.headings[2]):
        further[0] = "weight"
    return replace(table, headings=("from", "to", *further), first=table.first - 1)


def _batches(table: Delimited, columns: Mapping[str, int], gathering: Gathering) -> Iterator[pl.DataFrame]:
    """Yield the cells named by field; what cannot be parted into cells is set aside."""
    for raw in table.raw(sorted(columns.values())):
        gathering.broken(table.path.name, raw.aside)
        gathering.passed += raw.blank
        yield meant_frame(raw.cells).rename({str(place): meant(field) for field, place in columns.items()})


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
