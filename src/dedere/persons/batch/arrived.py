"""Which rows of a list arrived since the last run, or say something else than they did."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray


@dataclass(slots=True, kw_only=True)
class Arrived:
    """The rows that earlier runs saw, eight bytes each, and those met now.

    A row is known by a 64-bit hash of everything it says but its place in the file. The hash is polars's and
    may change with its release; then, and with another ``model``, every row counts as new: nothing is missed.
    """

    path: Path
    model: str
    _before: NDArray[np.uint64] = field(init=False)
    _now: list[NDArray[np.uint64]] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.path = self.path.with_name(f"{self.path.name}-{self.model[:12]}-{pl.__version__}.npy")
        self._before = np.load(self.path) if self.path.exists() else np.empty(0, np.uint64)

    def new(self, roll: pl.DataFrame) -> pl.Series:
        """Mark the rows of a batch that no earlier run saw as they are."""
        marks = roll.select(pl.exclude("row")).hash_rows(seed=0).to_numpy()
        self._now.append(marks)
        places = np.searchsorted(self._before, marks)
        places[places == self._before.size] = 0
        seen = self._before[places] == marks if self._before.size else np.zeros(marks.size, bool)
        return pl.Series(~seen)

    def keep(self) -> None:
        """Remember the rows met now, instead of those before."""
        self.path.parent.mkdir(exist_ok=True)
        beside = self.path.with_name(f".{self.path.name}")
        with beside.open("wb") as stream:
            np.save(stream, np.unique(np.concatenate([np.empty(0, np.uint64), *self._now])))
        os.replace(beside, self.path)


@dataclass(slots=True, kw_only=True)
class New:
    """What arrived in both lists since the last run, and the pairs that it makes.

    ``wanted`` and ``register`` are the ids of new rows so far.
    """

    lists: tuple[Arrived, Arrived]
    wanted: list[str] = field(default_factory=list)
    register: list[str] = field(default_factory=list)

    @classmethod
    def since(cls, folder: Path, model: str, register: Iterable[pl.DataFrame]) -> New:
        """Tell what is new in a register, by what is kept in a folder."""
        one, other = (Arrived(path=folder / name, model=model) for name in ("wanted", "register"))
        new = cls(lists=(one, other))
        for roll in register:
            new.register += roll["id"].filter(other.new(roll)).to_list()
        return new

    def asked(self, wanted: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """Yield the wanted whose pairs may be new: all of them where the register has new rows."""
        for roll in wanted:
            marks = self.lists[0].new(roll)
            self.wanted += roll["id"].filter(marks).to_list()
            yield roll if self.register else roll.filter(marks)

    def only(self, pairs: pl.DataFrame) -> pl.DataFrame:
        """Keep the pairs of which one row is new."""
        return pairs.filter(
            pl.col("wanted_id").is_in(self.wanted) | pl.col("register_id").is_in(self.register)
        )

    def keep(self) -> None:
        """Remember both lists as they are now."""
        for each in self.lists:
            each.keep()
