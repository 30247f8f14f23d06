"""The first sheet of a workbook, its cells as text; a sheet ends where Excel does, so it is held whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import fastexcel
import polars as pl

from dedere.files.faults import UnreadableFile
from dedere.files.source import LINE, MOST_ROWS, ROW, Raw
from dedere.persons.reading.archive import NoWorkbook, inspect
from dedere.persons.reading.faults import UnreadableRoll

# A sheet of a million rows unpacks to some hundreds of mebibytes; reading takes about as much memory again.
MAX_UNPACKED = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet whose first filled row names its columns; `Source` says what it gives."""

    cells: pl.DataFrame
    headings: tuple[str, ...]

    @property
    def facts(self) -> Mapping[str, str]:
        """What kind of file it is."""
        return {"kind": "xlsx"}

    @property
    def expected(self) -> int:
        """Its rows, empty ones too."""
        return self.cells.height

    def raw(self, places: Collection[int]) -> Iterator[Raw]:
        """Yield the rows in order; one that is empty holds nobody."""
        rows = 0
        for batch in self.cells.iter_slices(MOST_ROWS):
            filled = batch.filter(~pl.all_horizontal(pl.exclude(LINE).is_null()))
            numbered = filled.with_columns(
                pl.int_range(rows + 1, rows + 1 + pl.len(), dtype=pl.UInt64).alias(ROW)
            )
            rows += filled.height
            yield Raw(cells=numbered.select(*(str(place) for place in places), ROW, LINE))


def open_sheet(path: Path) -> Sheet:
    """Inspect the archive, read the first sheet and its headings; raises UnreadableRoll."""
    try:
        inspect(path, unpacked=MAX_UNPACKED)
        cells = _cells(path)
    except NoWorkbook as error:
        raise UnreadableRoll(path, error.code, group="table", part=error.part) from error
    filled = (~pl.all_horizontal(pl.all().is_null())) if cells.width else pl.lit(False)
    first = cells.select(filled.arg_max()).item() if cells.height else None
    if first is None or cells.row(first) == (None,) * cells.width:
        raise UnreadableFile(path, "empty")
    headings = tuple((cell or "").strip() for cell in cells.row(first))
    numbered = cells.with_row_index(LINE, offset=1).with_columns(pl.col(LINE).cast(pl.UInt64))
    return Sheet(cells=numbered.slice(first + 1), headings=headings)


def _cells(path: Path) -> pl.DataFrame:
    """Every cell as text: a day as ISO 8601, a whole number without a decimal point."""
    try:
        book = fastexcel.read_excel(path)
        # Without skip_rows, empty rows at the top are left out, and a row's place is no longer the sheet's.
        sheet = book.load_sheet(0, header_row=None, skip_rows=0, dtypes="string", whitespace_as_null=True)
        cells = sheet.to_polars()
    except (fastexcel.FastExcelError, IndexError) as error:
        raise NoWorkbook("damaged") from error
    return cells.rename({name: str(place) for place, name in enumerate(cells.columns)})
