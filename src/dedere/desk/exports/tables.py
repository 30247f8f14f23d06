"""A table as a file: CSV a page at a time, or a workbook of one sheet."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import IO, Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from dedere.desk.exports.cells import Cell, written

Row = Sequence[Cell]
Pages = Iterable[Sequence[Row]]

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MARK = "\ufeff"  # without it Excel reads UTF-8 as the machine's own code page
_WIDTH = 22


def as_csv(head: Sequence[str], pages: Pages, zone: ZoneInfo) -> Iterator[bytes]:
    """Yield the head, then each page of rows, in UTF-8 with its mark and RFC 4180's line ends."""
    yield (_MARK + _lines([head], zone)).encode()
    for page in pages:
        yield _lines(page, zone).encode()


def as_xlsx(title: str, head: Sequence[str], pages: Pages, zone: ZoneInfo) -> IO[bytes]:
    """Return a workbook as an open file, read from its start; rows go to disk as they come."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column in range(1, len(head) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
    sheet.append([_heading(sheet, words) for words in head])
    for page in pages:
        for row in page:
            sheet.append([_kept(cell, zone) for cell in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever sends it closes it)
    book.save(file)
    file.seek(0)
    return file


def _lines(rows: Iterable[Row], zone: ZoneInfo) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([written(cell, zone) for cell in row] for row in rows)
    return out.getvalue()


def _heading(sheet: Any, words: str) -> Any:
    cell = WriteOnlyCell(sheet, value=words)
    cell.font = Font(bold=True)
    return cell


def _kept(cell: Cell, zone: ZoneInfo) -> Cell:
    # A day stays a day, which the sheet shows in ISO; an instant is text, since a workbook knows no zone.
    plain_day = isinstance(cell, date) and not isinstance(cell, datetime)
    return cell if plain_day or cell is None or isinstance(cell, int) else written(cell, zone)
