"""The pairs of a few wanted persons: found by their keys in every segment, the best of their names kept."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.record import ROW
from dedere.persons.index.gather import gather
from dedere.persons.index.probe import probes, spans, tally
from dedere.persons.index.store import Index


class Pairs(NamedTuple):
    """Pairs of a wanted row and a register's row: the weight of their best names, and which names those are.

    ``held`` counts rows through the whole register; ``wanted_name`` is a place among the wanted records, and
    ``held_name`` one among the records of the segment numbered ``segment``.
    """

    wanted: NDArray[np.int64]
    held: NDArray[np.int64]
    bits: NDArray[np.float32]
    wanted_name: NDArray[np.int32]
    segment: NDArray[np.int16]
    held_name: NDArray[np.int32]


def pairs(
    index: Index, words: Words, lines: NDArray[np.uint32], weights: NDArray[np.float32], floor: float
) -> Pairs:
    """Return every pair of at least ``floor`` bits that the keys of the wanted records (m, 16) lead to."""
    asked = probes(words, lines)
    found = np.zeros(len(asked.hashed), np.int64)
    for segment in index.segments:
        tally(segment.keys, segment.buckets, asked, found)
    read = spans(asked, found)
    parts, first = [], 0
    for number, segment in enumerate(index.segments):
        wanted, held, bits, _ = gather(
            words, weights, floor, segment.keys, segment.buckets, segment.records, lines, asked, read
        )
        rows = segment.records[held, ROW].astype(np.int64) + first
        which = np.full(len(held), number, np.int16)
        parts.append(Pairs(lines[wanted, ROW].astype(np.int64), rows, bits, wanted, which, held))
        first += segment.rows
    return _best(Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True))))


def _best(found: Pairs) -> Pairs:
    """Keep for each pair of rows its heaviest names; of equals, the first written."""
    order = np.lexsort((found.held_name, found.wanted_name, -found.bits, found.held, found.wanted))
    wanted, held = found.wanted[order], found.held[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (wanted[1:] != wanted[:-1]) | (held[1:] != held[:-1])
    return ordered(found, order[new])


def ordered(found: Pairs, order: NDArray[np.int64]) -> Pairs:
    """Return the pairs at these places, in this order."""
    columns: list[Any] = [column[order] for column in found]
    return Pairs(*columns)
