"""Every proposal of a run with its evidence and both records, a few hundred wanted persons at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import polars as pl

from dedere.persons.explained import Explained
from dedere.persons.index.store import Index
from dedere.persons.matching.explain import proposals
from dedere.persons.matching.search import AT_ONCE, Search
from dedere.persons.record import record_of

MOST = 5  # pairs kept for one person wanted


def explained(
    search: Search, frames: Iterable[pl.DataFrame], *, wanted_roll: str, register_roll: str, most: int = MOST
) -> Iterator[Explained]:
    """Yield the pairs worth showing, by wanted row and falling weight, at most ``most`` a row.

    ``frames`` are batches of the wanted roll; the rolls' names go into the records.
    """
    for frame in frames:
        for part in frame.iter_slices(AT_ONCE):
            found = proposals(search, part, most=most)
            held = _rows(search.index, {each.register_id for each in found})
            wanted = {str(row["id"]): row for row in part.iter_rows(named=True)}
            for each in found:
                yield Explained(
                    proposal=each,
                    wanted=record_of(wanted_roll, wanted[each.wanted_id]),
                    held=record_of(register_roll, held[each.register_id]),
                )


def _rows(index: Index, ids: Collection[str]) -> dict[str, Mapping[str, object]]:
    found = (segment.named(ids) for segment in index.segments)
    return {str(row["id"]): row for rows in found for row in rows.iter_rows(named=True)}
