"""Tables for spreadsheets: what one would run as a formula is led by an apostrophe, and read without it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

# What begins a formula in Excel, LibreOffice or Sheets, in full width too, after blanks and after the
# apostrophes that were set before it. Read alike by Python and by polars.
FORMULA = r"^'*(?:[\t\r\n]|[\s\x1c-\x1f]*[=+\-@＝＋－＠])"
_BEGINS = re.compile(FORMULA)


def harmless(text: str) -> str:
    """Return the text, led by an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if _BEGINS.match(text) else text


def meant(cell: str) -> str:
    """Return what a cell meant that was made harmless."""
    return cell[1:] if cell.startswith("'") and _BEGINS.match(cell) else cell


class Sheet:
    """Rows written as CSV, every text in them harmless; further words are those of ``csv.writer``."""

    def __init__(self, file: TextIO, **layout: Any) -> None:
        self._writer = csv.writer(file, **layout)

    def row(self, cells: Iterable[object]) -> None:
        """Write a row; what is no text, a number or nothing, is written as it is."""
        self._writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])

    def rows(self, rows: Iterable[Sequence[object]]) -> None:
        """Write rows, one after the other."""
        for row in rows:
            self.row(row)
