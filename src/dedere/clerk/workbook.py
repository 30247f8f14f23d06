"""The first sheet of an XLSX workbook as text, with every way to blow up on opening shut off."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import load_workbook

from dedere.persons.reading.archive import NoWorkbook, inspect

MAX_UNPACKED = 150 * 1024 * 1024


def workbook_rows(content: bytes, *, rows: int, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Yield (row number, cells as text) of the first sheet; at most ``rows`` and ``columns``.

    Raises NoWorkbook when the file is no workbook or unpacks too large.
    """
    inspect(io.BytesIO(content), unpacked=MAX_UNPACKED)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        found = sheet.iter_rows(max_row=rows + 1, max_col=columns, values_only=True)
        for number, cells in enumerate(found, 1):
            yield number, [_text(cell) for cell in cells]
    except (KeyError, IndexError, TypeError, ValueError, SyntaxError, OSError, zipfile.BadZipFile) as error:
        raise NoWorkbook("damaged") from error


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.min.time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
