"""An index on disk: a folder of segments, each the records of half a million rows and their sorted keys."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.comparing.likeness import Words
from dedere.persons.comparing.record import GIVEN, MOST_TOKENS, NUMBER, ROLE_AT, TOKENS
from dedere.persons.index import words
from dedere.persons.index.keys import MOST_RECORDS, of_segment
from dedere.persons.index.people import packed
from dedere.persons.index.probe import bucketed
from dedere.persons.index.vocabulary import Vocabulary
from dedere.words import Unreadable

FORMAT = 1
ROWS_A_SEGMENT = 1 << 19
_MANIFEST, _ROLL = "index.json", "roll.arrow"
Progress = Callable[[int], None]


class UnreadableIndex(Unreadable):
    """A folder that is no index, or one of another format."""


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Some of the register's rows: ``records`` (m, 16), their sorted ``keys`` and where ``buckets`` begin.

    The roll itself stays on disk.
    """

    folder: Path
    rows: int
    records: NDArray[np.uint32]
    keys: NDArray[np.uint64]
    buckets: NDArray[np.uint32]

    @cached_property
    def ids(self) -> pl.Series:
        """The id of each row."""
        return pl.scan_ipc(self.folder / _ROLL).select("id").collect()["id"]

    def named(self, ids: Collection[str]) -> pl.DataFrame:
        """Return the rows of the roll that have one of these ids, as they were read."""
        wanted = pl.Series(sorted(ids), dtype=pl.String)
        return pl.scan_ipc(self.folder / _ROLL).filter(pl.col("id").is_in(wanted.implode())).collect()

    def roll(self) -> pl.DataFrame:
        """Return the roll as it was read, with the number that each row had in its file."""
        return pl.scan_ipc(self.folder / _ROLL).collect()


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A register ready to be searched; ``rows`` persons in ``segments``."""

    folder: Path
    rows: int
    lexis: words.Lexis
    vocabulary: Vocabulary
    segments: tuple[Segment, ...]


def build(
    rolls: Iterable[pl.DataFrame],
    folder: Path,
    *,
    segment: int = ROWS_A_SEGMENT,
    progress: Progress = lambda rows: None,
) -> Index:
    """Build an index of a register in ``folder``, which must be empty or new.

    ``segment`` rows lie together, which changes nothing that is found; ``progress`` is told rows done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary()
    rows: list[int] = []
    write(regrouped(rolls, segment), vocabulary, folder, rows, progress)
    lexis = finish(vocabulary, folder, rows)
    sort(lexis.words, folder, range(1, len(rows) + 1))
    return load(folder)


def write(
    parts: Iterable[pl.DataFrame], vocabulary: Vocabulary, folder: Path, rows: list[int], progress: Progress
) -> None:
    """Write further segments after those counted in ``rows``, which grows, as the vocabulary does."""
    for part in parts:
        rows.append(len(part))
        _write(part, vocabulary, segment_folder(folder, len(rows)))
        progress(sum(rows))


def load(folder: Path) -> Index:
    """Open an index, mapped from disk; UnreadableIndex where the folder holds none."""
    found = _manifest(folder)
    return Index(
        folder=folder,
        rows=found["rows"],
        lexis=words.load(folder, found["rows"]),
        vocabulary=Vocabulary.load(folder),
        segments=tuple(
            _open(segment_folder(folder, at), rows) for at, rows in enumerate(found["segments"], 1)
        ),
    )


def regrouped(rolls: Iterable[pl.DataFrame], size: int) -> Iterator[pl.DataFrame]:
    """Regroup batches into parts of so many rows, whatever their sizes were: part n is always the same."""
    held: list[pl.DataFrame] = []
    for roll in rolls:
        held.append(roll)
        while sum(map(len, held)) >= size:
            together = pl.concat(held)
            yield together[:size]
            held = [together[size:]]
    if sum(map(len, held)):
        yield pl.concat(held)


def segment_folder(folder: Path, number: int) -> Path:
    """Return the folder of a segment; they count from 1."""
    return folder / f"segment-{number:04d}"


def _write(roll: pl.DataFrame, vocabulary: Vocabulary, folder: Path) -> None:
    """Write one segment's rows and records; its keys wait until every token has been counted."""
    folder.mkdir(exist_ok=True)
    records = packed(roll, vocabulary)
    if len(records) > MOST_RECORDS:
        raise UnreadableIndex(
            where=str(folder),
            what=f"{len(records):,} names in one segment",
            remedy="give fewer aliases a row",
        )
    count(records, vocabulary)
    np.save(folder / "records.npy", records)
    roll.write_ipc(folder / _ROLL)


def count(records: NDArray[np.uint32], vocabulary: Vocabulary, by: int = 1) -> None:
    """Count the tokens of records once more in the vocabulary, or once less."""
    tokens = records[:, TOKENS : TOKENS + MOST_TOKENS]
    roles, numbers = tokens >> ROLE_AT, (tokens & NUMBER).astype(np.int64)
    vocabulary.count(numbers[roles == GIVEN], 0, by)
    vocabulary.count(numbers[roles > GIVEN], 1, by)


def finish(vocabulary: Vocabulary, folder: Path, rows: list[int]) -> words.Lexis:
    """Write what is known of the tokens, now that all are counted, and what the index holds."""
    lexis = words.lexis(vocabulary.texts, vocabulary.counts, sum(rows))
    words.save(lexis, folder)
    vocabulary.save(folder)
    told = {"format": FORMAT, "rows": sum(rows), "segments": rows}
    (folder / _MANIFEST).write_text(json.dumps(told, indent=1), encoding="utf-8")
    return lexis


def sort(known: Words, folder: Path, numbers: Iterable[int]) -> None:
    """Write the sorted keys of some segments."""

    def one(number: int) -> None:
        place = segment_folder(folder, number)
        keys = of_segment(known, np.load(place / "records.npy", mmap_mode="r"))
        keys.sort()
        np.save(place / "keys.npy", keys)
        np.save(place / "buckets.npy", bucketed(keys))

    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        list(threads.map(one, numbers))


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableIndex(
            where=str(folder), what="there is no index here", remedy="name the folder an index was built in"
        ) from error
    if found.get("format") != FORMAT:
        raise UnreadableIndex(
            where=str(folder),
            what=f"this index has format {found.get('format')}, and {FORMAT} is read here",
            remedy="build it anew from the register",
        )
    return found


def _open(folder: Path, rows: int) -> Segment:
    return Segment(
        folder=folder,
        rows=rows,
        records=np.load(folder / "records.npy", mmap_mode="r"),
        keys=np.load(folder / "keys.npy", mmap_mode="r"),
        buckets=np.load(folder / "buckets.npy", mmap_mode="r"),
    )
