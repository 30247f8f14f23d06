"""The cells of a docket become values of the law's vocabulary; a row with one that cannot is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from dedere.cli.docket import PLACE, TYPES, Broken
from dedere.law.casefile import Value
from dedere.law.readcase import ROUTES
from dedere.law.vocabulary import MOST_DIGITS, Vocabulary, read_day
from dedere.words import State, Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """How one column is read: its type, a text's value, and the complaint where there is none."""

    dtype: type[pl.DataType]
    read: Callable[[str], Value | None]
    code: str = "empty"
    facts: Mapping[str, object]
    needed: bool = False


def readers(facts: Vocabulary) -> Mapping[str, Reader]:
    """A reader for each column that a docket may have."""
    of_facts = {
        name: Reader(dtype=TYPES[fact.type], read=fact.read, code="no-fact", facts={"wanted": fact.wants()})
        for name, fact in facts.items()
    }
    return {**_KEYS, **of_facts}


def _state(text: str) -> str | None:
    try:
        return State(text)
    except Unreadable:
        return None


def _route(text: str) -> str | None:
    return text if text in ROUTES else None


_STATE = Reader(dtype=pl.String, read=_state, code="no-state", facts={}, needed=True)
_KEYS = {
    "case": Reader(dtype=pl.String, read=str, facts={}, needed=True),
    "charge": Reader(dtype=pl.String, read=str, facts={}),
    "requesting": _STATE,
    "requested": _STATE,
    "on": Reader(dtype=pl.Date, read=read_day, code="no-day", facts={}, needed=True),
    "route": Reader(
        dtype=pl.String, read=_route, code="no-code", facts={"known": ", ".join(ROUTES)}, needed=True
    ),
}


def read_cells(
    raw: pl.DataFrame, by_column: Mapping[str, Reader], on: date | None
) -> tuple[pl.DataFrame, list[Broken]]:
    """Return the rows that can be read, each cell of its column's type, and those that cannot.

    ``on`` stands in the place of the file's own days where it is given.
    """
    frame = raw.select(PLACE, *(_trimmed(raw[name]) for name in by_column if name in raw.columns))
    if on is not None:
        frame = frame.with_columns(pl.lit(on).alias("on"))
    if "charge" not in frame.columns:
        frame = frame.with_columns(pl.lit("").alias("charge"))
    typed, wrong = {PLACE: frame[PLACE]}, {}
    for name in frame.columns[1:]:
        typed[name], wrong[name] = _read(frame[name], by_column[name])
    typed["charge"] = typed["charge"].fill_null("")
    bad = dict(_complaints(frame, wrong, by_column))
    good = pl.DataFrame(typed)
    if not bad:
        return good, []
    keep = ~pl.int_range(frame.height, eager=True).is_in(list(bad))
    return good.filter(keep), [_broken(raw, at, *why) for at, why in sorted(bad.items())]


def _trimmed(column: pl.Series) -> pl.Series:
    """Texts without blanks around them, and nothing where nothing is left; what is typed stays."""
    if column.dtype.is_integer() and column.name in ("case", "charge"):
        return column.cast(pl.String)
    if column.dtype in (pl.Boolean, pl.Date) or column.dtype.is_integer():
        return column
    texts = column.cast(pl.String).str.strip_chars()
    return texts.set(texts == "", None)


def _read(column: pl.Series, reader: Reader) -> tuple[pl.Series, pl.Series]:
    """The column's values, and where a value is missing that the row needs or that its text should say."""
    if column.dtype == pl.String:
        said = {text: reader.read(text) for text in column.unique().drop_nulls()}
        values = column.replace_strict(said, default=None, return_dtype=reader.dtype)
    elif reader.dtype is pl.Int64:
        fits = column.is_between(0, 10**MOST_DIGITS - 1)
        values = column.set(~fits, None).cast(pl.Int64)
    else:
        values = column
    wrong = values.is_null() if reader.needed else values.is_null() & column.is_not_null()
    return values, wrong


def _complaints(
    frame: pl.DataFrame, wrong: Mapping[str, pl.Series], by_column: Mapping[str, Reader]
) -> Iterator[tuple[int, tuple[str, str, Mapping[str, object]]]]:
    """Yield the place of each wrong cell with its complaint; of a row's several the first column's last."""
    for name, marks in reversed([*wrong.items()]):
        for at in marks.arg_true():
            value, reader = frame[name][at], by_column[name]
            code = "empty" if value is None else reader.code
            yield at, (name, code, {"column": name, "value": value, **reader.facts})
    same = frame["requesting"] == frame["requested"]
    for at in same.fill_null(False).arg_true():
        yield at, ("requested", "same-state", {})


def _broken(raw: pl.DataFrame, at: int, column: str, code: str, facts: Mapping[str, object]) -> Broken:
    cells = raw.row(at, named=True)
    place = cells.pop(PLACE)
    said = {name: "" if value is None else str(value) for name, value in cells.items()}
    return Broken(row=place, column=column, code=code, facts=facts, cells=said)
