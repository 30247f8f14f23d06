"""A network as it is told: who is in it, and every tie with what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl

from dedere.links.structure import Structure, of_ends
from dedere.links.told import Told

WITHOUT = "without"
Columns = Mapping[str, type[pl.DataType] | pl.DataType]
PARTIES: Columns = {"id": pl.String, "name": pl.String, "kind": pl.String}
TIES: Columns = {
    "from": pl.String,
    "to": pl.String,
    "kind": pl.String,
    "since": pl.String,
    "until": pl.String,
    "basis": pl.String,
    "reliability": pl.String,
    "sources": pl.List(pl.String),
    "note": pl.String,
    "joint_offence": pl.Boolean,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One step by which a network was made from another: a code of the group ``network-made``, its facts."""

    code: str
    facts: Mapping[str, int | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Parties and the ties between them, as two tables.

    ``parties`` has the columns of PARTIES, one row each, ``id`` unique; ``ties`` those of TIES, ``from`` and
    ``to`` being ids of parties. Either may carry further columns: a weight, a cost. ``kind`` of a party is
    `person` or `organisation`; days are ISO and may be partial; ``joint_offence`` is true where the source
    alleges an offence committed together. ``made`` says, in order, what was done to the network as told;
    ``told`` is the account of the file that it was read from.
    """

    parties: pl.DataFrame
    ties: pl.DataFrame
    made: tuple[Made, ...] = ()
    told: Told = field(default_factory=Told)

    def structure(self) -> Structure:
        """Return who hangs together with whom: each tie once, whichever way and however often it is told."""
        numbers = self.parties.select("id", number=pl.int_range(pl.len(), dtype=pl.Int32))
        ends = [
            self.ties.select(id=pl.col(end)).join(numbers, on="id", how="left", maintain_order="left")[
                "number"
            ]
            for end in ("from", "to")
        ]
        return of_ends(len(numbers), np.asarray(ends[0]), np.asarray(ends[1]))

    def keeping(self, kept: pl.Series, code: str, **facts: int | str) -> Network:
        """Return the network of the ties that are marked, one step further from what was told.

        A party all of whose ties are left out is left out too; one that has no tie at all stays. The step
        has the ``facts`` and counts the ``parties`` left out.
        """
        counting, others = self.ties.filter(kept), self.ties.filter(~kept)
        touched = _ends(others)
        outside = touched.filter(~touched.is_in(_ends(counting).implode()))
        step = Made(code=code, facts={**facts, "parties": len(outside)})
        parties = self.parties.filter(~pl.col("id").is_in(outside.implode()))
        return replace(self, parties=parties, ties=counting, made=(*self.made, step))

    def without(self, ids: Collection[str]) -> Network:
        """Return the network without some parties and the ties of theirs; whoever is left stays."""
        out = pl.Series(list(ids), dtype=pl.String).implode()
        parties = self.parties.filter(~pl.col("id").is_in(out))
        ties = self.ties.filter(~pl.col("from").is_in(out) & ~pl.col("to").is_in(out))
        step = Made(code=WITHOUT, facts={"parties": len(self.parties) - len(parties)})
        return replace(self, parties=parties, ties=ties, made=(*self.made, step))


def _ends(ties: pl.DataFrame) -> pl.Series:
    return pl.concat([ties["from"], ties["to"]]).unique()
