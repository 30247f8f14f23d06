"""Lines of text become records: those that fit as they stand, those that can be mended, those that cannot."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dedere.files.lines import LONGEST

DELIMITERS = ",;\t|"
TALLEST = 100  # lines that one record may take between quotation marks
GLIMPSE = 1 << 10
BLANK = "blank"  # the fault of a line that holds nothing
_NEWLINE, _QUOTE = ord("\n"), ord('"')

Marks = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What stands between the cells, and how many cells a record has."""

    delimiter: str
    width: int


@dataclass(slots=True, kw_only=True)
class Records:
    """The records of some lines, by the line (from 0) on which each begins.

    ``plain`` is the text of those that fit as they stand, on the lines ``at``; ``mended`` those whose
    quoting had to be read with care; ``faults`` a code and what stood there. ``begins`` lists every
    record's line, in order. ``pending`` is text that can be read only with what follows.
    """

    plain: bytes
    at: Places
    begins: Places
    mended: dict[int, list[str]] = field(default_factory=dict)
    faults: dict[int, tuple[str, str]] = field(default_factory=dict)
    pending: bytes = b""
    quoted: bool = False


def records(text: bytes, layout: Layout, *, last: bool) -> Records:
    """Tell the records of whole lines; one that is open at the end waits, unless these are the ``last``."""
    signs = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero(signs == _NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1)) if ends.size else ends
    fits = _fitting(signs, starts, ends, layout) & (ends - starts <= LONGEST)
    valid = _valid(text, ends.size)
    page = _Page(text=text, starts=starts, ends=ends, layout=layout, last=last)
    begins = ends > starts
    found = Records(plain=text, at=ends, begins=ends, quoted=b'"' in text)
    done = 0
    for at in np.flatnonzero(begins & ~(fits & valid)).tolist():
        if at < done:
            continue
        done = page.mend(at, bool(valid[at]), found)
        fits[at:done] = begins[at + 1 : done] = False
        if found.pending:
            fits[at:] = begins[at:] = False
            break
    keep = fits & valid & begins
    found.at, found.begins = np.flatnonzero(keep), np.flatnonzero(begins)
    if not keep.all():
        found.plain = signs[np.repeat(keep, ends - starts + 1)].tobytes()
    return found


def _fitting(signs: NDArray[np.uint8], starts: Places, ends: Places, layout: Layout) -> Marks:
    """Mark the lines that are whole records of the right width, quoted as RFC 4180 has it or not at all."""
    delimiter = ord(layout.delimiter)
    delimiters, quotes = np.flatnonzero(signs == delimiter), np.flatnonzero(signs == _QUOTE)
    cuts = np.searchsorted(delimiters, ends) - np.searchsorted(delimiters, starts)
    if not quotes.size:
        return np.asarray(cuts == layout.width - 1)
    before = np.searchsorted(quotes, starts)
    number = np.searchsorted(quotes, ends) - before
    line = np.repeat(np.arange(starts.size), number)
    opening = (np.arange(quotes.size) - before[line]) % 2 == 0
    # An opening mark stands after a delimiter, a closing one before it; a doubled one beside another.
    beside = np.where(opening, signs[quotes - 1], signs[quotes + 1])
    beside[(quotes == 0) & opening] = _NEWLINE
    wrong = np.ones(starts.size, bool)
    wrong[number % 2 == 0] = False
    wrong[line[(beside != delimiter) & (beside != _NEWLINE) & (beside != _QUOTE)]] = True
    of = np.repeat(np.arange(starts.size), cuts)
    within = (np.searchsorted(quotes, delimiters) - before[of]) % 2 == 1
    cuts = cuts - np.bincount(of[within], minlength=starts.size)
    return np.asarray((cuts == layout.width - 1) & ~wrong)


def _valid(text: bytes, lines: int) -> Marks:
    """Mark the lines that are UTF-8."""
    marks = np.ones(lines, bool)
    try:
        text.decode()
    except UnicodeDecodeError:
        for at, line in enumerate(text.split(b"\n")[:-1]):
            marks[at] = line.isascii() or _decodes(line)
    return marks


def _decodes(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """Lines whose records are looked at one by one, because they do not fit as they stand."""

    text: bytes
    starts: Places
    ends: Places
    layout: Layout
    last: bool

    def mend(self, at: int, valid: bool, found: Records) -> int:
        """Read the record that begins on this line, or name its fault; return the line after it."""
        raw = self.text[self.starts[at] : self.ends[at]]
        if len(raw) > LONGEST or not valid:
            code = "too-long" if len(raw) > LONGEST else "not-in-encoding"
            found.faults[at] = code, raw[:GLIMPSE].decode("utf-8", "replace")
            return at + 1
        line, after = raw.decode(), at + 1
        cells = self._strict(line)
        if cells is None and raw.count(b'"') % 2:
            closing = self._closing(at)
            if closing is None and at + TALLEST > self.ends.size and not self.last:
                found.pending = self.text[self.starts[at] :]
                return int(self.ends.size)
            if closing is not None and (cells := self._strict(self._joined(at, closing))):
                after = closing + 1
        # A mark of inches, or a nickname in quotation marks, is the cell's own.
        cells = cells or self._fitted(line.split(self.layout.delimiter))
        if cells is None:
            found.faults[at] = self._fault(line), line
        else:
            found.mended[at] = cells
        return after

    def _strict(self, text: str) -> list[str] | None:
        """The cells of a text that is exactly one record."""
        try:
            rows = list(
                csv.reader(io.StringIO(text, newline=""), delimiter=self.layout.delimiter, strict=True)
            )
        except csv.Error:
            return None
        return self._fitted(rows[0]) if len(rows) == 1 else None

    def _fitted(self, cells: list[str]) -> list[str] | None:
        """As many cells as there are columns; empty ones beyond them are let go."""
        beyond = cells[self.layout.width :]
        return cells[: self.layout.width] if len(cells) >= self.layout.width and not any(beyond) else None

    def _closing(self, at: int) -> int | None:
        """The next line that opens or closes a quotation, where a record that opened one may end."""
        for line in range(at + 1, min(at + TALLEST, self.ends.size)):
            if self.text.count(b'"', self.starts[line], self.ends[line]) % 2:
                return line
        return None

    def _joined(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last]].decode("utf-8", "replace")

    def _fault(self, line: str) -> str:
        if not line.strip(f'{self.layout.delimiter}" '):
            return BLANK
        if line.count(self.layout.delimiter) >= self.layout.width:
            return "too-many-cells"
        widths = (len(line.split(each)) for each in DELIMITERS if each != self.layout.delimiter)
        return "other-delimiter" if self.layout.width in widths else "too-few-cells"
