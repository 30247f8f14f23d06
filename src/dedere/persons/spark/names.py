"""The names of both lists in Spark's partitions: their records, the keys they have and the keys they ask for.

A key is one number: a combination's hash and a year. Spark joins on equality alone, so that a name held has
each key twice: with its year, and with any year. A wanted name asks for one or the other, as ``spans`` says.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.comparing.record import FIELDS, ROW
from dedere.persons.index.keys import PLACE as RECORD
from dedere.persons.index.keys import PLACE_BITS, YEAR_BITS, of_segment
from dedere.persons.index.people import packed
from dedere.persons.index.probe import Probes, probes, spans
from dedere.persons.spark.lexicon import Lexicon

PLACE = "place"  # the column of a row's place in the whole roll
NAMES = "unique_id bigint, line binary, keys array<bigint>"
ASKED = "hash bigint"
NTH_BITS = 20  # a name's number is its row's place, and which of the row's names it is
_LINE = FIELDS * 4


def asked(lexicon: Lexicon, roll: pl.DataFrame) -> pl.DataFrame:
    """Return the hashes that some wanted rows ask for, each once."""
    found = probes(lexicon.words, packed(roll, lexicon.vocabulary))
    return pl.DataFrame(
        {"hash": np.unique(found.hashed >> np.uint64(PLACE_BITS + YEAR_BITS)).astype(np.int64)}
    )


def held(lexicon: Lexicon, wanted: NDArray[np.int64], roll: pl.DataFrame) -> pl.DataFrame:
    """Return the names of some registered rows with those of their keys whose hash is ``wanted`` (sorted)."""
    lines = packed(roll, lexicon.vocabulary)
    keys = of_segment(lexicon.words, lines)
    record, key = (
        (keys & np.uint64(RECORD)).astype(np.int64),
        (keys >> np.uint64(PLACE_BITS)).astype(np.int64),
    )
    known = _among(key >> YEAR_BITS, wanted)
    return _table(roll, lines, record[known], key[known])


def wanting(lexicon: Lexicon, brought: pl.DataFrame, roll: pl.DataFrame) -> pl.DataFrame:
    """Return the names of some wanted rows with the keys to read.

    ``brought`` says how many names each ``hash`` (sorted) brings in the whole register, in ``names``.
    """
    lines = packed(roll, lexicon.vocabulary)
    found = probes(lexicon.words, lines)
    hashed = (found.hashed >> np.uint64(PLACE_BITS + YEAR_BITS)).astype(np.int64)
    table = brought["hash"].to_numpy()
    known = _among(hashed, table)
    names = np.zeros(len(hashed), np.int64)
    names[known] = brought["names"].to_numpy()[np.searchsorted(table, hashed[known])]
    record, key = _read(found, hashed, spans(found, names), known)
    return _table(roll, lines, record, key)


def _read(
    found: Probes, hashed: NDArray[np.int64], years: NDArray[np.uint8], known: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return every key to read and whose it is: a hash in any year, or in some years and the unknown one."""
    record = np.repeat(np.arange(len(found.starts) - 1), np.diff(found.starts))
    first, last = years[:, 0].astype(np.int64), years[:, 1].astype(np.int64)
    whole = known & (first == 0)
    records, keys = [record[whole]], [_any_year(hashed[whole])]
    some = known & (first > 0) & (first <= last)
    for year in (np.zeros_like(first), first, first + 1, first + 2):
        here = some & (year <= last)
        records.append(record[here])
        keys.append((hashed[here] << YEAR_BITS) | year[here])
    return np.concatenate(records), np.concatenate(keys)


def _any_year(hashed: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the key of a hash in any year: below zero, where no hash with a year is."""
    return -1 - hashed


def _among(values: NDArray[np.int64], table: NDArray[np.int64]) -> NDArray[np.bool_]:
    if not len(table):
        return np.zeros(len(values), np.bool_)
    at = np.minimum(np.searchsorted(table, values), len(table) - 1)
    return np.asarray(table[at] == values)


def _table(
    roll: pl.DataFrame, lines: NDArray[np.uint32], record: NDArray[np.int64], key: NDArray[np.int64]
) -> pl.DataFrame:
    """Return the names of a roll by number, each with its record and keys; without a key it is left out."""
    rows = lines[:, ROW].astype(np.int64)
    nth = np.arange(len(rows)) - np.searchsorted(rows, rows)
    number = (roll[PLACE].to_numpy()[rows] << NTH_BITS) | nth
    told = lines.astype("<u4").tobytes()
    names = pl.DataFrame(
        {"unique_id": number, "line": [told[at : at + _LINE] for at in range(0, len(told), _LINE)]}
    ).with_row_index("record")
    keys = pl.DataFrame({"record": record.astype(np.uint32), "keys": key})
    grouped = keys.group_by("record", maintain_order=True).agg(pl.col("keys").unique(maintain_order=True))
    return names.join(grouped, on="record").drop("record")
