"""How a matcher is run: in its own process, a folder of files in, scored pairs out, figures said as JSON.

The folder holds ``register.parquet`` and ``wanted.parquet`` (rolls) and ``truth.parquet``, which is opened
only once the clock has stopped. The pairs are a frame of ``wanted_id``, ``register_id`` and ``score``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from benchmarks.child import peak
from benchmarks.persons.measures import PAIR
from dedere.files.faults import SetAside
from dedere.persons.reading.roll import open_roll

WANTED, REGISTER, TRUTH = "wanted.parquet", "register.parquet", "truth.parquet"
BEGUN = time.perf_counter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a matcher comes to: pairs scored, and how to tell every pair it looked at where those are more.

    These are told in parts, each of other wanted persons: ten million rows bring up more than memory holds.
    """

    pairs: pl.DataFrame
    candidates: Callable[[], Iterable[pl.DataFrame]] | None = None


def serve(link: Callable[[Path], Linked]) -> None:
    """Link the files of the folder given first, write the pairs to the file given second, say how it went.

    ``seconds`` counts from the first import to the pairs written, ``processor`` is the processor's time till
    then; ``peak`` is resident memory in MiB; ``found`` is the number of true pairs among the ``candidates``.
    """
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    linked = link(folder)
    linked.pairs.write_parquet(out)
    seconds = time.perf_counter() - BEGUN
    spent, held = time.process_time(), peak()
    truth = pl.read_parquet(folder / TRUTH).select(PAIR)
    looked_at = found = 0
    for part in linked.candidates() if linked.candidates else [linked.pairs]:
        pairs = part.select(PAIR).unique()
        looked_at += len(pairs)
        found += len(pairs.join(truth, on=PAIR, how="semi"))
    said = {
        "seconds": round(seconds, 2),
        "processor": round(spent, 2),
        "peak": round(held),
        "candidates": looked_at,
        "found": found,
    }
    print(json.dumps(said))


def rolls(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The wanted and the register of a folder."""
    return roll(folder / WANTED), roll(folder / REGISTER)


def roll(path: Path) -> pl.DataFrame:
    """A file of persons as our reader reads it."""
    return pl.concat(open_roll(path).frames(_none))


def _none(aside: list[SetAside]) -> None:
    assert not aside, aside
