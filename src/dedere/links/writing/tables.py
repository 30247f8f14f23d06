"""The house's own tables: ties.csv and parties.csv in one folder, or the ties alone."""

from __future__ import annotations

from pathlib import Path

from dedere.files.frames import harmless_frame
from dedere.links.network import Network
from dedere.links.reading.tables import TIES_TABLE
from dedere.links.writing.texts import texts, whole

PARTIES_TABLE = "parties.csv"


def write_tables(network: Network, folder: Path) -> None:
    """Write both tables into a folder, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    with whole(folder / PARTIES_TABLE) as file:
        harmless_frame(texts(network.parties)).write_csv(file)
    write_edges(network, folder / TIES_TABLE)


def write_edges(network: Network, path: Path) -> None:
    """Write the ties."""
    with whole(path) as file:
        harmless_frame(texts(network.ties)).write_csv(file)
