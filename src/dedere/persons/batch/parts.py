"""What a run has finished of its work, part by part, so that one that was killed goes on from there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dedere.persons.batch.proposals import COLUMNS
from dedere.words import Unreadable

_JOB = "job"


class UnreadableParts(Unreadable):
    """The work of a run that was not finished, and that is not this one's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A folder beside the output; ``job`` is a digest of all that the result depends on."""

    folder: Path
    job: str

    def begin(self, *, resume: bool) -> int:
        """Make the folder ready; return how many parts are there already: none, unless the work is resumed.

        Raises UnreadableParts where it is to be resumed and the folder is of other lists, model or options.
        """
        mark = self.folder / _JOB
        if resume and mark.exists() and mark.read_text(encoding="utf-8") != self.job:
            raise UnreadableParts(
                where=str(self.folder),
                what="the run that was not finished had other lists, another model or other options",
                remedy="give the same ones, or leave --resume out to begin anew",
            )
        if not (resume and mark.exists()):
            self.clear()
            self.folder.mkdir()
            _put(mark, self.job.encode())
        return sum(1 for _ in self._files())

    def put(self, number: int, pairs: pl.DataFrame) -> None:
        """Keep the pairs of a part."""
        path = self._path(number)
        beside = path.with_suffix(".part")
        pairs.select(*COLUMNS).write_ipc(beside)
        os.replace(beside, path)

    def has(self, number: int) -> bool:
        """Whether a part is finished."""
        return self._path(number).exists()

    def pairs(self) -> pl.DataFrame:
        """All pairs of all parts."""
        parts = [pl.read_ipc(path) for path in self._files()]
        return pl.concat([pl.DataFrame(schema=COLUMNS), *parts])

    def clear(self) -> None:
        """Let go of the work."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06d}.arrow"

    def _files(self) -> Iterator[Path]:
        return iter(sorted(self.folder.glob("*.arrow")))


def _put(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".part")
    beside.write_bytes(content)
    os.replace(beside, path)
