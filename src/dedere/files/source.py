"""What each kind of file gives its reader: its headings, and its cells as text, batch by batch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import polars as pl

from dedere.files.faults import SetAside

MOST_ROWS = 200_000  # of a batch
ROW, LINE = "#row", "#line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Cells as text, each column named by its place; ``#row`` and ``#line`` say where each row stands.

    ``blank`` rows hold nothing at all, or no person; they have numbers and are not set aside.
    """

    cells: pl.DataFrame
    aside: list[SetAside] = field(default_factory=list)
    blank: int = 0


class Source(Protocol):
    """A file that was recognised, its headings read."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns, in order."""

    @property
    def facts(self) -> Mapping[str, str]:
        """How the file was understood: its kind, encoding, delimiter."""

    @property
    def expected(self) -> int | None:
        """About how many records it holds, where that can be told without reading them."""

    def raw(self, places: Collection[int]) -> Iterator[Raw]:
        """Yield the columns at these places, at most ``MOST_ROWS`` rows at a time."""


def slices(raw: Raw) -> Iterator[Raw]:
    """Cut a batch to the size that is allowed; what was set aside comes with the first."""
    if raw.cells.height <= MOST_ROWS:
        yield raw
        return
    aside, blank = raw.aside, raw.blank
    for cells in raw.cells.iter_slices(MOST_ROWS):
        yield Raw(cells=cells, aside=aside, blank=blank)
        aside, blank = [], 0
