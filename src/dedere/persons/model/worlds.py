"""Worlds to learn from and to be measured in: a synthetic register, its index, who is wanted, the truth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.index.store import Index, build
from dedere.persons.matching.search import Found, Search
from dedere.persons.reading.strings import roll_of
from dedere.persons.synthetic import Drawn, Recording, draw


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A drawn register and wanted list, both as rolls, and the register's index."""

    drawn: Drawn
    wanted: pl.DataFrame
    index: Index

    def true(self, search: Search, found: Found) -> NDArray[np.bool_]:
        """Say of each pair found whether it is one person."""
        pairs = pl.DataFrame(
            {
                "wanted_id": self.wanted["id"].gather(found.names.wanted),
                "register_id": search.ids.gather(found.names.held),
            }
        )
        known = self.drawn.truth.select("wanted_id", "register_id", pl.lit(True).alias("true"))
        told = pairs.join(known, on=["wanted_id", "register_id"], how="left", maintain_order="left")
        return told["true"].fill_null(False).to_numpy()


@contextmanager
def world(seed: int, recording: Recording, *, register: int, wanted: int) -> Iterator[World]:
    """Draw a world and index its register in a folder that goes away."""
    drawn = draw(seed=seed, recording=recording, register=register, wanted=wanted)
    with TemporaryDirectory() as folder:
        index = build([roll_of(drawn.register)], Path(folder))
        yield World(drawn=drawn, wanted=roll_of(drawn.wanted), index=index)
