"""A file of persons as a roll: recognised by its content, read in batches, what cannot be taken named."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from dedere.files.delimited import open_delimited
from dedere.files.faults import SetAside, UnreadableFile
from dedere.files.magic import kind_of
from dedere.files.source import LINE, ROW, Raw, Source
from dedere.persons.reading.cells import Habits, habits, roll
from dedere.persons.reading.columns import NAMES, Columns, known, recognise
from dedere.persons.reading.entities import open_entities
from dedere.persons.reading.faults import UnreadableRoll
from dedere.persons.reading.once import Once
from dedere.persons.reading.parquet import open_parquet
from dedere.persons.reading.sheet import open_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows of a roll (see `cells.ROLL`), at most 200,000, and those set aside among them.

    ``faults`` counts the days and CURPs that are wrong in rows that were taken: codes of the groups ``born``
    and ``identifier``. ``said`` is how the file writes what can be read in two ways.
    """

    frame: pl.DataFrame
    aside: list[SetAside]
    blank: int
    faults: Counter[str]
    said: Habits

    @property
    def read(self) -> int:
        """How many records of the file this batch stands for; blank ones count in no other way."""
        return self.frame.height + len(self.aside) + self.blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """A file whose columns were recognised."""

    path: Path
    source: Source
    columns: Columns

    def batches(self) -> Iterator[Batch]:
        """Yield the roll in the file's order.

        Raises UnreadableRoll where the file holds no record, or breaks off.
        """
        once, said, read = Once(), None, 0
        for raw in self.source.raw(self.columns.wanted):
            said = said or habits(raw.cells, self.columns)
            batch = _batch(raw, self.columns, said, once)
            read += batch.read - batch.blank
            yield batch
        if not read:
            raise UnreadableRoll(self.path, "no-rows")

    def frames(self, aside: Callable[[list[SetAside]], None]) -> Iterator[pl.DataFrame]:
        """Yield the roll alone; what is set aside goes to ``aside`` batch by batch."""
        for batch in self.batches():
            aside(batch.aside)
            yield batch.frame

    def written(self, rows: Collection[int]) -> dict[int, Mapping[str, str]]:
        """Return records as they stand in the file, every filled cell by its heading, by their row.

        The file is read from its beginning to the last of these rows.
        """
        wanted, found = set(rows), dict[int, Mapping[str, str]]()
        for raw in self.source.raw(range(len(self.columns.headings))):
            if not wanted:
                break
            for cells in raw.cells.filter(pl.col(ROW).is_in(wanted)).iter_rows(named=True):
                found[cells[ROW]] = self._named(cells)
            wanted -= found.keys()
        return found

    def _named(self, cells: Mapping[str, str | None]) -> Mapping[str, str]:
        named = ((heading, cells[str(place)]) for place, heading in enumerate(self.columns.headings))
        return {heading: cell for heading, cell in named if heading and cell}


def open_roll(path: Path) -> Roll:
    """Recognise a file of persons by its content, whatever its name; raises UnreadableFile."""
    if not path.is_file():
        raise UnreadableRoll(path, "no-file")
    source = _source(path)
    return Roll(path=path, source=source, columns=recognise(path, source.headings))


def _source(path: Path) -> Source:
    with path.open("rb") as stream:
        head = stream.read(512)
    if not head:
        raise UnreadableFile(path, "empty")
    if kind := kind_of(head):
        raise UnreadableRoll(path, "no-roll", what=kind)
    if head.startswith(b"PAR1"):
        return open_parquet(path)
    if head.startswith(b"PK\x03\x04"):
        return open_sheet(path)
    start = head.removeprefix(codecs.BOM_UTF8).replace(b"\x00", b"").strip(b"\xff\xfe \t\r\n")
    return open_entities(path) if start.startswith((b"{", b"[")) else open_delimited(path, known)


def _batch(raw: Raw, columns: Columns, said: Habits, once: Once) -> Batch:
    """Take the rows that have an id and a name, each id once, and name the others."""
    frame, faults = roll(raw.cells, columns, said)
    code = _codes(frame, once)
    kept = code.is_null()
    aside = list(_aside(raw, frame, code))
    named = [each for each in aside if each.read]
    wrong = pl.concat([faults.filter(kept), frame["curp_fault"].filter(kept)]).drop_nulls()
    return Batch(
        frame=frame if kept.all() else frame.filter(kept),
        aside=sorted([*raw.aside, *named], key=lambda each: each.row),
        blank=raw.blank + len(aside) - len(named),
        faults=Counter(wrong.to_list()),
        said=said,
    )


def _codes(frame: pl.DataFrame, once: Once) -> pl.Series:
    """Why each row cannot be taken, or null."""
    nameless = pl.all_horizontal(pl.col(*NAMES).is_null(), pl.col("aliases").list.len() == 0)
    code = frame.select(
        pl.when(pl.col("id").is_null()).then(pl.lit("no-id")).when(nameless).then(pl.lit("no-name"))
    ).to_series()
    fit = code.is_null()
    return code.set(once.again(frame["id"].set(~fit, None)), "id-twice")


def _aside(raw: Raw, frame: pl.DataFrame, code: pl.Series) -> Iterator[SetAside]:
    """The rows that cannot be taken; one that says nothing of a person has read nothing."""
    wrong = code.is_not_null()
    cells = raw.cells.filter(wrong)
    rows = zip(cells.iter_rows(named=True), frame["id"].filter(wrong), code.filter(wrong), strict=True)
    for each, id, why in rows:
        read = " | ".join(str(cell) for name, cell in each.items() if cell and name not in (ROW, LINE))
        yield SetAside(row=each[ROW], line=each[LINE], id=id or "", code=why, read=read.strip())
