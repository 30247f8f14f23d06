"""Ours: an index of the register, left in the folder or found there, and the wanted searched for in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from benchmarks.persons.peer import REGISTER, WANTED, Linked, roll, serve
from dedere.persons.index.store import Index, build
from dedere.persons.index.store import load as opened
from dedere.persons.matching.pairs import pairs
from dedere.persons.matching.search import AT_ONCE, Search
from dedere.persons.model.model import load
from dedere.persons.reading.roll import open_roll

INDEX = "index"
EVERY = -1_000.0  # bits: less than any pair has


def link(folder: Path) -> Linked:
    """Build the index if there is none, search for every wanted person."""
    search = Search(index(folder), load())
    wanted = roll(folder / WANTED)
    found = pl.concat(search.matches(wanted)).with_columns(score="weight_bits")
    return Linked(pairs=found, candidates=lambda: _candidates(search, wanted))


def index(folder: Path) -> Index:
    """The index of a folder's register, built if there is none."""
    kept = folder / INDEX
    return opened(kept) if kept.exists() else build(_register(folder), kept)


def _register(folder: Path) -> Iterator[pl.DataFrame]:
    return open_roll(folder / REGISTER).frames(lambda aside: None)


def _candidates(search: Search, wanted: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """Every pair that was looked at, however little it weighs, of some wanted persons after others."""
    for some in wanted.iter_slices(AT_ONCE):
        party = search.party(some)
        found = pairs(search.index, party.words, party.records, search.weights, EVERY)
        yield pl.DataFrame(
            {"wanted_id": some["id"].gather(found.wanted), "register_id": search.ids.gather(found.held)}
        )


if __name__ == "__main__":
    serve(link)
