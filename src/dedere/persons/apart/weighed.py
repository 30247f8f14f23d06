"""Pairs found apart, weighed as any others: the other side's records sought in this side's whole list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import polars as pl

from dedere.persons.apart.disclosure import Disclosed, roll_of
from dedere.persons.index.store import build
from dedere.persons.matching.search import Search
from dedere.persons.model.model import load


class Weight(NamedTuple):
    """What the matcher says of a pair."""

    probability: float
    bits: float
    band: str


def weights(records: Iterable[Disclosed], own: Iterator[pl.DataFrame]) -> Mapping[tuple[str, str], Weight]:
    """Return the weight of each pair worth showing, by this side's id and the other's name.

    How rare a name is, is measured in the whole of this side's own list, which stays here.
    """
    theirs = list(records)
    if not theirs:
        return {}
    with TemporaryDirectory() as folder:
        search = Search(build(own, Path(folder)), load())
        pairs = pl.concat(search.matches(roll_of(theirs)))
    return {(ours, name): Weight(*told) for name, ours, *told in pairs.iter_rows()}
