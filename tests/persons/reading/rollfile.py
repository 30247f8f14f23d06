"""Files of invented persons, written as the tests of reading want them."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from dedere.files.faults import SetAside
from dedere.persons.reading.roll import Batch, open_roll

HEAD = "id,given,surname_1,surname_2,aliases,born,sex,birth_state,curp"
TEODORO = "R-1,Teodoro,Quiñones,Arce,El Teo;Teo,1975-03-12,H,SL,QUAT750312HSLXRD07"
ANSELMO = "R-2,Anselmo,Barragán,Tello,,1980,H,Jalisco,"
BERNARDA = "R-3,Bernarda,Cuéllar,Nava,,12/05/1981,M,,"


def rollfile(folder: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8", end: str = "\n") -> Path:
    """A file of text with these rows."""
    path = folder / "roll.csv"
    path.write_bytes(end.join((head, *rows, "")).encode(encoding))
    return path


def batches(path: Path) -> list[Batch]:
    return list(open_roll(path).batches())


def read(path: Path) -> tuple[pl.DataFrame, list[SetAside]]:
    """The whole roll, and what was set aside."""
    found = batches(path)
    return pl.concat([batch.frame for batch in found]), [each for batch in found for each in batch.aside]


def faults(path: Path) -> list[tuple[int, int, str, str]]:
    """Row, line, id and code of what was set aside."""
    return [(each.row, each.line, each.id, each.code) for each in read(path)[1]]
