"""The first sheet of an XLSX workbook as text, with every way to blow up on opening shut off."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import load_workbook

MAX_PARTS = 500
MAX_UNPACKED = 150 * 1024 * 1024
MAX_RATIO = 150
# Below this a high ratio is how empty styles pack, not a bomb.
SMALL = 1024 * 1024
CHUNK = 64 * 1024


class NoWorkbook(Exception):
    """Why a file is no workbook that may be opened: a code of the group ``table``, and the part at fault."""

    def __init__(self, code: str, part: str = "") -> None:
        super().__init__(code, part)
        self.code, self.part = code, part


def workbook_rows(content: bytes, *, rows: int, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Yield (row number, cells as text) of the first sheet; at most ``rows`` and ``columns``.

    Raises NoWorkbook when the file is no workbook or unpacks too large.
    """
    _inspect(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        found = sheet.iter_rows(max_row=rows + 1, max_col=columns, values_only=True)
        for number, cells in enumerate(found, 1):
            yield number, [_text(cell) for cell in cells]
    except (KeyError, IndexError, TypeError, ValueError, SyntaxError, OSError, zipfile.BadZipFile) as error:
        raise NoWorkbook("damaged") from error


def _inspect(content: bytes) -> None:
    """Look at the archive's index, and at each XML part's beginning, before anything is parsed."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile as error:
        raise NoWorkbook("damaged") from error
    with archive:
        parts = archive.infolist()
        if "xl/workbook.xml" not in {part.filename for part in parts}:
            raise NoWorkbook("no-workbook")
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise NoWorkbook("unpacks-too-large")
        for part in parts:
            _inspect_part(archive, part)


def _inspect_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 0x1:
        raise NoWorkbook("locked")
    if part.file_size > SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1):
        raise NoWorkbook("packed-too-tightly", part.filename)
    if part.filename.endswith((".xml", ".rels")):
        try:
            with archive.open(part) as stream:
                start = stream.read(CHUNK)
        except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
            raise NoWorkbook("damaged") from error
        if b"\x00" in start or b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            raise NoWorkbook("entities", part.filename)


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
