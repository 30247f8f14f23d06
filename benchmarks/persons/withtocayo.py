"""Splink 5's template on names that ``tocayo`` made canonical, birth dates and sexes read from CURPs by it.

``tocayo`` 0.1.0a1 has no comparison of its own yet: it says that it is to be used with Splink.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl
from tocayo import normalizar, validar_curp

from benchmarks.persons.peer import Linked, rolls, serve
from benchmarks.persons.template import link, persons

SEXES = {"H": "M", "M": "F"}


def canonical(names: pl.Series) -> pl.Series:
    """Each name once through ``normalizar``."""
    known = {name: normalizar(name) for name in names.drop_nulls().unique()}
    return names.replace_strict(known, default=None, return_dtype=pl.String)


def read_from_curp(persons: pl.DataFrame, curps: pl.Series) -> pl.DataFrame:
    """What a valid CURP says of its holder, where the record does not say it."""
    said = [validar_curp(curp) if curp else None for curp in curps]
    held = [
        (str(each.fecha_nacimiento), SEXES.get(each.sexo or ""), each.entidad)
        if each and each.valida
        else (None, None, None)
        for each in said
    ]
    columns = ("dob", "sex", "birth_place")
    read = pl.DataFrame(held, schema=dict.fromkeys(columns, pl.String), orient="row")
    return persons.with_columns(pl.coalesce(name, read[name]).alias(name) for name in columns)


def linked(folder: Path) -> Linked:
    """Link by the template, names and CURPs read by ``tocayo``."""
    return link(*(read_from_curp(persons(each, canonical), each["curp"]) for each in rolls(folder)))


if __name__ == "__main__":
    serve(linked)
