"""The compiled comparison as Spark calls it on columns, and what the rivals of each wanted person take."""

from __future__ import annotations

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from dedere.persons.comparing.record import FIELDS
from dedere.persons.comparing.steps import SLOTS
from dedere.persons.matching.rivals import rivalry
from dedere.persons.model.design import steps
from dedere.persons.model.model import Model
from dedere.persons.spark.levels import Levels
from dedere.persons.spark.lexicon import Lexicon
from dedere.persons.spark.names import NTH_BITS

STEPS = "array<smallint>"
WEIGHED = "wanted bigint, held bigint, weight_bits double"
_BYTES = pa.binary(FIELDS * 4)


def stepped(lexicon: Lexicon, levels: Levels, wanted: pa.Array, held: pa.Array) -> pa.Array:
    """Return the level in each slot, a list of SLOTS for each pair of records."""
    one, other = lines(wanted), lines(held)
    at = np.arange(len(one), dtype=np.int32)
    found = steps(lexicon.words, one, other, at, at)
    told = levels.of[np.arange(SLOTS), found.code, found.rare]
    return pa.ListArray.from_arrays(np.arange(0, told.size + 1, SLOTS, dtype=np.int32), told.ravel())


def lines(column: pa.Array) -> NDArray[np.uint32]:
    """Return the records (n, 16) in a column of bytes."""
    fixed = column.cast(_BYTES)
    said = np.frombuffer(fixed.buffers()[1], "<u4", len(fixed) * FIELDS, fixed.offset * _BYTES.byte_width)
    return said.astype(np.uint32).reshape(-1, FIELDS)


def outdone(lexicon: Lexicon, model: Model, prior: float, names: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of some wanted persons, by the best of their names each, less what their rivals take.

    ``names`` are pairs of names as Splink weighed them: ``wanted`` and ``held`` (numbers of names),
    ``weight_bits``, and ``line``, the held record.
    """
    row = pl.col("wanted", "held") // (1 << NTH_BITS)
    best = (
        names.with_columns(row.name.suffix("_row"))
        .sort("weight_bits", "wanted", "held", descending=[True, False, False])
        .unique(["wanted_row", "held_row"], keep="first", maintain_order=True)
        .sort("wanted_row", "weight_bits", "held_row", descending=[False, True, False])
    )
    bits, wanted = (best[name].to_numpy(writable=True) for name in ("weight_bits", "wanted_row"))
    records = lines(best["line"].to_arrow(compat_level=pl.CompatLevel.oldest()))
    if model.rivals:
        bits -= model.rivals * rivalry(lexicon.words, model.weights(), prior, wanted, records, bits)
    return best.select(wanted="wanted_row", held="held_row", weight_bits=pl.Series(bits))
