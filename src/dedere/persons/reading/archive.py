"""Looks into a workbook's archive before anything in it is parsed: bombs, locks and entities stay shut."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import IO

MAX_PARTS = 500
MAX_RATIO = 150
# Below this a high ratio is how empty styles pack, not a bomb.
SMALL = 1024 * 1024
CHUNK = 64 * 1024


class NoWorkbook(Exception):
    """Why a file is no workbook that may be opened: a code of the group ``table``, and the part at fault."""

    def __init__(self, code: str, part: str = "") -> None:
        super().__init__(code, part)
        self.code, self.part = code, part


def inspect(file: Path | IO[bytes], *, unpacked: int) -> None:
    """Look at the archive's index, and at each XML part's beginning, before anything is parsed.

    ``unpacked`` is how many bytes its parts may come to. Raises NoWorkbook.
    """
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise NoWorkbook("damaged") from error
    with archive:
        parts = archive.infolist()
        if "xl/workbook.xml" not in {part.filename for part in parts}:
            raise NoWorkbook("no-workbook")
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > unpacked:
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
