"""An index that grows: rows added at a register's end cost their own time, not the register's."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import numpy as np
import polars as pl

from dedere.persons.comparing.record import MOST_TOKENS, NUMBER, TOKENS
from dedere.persons.index import store
from dedere.persons.index.store import ROWS_A_SEGMENT, Index, Progress


class OtherRows(Exception):
    """The register no longer begins with the rows of the index: it is to be built anew."""


def grow(
    before: Index,
    rolls: Iterable[pl.DataFrame],
    folder: Path,
    *,
    segment: int = ROWS_A_SEGMENT,
    progress: Progress = lambda rows: None,
) -> Index:
    """Build in ``folder`` the index of a register of which ``before`` has the first rows; raises OtherRows.

    Whole segments are taken as they are (linked, where the disk can), and their keys made anew only if a
    token in them is now looked for under another sound; so it finds the same as an index built at once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = [each for each in before.segments if each.rows == segment]
    partial = before.segments[len(whole) :]
    for number, each in enumerate(whole, 1):
        shutil.copytree(each.folder, store.segment_folder(folder, number), copy_function=_linked)
    vocabulary = before.vocabulary.copy()
    for each in partial:
        store.count(each.records, vocabulary, -1)
    rows = [each.rows for each in whole]
    further = chain((each.roll() for each in partial), _after(before, rolls))
    store.write(store.regrouped(further, segment), vocabulary, folder, rows, progress)
    lexis = store.finish(vocabulary, folder, rows)
    known = before.lexis.words.codes
    moved = np.flatnonzero((lexis.words.codes[: len(known)] != known).any(axis=1))
    stale = [number for number, each in enumerate(whole, 1) if _has(each, moved)]
    for number in stale:
        for name in ("keys.npy", "buckets.npy"):
            (store.segment_folder(folder, number) / name).unlink()
    store.sort(lexis.words, folder, [*stale, *range(len(whole) + 1, len(rows) + 1)])
    return store.load(folder)


def _linked(source: str, target: str) -> None:
    """Give a file a second name; copy it where that cannot be."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _has(segment: store.Segment, numbers: np.ndarray) -> bool:
    tokens = segment.records[:, TOKENS : TOKENS + MOST_TOKENS] & NUMBER
    return bool(len(numbers)) and bool(np.isin(tokens, numbers).any())


def _after(before: Index, rolls: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Yield what a register has after the rows of an index, which it must begin with."""
    known = (segment.roll() for segment in before.segments)
    expected = next(known, None)
    for roll in rolls:
        while expected is not None and len(roll):
            count = min(len(roll), len(expected))
            if not roll[:count].equals(expected[:count]):
                raise OtherRows
            roll, expected = roll[count:], expected[count:]
            if not len(expected):
                expected = next(known, None)
        if len(roll):
            yield roll
    if expected is not None:
        raise OtherRows
