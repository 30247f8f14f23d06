"""A docket as it arrives: a table of charges in Parquet or CSV, read some thousands of rows at a time."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

import polars as pl

from dedere.law.vocabulary import Fact, Vocabulary
from dedere.words import Unreadable

KEYS = ("case", "charge", "requesting", "requested", "on", "route")
ROWS = 16_384  # charges read at a time
PLACE = "#"  # where each row stands in its file
TYPES = {"yes-no": pl.Boolean, "date": pl.Date, "count": pl.Int64, "money": pl.Int64, "code": pl.String}
_TEXTS = (pl.String, pl.Categorical, pl.Enum, pl.Null)


class UnreadableDocket(Unreadable):
    """A file that is no docket: which file and column, and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A row that cannot be read: where, which code of ``broken.…`` with its facts, and its cells."""

    row: int
    column: str
    code: str
    facts: Mapping[str, object]
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """A file whose columns were found in order; ``rows`` is how many charges it says it holds."""

    path: Path
    columns: tuple[str, ...]
    rows: int

    def batches(self) -> Iterator[tuple[pl.DataFrame, list[Broken]]]:
        """Yield its rows as they stand, with their places, and beside them those that fit no column."""
        return _of_parquet(self) if _is_parquet(self.path) else _of_csv(self)


def open_docket(path: Path, facts: Vocabulary, *, dated: bool) -> Docket:
    """Look at a docket's columns; raises UnreadableDocket.

    ``dated`` says that the day is given beside the file, so that the column ``on`` may be left out.
    """
    if not path.is_file():
        _refuse(path, "there is no such file", "name a docket: .parquet or .csv")
    if path.suffix.lower() not in (".parquet", ".csv"):
        _refuse(
            path, f"{path.suffix or 'a file without suffix'} is no docket", "name a .parquet or .csv file"
        )
    schema, rows = _parquet_head(path) if _is_parquet(path) else _csv_head(path)
    for name, dtype in schema.items():
        _known(path, name, dtype, facts)
    for name in KEYS:
        if name not in schema and name != "charge" and not (dated and name == "on"):
            _refuse(
                f"{path}: {name}", f"the column {name!r} is missing", f"add it; each charge needs {name!r}"
            )
    return Docket(path=path, columns=tuple(schema), rows=rows)


def _refuse(where: object, what: str, remedy: str) -> None:
    raise UnreadableDocket(where=str(where), what=what, remedy=remedy)


def _is_parquet(path: Path) -> bool:
    return path.suffix.lower() == ".parquet"


def _known(path: Path, name: str, dtype: pl.DataType, facts: Vocabulary) -> None:
    if name not in KEYS and name not in facts:
        like = get_close_matches(name, [*KEYS, *facts], 1)
        remedy = f"did you mean {like[0]!r}? " if like else ""
        _refuse(
            f"{path}: {name}",
            f"the column {name!r} is unknown",
            f"{remedy}use {', '.join(KEYS)} or a fact of facts.toml, or drop the column",
        )
    if not isinstance(dtype, _TEXTS) and not _fits(name, dtype, facts.get(name)):
        wanted = facts[name].wants() if name in facts else "a date" if name == "on" else "text"
        _refuse(f"{path}: {name}", f"its type is {dtype}", f"store it as {wanted}, or as text")


def _fits(name: str, dtype: pl.DataType, fact: Fact | None) -> bool:
    if fact is None:
        return dtype == pl.Date if name == "on" else name in ("case", "charge") and dtype.is_integer()
    wanted = TYPES[fact.type]
    return dtype.is_integer() if wanted is pl.Int64 else dtype == wanted


def _parquet_head(path: Path) -> tuple[Mapping[str, pl.DataType], int]:
    try:
        scanned = pl.scan_parquet(path)
        return scanned.collect_schema(), int(scanned.select(pl.len()).collect().item())
    except pl.exceptions.PolarsError:
        raise UnreadableDocket(
            where=str(path), what="this is not Parquet", remedy="write it anew as Parquet, or as .csv"
        ) from None


def _of_parquet(docket: Docket) -> Iterator[tuple[pl.DataFrame, list[Broken]]]:
    # A slice at a time: reading in one go would run ahead of the findings, and hold what it read.
    scanned = pl.scan_parquet(docket.path)
    for start in range(0, docket.rows, ROWS):
        frame = scanned.slice(start, ROWS).collect()
        places = pl.int_range(start + 1, start + 1 + frame.height, dtype=pl.UInt32, eager=True)
        yield frame.with_columns(places.alias(PLACE)), []


def _csv_head(path: Path) -> tuple[Mapping[str, pl.DataType], int]:
    with path.open("rb") as raw:
        lines = sum(block.count(b"\n") for block in iter(lambda: raw.read(1 << 20), b""))
    head = next(_records(path), (1, []))[1]
    for name in head:
        if head.count(name) > 1:
            _refuse(f"{path}: {name}", f"two columns are named {name!r}", "keep one of the two")
    return dict.fromkeys(head, pl.String()), max(0, lines - 1)


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each record of a CSV that is not empty, with the line on which it begins."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        reader, line = csv.reader(text, strict=True), 1
        try:
            for record in reader:
                if record:
                    yield line, record
                line = reader.line_num + 1
        except csv.Error as error:
            _refuse(f"{path}: line {line}", f"this is not CSV: {error}", "mend that row's quotation marks")
        except UnicodeDecodeError:
            _refuse(f"{path}: line {line} or after", "this is not UTF-8 text", "save it as UTF-8")


def _of_csv(docket: Docket) -> Iterator[tuple[pl.DataFrame, list[Broken]]]:
    columns, records = docket.columns, islice(_records(docket.path), 1, None)
    while batch := list(islice(records, ROWS)):
        fitting = [(line, record) for line, record in batch if len(record) == len(columns)]
        unfit = [_surplus(line, record, columns) for line, record in batch if len(record) != len(columns)]
        cells = zip(*(record for _, record in fitting), strict=True) if fitting else [()] * len(columns)
        frame = pl.DataFrame(dict(zip(columns, cells, strict=True)), schema=dict.fromkeys(columns, pl.String))
        places = pl.Series(PLACE, [line for line, _ in fitting], dtype=pl.UInt32)
        yield frame.with_columns(places), unfit


def _surplus(line: int, record: list[str], columns: tuple[str, ...]) -> Broken:
    code = "surplus" if len(record) > len(columns) else "short"
    return Broken(row=line, column="", code=code, facts={}, cells=dict(zip(columns, record, strict=False)))
