"""A table of cases as it arrives: CSV, XLSX or JSON, told by its content and kept within bounds."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from dedere.clerk.workbook import workbook_rows
from dedere.files.sheets import meant
from dedere.persons.reading.archive import NoWorkbook
from dedere.words import Unreadable
from dedere.words.wording import codes

Line = tuple[int, list[str], str]

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 80
MAX_CELL = 5_000

MAX_BROKEN_QUOTES = 100

_MAGIC = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\xd0\xcf\x11\xe0": "XLS / DOC (1997)",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
}


class UnreadableTable(Unreadable):
    """A file that is no table of cases, or not the kind that its name says.

    ``code`` and ``facts`` say it in any language of the desk (``table.CODE`` and
    ``table.CODE-remedy``); ``what`` and ``remedy`` are the English of it.
    """

    def __init__(self, where: str, code: str, **facts: object) -> None:
        what = codes().say(f"table.{code}", "en", **facts)
        super().__init__(where=where, what=what, remedy=codes().say(f"table.{code}-remedy", "en", **facts))
        self.code, self.facts = code, facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: the line or position where it stands in its file, and its cells by column.

    ``broken`` is a code where the row does not fit its table: ``quotes surplus``.
    """

    at: int
    cells: Mapping[str, str]
    broken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A whole table: its file's name, its columns in order, its rows."""

    name: str
    kind: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(name: str, content: bytes) -> Table:
    """Read a CSV (UTF-8), XLSX or JSON table; the first row or the keys name the columns.

    Raises UnreadableTable, naming the place and the remedy, when the file is too large, is
    not what its name says, or holds no table.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableTable(name, "too-large", bytes=len(content), most=MAX_BYTES)
    kind = _kind(name, content)
    reader = {"csv": _csv_rows, "json": _json_rows, "xlsx": _xlsx_rows}[kind]
    return _table(name, kind, reader(name, content))


def _kind(name: str, content: bytes) -> str:
    """Tell the kind by the content, and refuse a file whose name says another."""
    kind = _sniff(name, content)
    said = PurePath(name).suffix.lower().lstrip(".")
    if said != kind:
        raise UnreadableTable(name, "misnamed", said=said or "-", kind=kind)
    return kind


def _sniff(name: str, content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return "xlsx"
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            raise UnreadableTable(name, "no-table", what=what)
    if b"\x00" in content:
        raise UnreadableTable(name, "no-text")
    return "json" if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{") else "csv"


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableTable(f"{name}: {line}", "not-utf-8") from error


def _csv_rows(name: str, content: bytes) -> Iterator[Line]:
    """Yield each row with the line where it begins; a row whose quoting is broken is its own, marked."""
    text = _text(name, content)
    lines = list(io.StringIO(text, newline=""))
    delimiter = max(",;\t", key=(lines or [""])[0].count)
    start = broken = 0
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
        try:
            for end, row in _counted(reader, start):
                yield start + 1, [meant(cell) for cell in row], ""
                start = end
        except csv.Error:
            broken += 1
            if broken > MAX_BROKEN_QUOTES:
                raise UnreadableTable(f"{name}: {start + 1}", "broken-quotes") from None
            yield start + 1, [lines[start].strip()], "quotes"
            start += 1


def _counted(reader: Any, start: int) -> Iterator[tuple[int, list[str]]]:
    for row in reader:
        yield start + reader.line_num, row


def _json_rows(name: str, content: bytes) -> Iterator[Line]:
    try:
        found = json.loads(_text(name, content))
    except (json.JSONDecodeError, RecursionError) as error:
        place = f"{name}: {error.lineno}" if isinstance(error, json.JSONDecodeError) else name
        raise UnreadableTable(place, "no-json") from error
    objects = found.get("cases") if isinstance(found, dict) else found
    if not isinstance(objects, list) or not all(isinstance(one, dict) for one in objects):
        raise UnreadableTable(name, "no-list")
    columns = list(dict.fromkeys(key for one in objects for key in one))
    yield 0, columns, ""
    for at, one in enumerate(objects, 1):
        yield at, [_cell(one.get(column)) for column in columns], ""


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_cell(one) for one in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _xlsx_rows(name: str, content: bytes) -> Iterator[Line]:
    try:
        for at, cells in workbook_rows(content, rows=MAX_ROWS + 1, columns=MAX_COLUMNS + 1):
            yield at, cells, ""
    except NoWorkbook as error:
        raise UnreadableTable(name, error.code, part=error.part) from error


def _table(name: str, kind: str, lines: Iterable[Line]) -> Table:
    stream = ((at, [cell.strip() for cell in cells], broken) for at, cells, broken in lines)
    filled = (line for line in stream if any(line[1]))
    _, header, _ = next(filled, (0, [], ""))
    columns = _columns(name, header)
    rows: list[Row] = []
    for at, cells, broken in filled:
        if len(rows) == MAX_ROWS:
            raise UnreadableTable(name, "too-many-rows", most=MAX_ROWS)
        rows.append(_row(at, columns, cells, broken))
    if not rows:
        raise UnreadableTable(name, "no-rows")
    return Table(name=name, kind=kind, columns=columns, rows=tuple(rows))


def _columns(name: str, header: list[str]) -> tuple[str, ...]:
    columns = tuple(cell.lower().replace(" ", "_") for cell in header)
    while columns and not columns[-1]:
        columns = columns[:-1]
    if not columns or len(columns) > MAX_COLUMNS or not all(columns):
        raise UnreadableTable(name, "no-columns", most=MAX_COLUMNS)
    if twice := next((column for column in columns if columns.count(column) > 1), ""):
        raise UnreadableTable(name, "column-twice", column=twice)
    return columns


def _row(at: int, columns: tuple[str, ...], cells: list[str], broken: str) -> Row:
    # A row that does not fit its columns is kept with the mark; the import names it broken.
    surplus = "surplus" if any(cells[len(columns) :]) else ""
    return Row(at=at, cells=dict(zip(columns, cells, strict=False)), broken=broken or surplus)
