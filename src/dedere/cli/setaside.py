"""Rows of a list that could not be taken, kept in a file: where each stands, its fault, what was read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from dedere.files.faults import SetAside
from dedere.files.sheets import Sheet

COLUMNS = ("file", "row", "line", "id", "code", "read")


class SetAsides:
    """A CSV of rows set aside."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> SetAsides:
        self._file = self.path.open("w", encoding="utf-8", newline="")
        self._sheet = Sheet(self._file)
        self._sheet.row(COLUMNS)
        return self

    def add(self, file: str, aside: Iterable[SetAside]) -> None:
        """Set rows of a file aside."""
        for each in aside:
            self._sheet.row([file, each.row, each.line, each.id, each.code, each.read])

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self._file.close()


def put_together(parts: Iterable[Path], path: Path) -> Path | None:
    """Write the parts' rows as one file that a spreadsheet opens; None, and no file, without rows."""
    beside, rows = path.with_name(f".{path.name}.part"), 0
    with beside.open("w", encoding="utf-8-sig", newline="") as out:
        Sheet(out).row(COLUMNS)
        for part in parts:
            with part.open(encoding="utf-8", newline="") as stream:
                stream.readline()
                start = out.tell()
                shutil.copyfileobj(stream, out)
                rows += out.tell() > start
    if rows:
        os.replace(beside, path)
        return path
    beside.unlink()
    path.unlink(missing_ok=True)
    return None
