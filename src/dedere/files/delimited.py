"""Text in columns: the delimiter recognised, each record in its place, those that do not fit named."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from dedere.files.encoding import recognise
from dedere.files.faults import SetAside, UnreadableFile
from dedere.files.lines import BLOCK, Block, blocks
from dedere.files.records import BLANK, DELIMITERS, GLIMPSE, Layout, Records, records
from dedere.files.source import LINE, ROW, Raw, slices

LOOKED_AT = 1 << 16  # bytes in which mixed delimiters are noticed
BLANKS = " "  # the delimiter of a file whose cells are parted by blanks, however many
_BLANKS = re.compile(rb"[ \t]+")
Known = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delimited:
    """A file of text whose first line names its columns; `Source` says what it gives."""

    path: Path
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    first: int  # the line on which the records begin

    @property
    def facts(self) -> Mapping[str, str]:
        """Its encoding, and what stands between its cells."""
        return {"kind": "csv", "encoding": self.encoding, "delimiter": self.delimiter}

    @property
    def expected(self) -> int:
        """Its lines but the first."""
        with self.path.open("rb") as stream:
            lines = sum(piece.count(b"\n") for piece in iter(lambda: stream.read(BLOCK), b""))
        return max(0, lines - 1)

    def raw(self, places: Collection[int]) -> Iterator[Raw]:
        """Yield the records in order."""
        layout = Layout(delimiter=self.delimiter, width=len(self.headings))
        read, row = blocks(self.path, self.encoding), 0
        body = (_parted(_from(block, self.first), self.delimiter) for block in read)
        for line, found in _pages(body, layout):
            yield from slices(_raw(found, layout, places, row=row, line=line))
            row += found.begins.size


def open_delimited(path: Path, known: Known, *, blanks: bool = False, comments: bytes = b"") -> Delimited:
    """Recognise a file's encoding and delimiter, and read its headings; raises UnreadableFile.

    ``known`` says how many of some headings a reader knows. With ``blanks`` cells may be parted by them,
    where no other sign parts them; lines above the first that begin with a sign of ``comments`` are passed.
    """
    encoding = recognise(path)
    head = next(blocks(path, encoding), Block(text=b"", line=1))
    body = _below(head.text, comments)
    if not body.strip():
        raise UnreadableFile(path, "empty")
    first, _, rest = body.partition(b"\n")
    if head.overlong or b"\r" in first:
        raise UnreadableFile(path, "line-ends")
    delimiter, headings = _headings(first.decode("utf-8", "replace"), known, blanks)
    looked = Block(text=rest[: rest.rfind(b"\n", 0, LOOKED_AT) + 1], line=1)
    _demand_one_delimiter(path, _parted(looked, delimiter).text, delimiter, len(headings))
    return Delimited(
        path=path,
        encoding=encoding,
        delimiter=delimiter,
        headings=headings,
        first=head.text.count(b"\n", 0, len(head.text) - len(body)) + 2,
    )


def _below(text: bytes, comments: bytes) -> bytes:
    """The text below empty lines and comments."""
    body = text.lstrip(b"\n")
    while comments and body[:1] and body[:1] in comments:
        body = body.partition(b"\n")[2].lstrip(b"\n")
    return body


def _headings(line: str, known: Known, blanks: bool) -> tuple[str, tuple[str, ...]]:
    """The delimiter that leaves the most headings we know, or else the most."""
    read = {
        delimiter: tuple(cell.strip() for cell in next(csv.reader([line], delimiter=delimiter)))
        for delimiter in DELIMITERS
    }
    delimiter, found = max(read.items(), key=lambda each: (known(each[1]), len(each[1])))
    if blanks and len(found) == 1 and len(line.split()) > 1:
        return BLANKS, tuple(line.split())
    return delimiter, found


def _parted(block: Block, delimiter: str) -> Block:
    """The block with one blank between cells, where blanks part them."""
    if delimiter != BLANKS:
        return block
    text = _BLANKS.sub(b" ", block.text) if b"  " in block.text or b"\t" in block.text else block.text
    text = text.replace(b" \n", b"\n").replace(b"\n ", b"\n").removeprefix(b" ")
    return Block(text=text, line=block.line, overlong=block.overlong)


def _demand_one_delimiter(path: Path, text: bytes, delimiter: str, width: int) -> None:
    """Refuse a file whose headings are parted by one sign and most of its rows by another."""
    found = records(text, Layout(delimiter=delimiter, width=width), last=True)
    codes = Counter(code for code, _ in found.faults.values())
    if codes["other-delimiter"] > found.begins.size // 2:
        raise UnreadableFile(path, "mixed-delimiters", delimiter=delimiter)


def _from(block: Block, line: int) -> Block:
    """The block without what stands before a line of the file."""
    text, at = block.text, block.line
    while at < line and text:
        text, at = text.partition(b"\n")[2], at + 1
    return Block(text=text, line=at, overlong=block.overlong)


def _pages(body: Iterable[Block], layout: Layout) -> Iterator[tuple[int, Records]]:
    """Yield the records of each block with its first line; a record that is cut waits for the next block."""
    pending = b""
    for block in body:
        line = block.line - pending.count(b"\n")
        if block.overlong:
            if pending:
                yield line, records(pending, layout, last=True)
            yield block.line, _overlong(block)
            pending = b""
            continue
        found = records(pending + block.text, layout, last=False)
        yield line, found
        pending, after = found.pending, line + (pending + block.text).count(b"\n")
    if pending:
        yield after - pending.count(b"\n"), records(pending, layout, last=True)


def _overlong(block: Block) -> Records:
    shown = block.text[:GLIMPSE].decode("utf-8", "replace")
    return Records(plain=b"", at=np.arange(0), begins=np.arange(1), faults={0: ("too-long", shown)})


def _raw(found: Records, layout: Layout, places: Collection[int], *, row: int, line: int) -> Raw:
    """The cells at the places, each record with its number and line, and the faults as rows set aside."""
    plain = _parsed(found, layout, places).with_columns(pl.Series(LINE, found.at, dtype=pl.UInt64))
    mended = pl.DataFrame(
        {str(place): [cells[place] for cells in found.mended.values()] for place in places}
        | {LINE: list(found.mended)},
        schema=plain.schema,
    )
    cells = pl.concat([plain, mended]).sort(LINE) if mended.height else plain
    number = {at: row + count for count, at in enumerate(found.begins.tolist(), 1)} if found.faults else {}
    numbers = np.searchsorted(found.begins, cells[LINE].to_numpy()) + row + 1
    aside = [
        SetAside(row=number[at], line=line + at, code=code, read=read)
        for at, (code, read) in found.faults.items()
        if code != BLANK
    ]
    return Raw(
        cells=cells.with_columns(pl.Series(ROW, numbers, dtype=pl.UInt64), pl.col(LINE) + line),
        aside=aside,
        blank=len(found.faults) - len(aside),
    )


def _parsed(found: Records, layout: Layout, places: Collection[int]) -> pl.DataFrame:
    """The cells of the records that fit; an empty cell is null."""
    if not found.at.size:
        return pl.DataFrame(schema={str(place): pl.String for place in places})
    read = pl.read_csv(
        found.plain,
        has_header=False,
        separator=layout.delimiter,
        quote_char='"' if found.quoted else None,
        columns=sorted(places),
        schema={str(place): pl.String for place in range(layout.width)},
        n_rows=found.at.size,
    )
    return read.select(str(place) for place in places)
