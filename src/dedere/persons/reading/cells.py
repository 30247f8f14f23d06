"""Cells as they are written become a roll: names as text, days as numbers, the rest as codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from dedere.files.headings import fold
from dedere.files.source import ROW
from dedere.persons.identifiers import born, curps
from dedere.persons.reading.birthplaces import state_of
from dedere.persons.reading.columns import Columns

_TEXTS = pl.List(pl.String)
ROLL: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "row": pl.UInt64,
    "id": pl.String,
    "given": pl.String,
    "surname_1": pl.String,
    "surname_2": pl.String,
    "full_name": pl.String,
    "aliases": _TEXTS,
    "year": pl.Int16,
    "month": pl.Int8,
    "day": pl.Int8,
    "sex": pl.String,
    "birth_state": pl.String,
    "curp": pl.String,
    "curp_fault": pl.String,
    "rfc": pl.String,
}
SEXES = {
    **dict.fromkeys(("h", "hombre", "masculino", "masc", "male", "man", "varon", "varón", "1"), "M"),
    **dict.fromkeys(("f", "mujer", "femenino", "fem", "female", "woman", "2"), "F"),
}
_SIGNS = r"[\s.\-]"
_BETWEEN = r"[;|\n]"  # aliases of one person


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a file writes what can be written in two ways: what its first rows show.

    Both are None where nothing tells; then a day stands before its month, and an M says nothing of the sex.
    """

    month_first: bool | None = None
    m_is_woman: bool | None = None


def habits(cells: pl.DataFrame, columns: Columns) -> Habits:
    """Read the habits off the first batch of a file."""
    return Habits(
        month_first=born.month_first(_one(cells, columns, "born")),
        m_is_woman=_m_is_woman(cells, columns),
    )


def _m_is_woman(cells: pl.DataFrame, columns: Columns) -> bool | None:
    """M is ``mujer`` beside an H and ``male`` beside an F; alone, what the heading's language says."""
    written = set(_lower(_one(cells, columns, "sex")).unique())
    if written & {"h", "hombre", "mujer"}:
        return True
    heading = columns.headings[columns.places["sex"][0]] if "sex" in columns.places else ""
    return False if written & {"f", "male", "female"} or fold(heading) in ("sex", "gender") else None


def roll(cells: pl.DataFrame, columns: Columns, said: Habits) -> tuple[pl.DataFrame, pl.Series]:
    """Return a batch as a roll (columns and types of ``ROLL``), and beside it each day's fault or null."""
    on = born.read_column(_one(cells, columns, "born"), month_first=bool(said.month_first))
    curp, rfc = (_compact(_one(cells, columns, name)) for name in ("curp", "rfc"))
    faults = curps.read(curp)["fault"]
    read = {
        "row": cells[ROW],
        "id": _one(cells, columns, "id"),
        "given": _joined(cells, columns, ("given", "middle")),
        **{name: _one(cells, columns, name) for name in ("surname_1", "surname_2", "full_name")},
        "aliases": _aliases(_joined(cells, columns, ("aliases",), ";")),
        **{name: on[name] for name in ("year", "month", "day")},
        "sex": _sex(_one(cells, columns, "sex"), said),
        "birth_state": _states(_one(cells, columns, "birth_state")),
        "curp": _of_length(curp, 18),
        "curp_fault": faults,
        "rfc": _of_length(rfc, 10, 13),
    }
    return pl.DataFrame(read, schema=ROLL), on["fault"]


def _one(cells: pl.DataFrame, columns: Columns, field: str) -> pl.Series:
    """A field's column, trimmed; null where it is blank, or where the file has no such column."""
    places = columns.places.get(field)
    if places is None:
        return pl.repeat(None, cells.height, dtype=pl.String, eager=True)
    text = cells[str(places[0])].str.strip_chars()
    return text.set(text == "", None)


def _joined(cells: pl.DataFrame, columns: Columns, fields: tuple[str, ...], sign: str = " ") -> pl.Series:
    """The columns of several fields as one text."""
    places = [str(place) for field in fields for place in columns.places.get(field, ())]
    if not places:
        return pl.repeat(None, cells.height, dtype=pl.String, eager=True)
    texts = [pl.col(place).str.strip_chars().replace("", None) for place in places]
    joined = cells.select(pl.concat_str(texts, separator=sign, ignore_nulls=True)).to_series()
    return joined.set(joined == "", None)


def _aliases(texts: pl.Series) -> pl.Series:
    """Lists of aliases, each once, in the order written; an empty list where there is none."""
    distinct = texts.drop_nulls().unique()
    lists = [list(dict.fromkeys(filter(None, map(str.strip, re.split(_BETWEEN, text))))) for text in distinct]
    table = pl.DataFrame({"text": distinct, "aliases": lists}, schema={"text": pl.String, "aliases": _TEXTS})
    joined = pl.DataFrame({"text": texts}).join(table, on="text", how="left", maintain_order="left")
    return joined["aliases"].fill_null(pl.Series([[]], dtype=_TEXTS))


def _compact(texts: pl.Series) -> pl.Series:
    return texts.str.replace_all(_SIGNS, "").str.to_uppercase()


def _of_length(texts: pl.Series, *lengths: int) -> pl.Series:
    return texts.set(~texts.str.len_chars().is_in(lengths), None)


def _lower(texts: pl.Series) -> pl.Series:
    return texts.str.to_lowercase().str.strip_suffix(".")


def _sex(texts: pl.Series, said: Habits) -> pl.Series:
    m = {True: {"m": "F"}, False: {"m": "M"}, None: {}}[said.m_is_woman]
    return _lower(texts).replace_strict({**SEXES, **m}, default=None, return_dtype=pl.String)


def _states(texts: pl.Series) -> pl.Series:
    known = {text: state_of(text) for text in texts.drop_nulls().unique()}
    return texts.replace_strict(known, default=None, return_dtype=pl.String)
