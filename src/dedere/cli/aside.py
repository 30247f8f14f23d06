"""Rows that could not be read, kept beside the output with place, complaint and remedy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

from dedere.cli.docket import Broken
from dedere.cli.words import Words
from dedere.files.sheets import Sheet

SHOWN = 20


def told(broken: Broken, say: Words) -> dict[str, object]:
    """A broken row in words: where, what, what to do."""
    what = say.sentence(f"broken.{broken.code}", broken.facts)
    remedy = say.sentence(f"broken.{broken.code}-remedy", broken.facts)
    return {"row": broken.row, "column": broken.column, "what": what, "remedy": remedy}


class Aside:
    """A CSV of broken rows, made with the first of them and put in place when all are written."""

    def __init__(self, path: Path, columns: Sequence[str], say: Words) -> None:
        self.path, self.rows, self.first = path, 0, list[dict[str, object]]()
        self._columns, self._say = columns, say
        self._beside = path.with_name(f".{path.name}.part")
        self._file: TextIO | None = None

    def __enter__(self) -> Aside:
        return self

    def add(self, broken: Iterable[Broken]) -> None:
        """Set rows aside as they came."""
        for row in broken:
            said = told(row, self._say)
            self.first += [said] if self.rows < SHOWN else []
            self.rows += 1
            self._begin().row([*said.values(), *(row.cells.get(name, "") for name in self._columns)])

    def _begin(self) -> Sheet:
        if self._file is None:
            self._file = self._beside.open("w", encoding="utf-8-sig", newline="")
            Sheet(self._file).row(["row", "column", "what", "remedy", *self._columns])
        return Sheet(self._file)

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()
            if kind is None:
                os.replace(self._beside, self.path)
            self._beside.unlink(missing_ok=True)
