"""How a matcher is run: in its own process, a folder of files in, scored pairs out, figures said as JSON.

The folder holds ``register.parquet`` and ``wanted.parquet`` (rolls) and ``truth.parquet``, which is opened
only once the clock has stopped. The pairs are a frame of ``wanted_id``, ``register_id`` and ``score``.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from benchmarks.persons.measures import PAIR
from dedere.persons.reading.faults import SetAside
from dedere.persons.reading.roll import open_roll

WANTED, REGISTER, TRUTH = "wanted.parquet", "register.parquet", "truth.parquet"
BEGUN = time.perf_counter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a matcher comes to: pairs scored, and every pair it looked at where that is more."""

    pairs: pl.DataFrame
    candidates: pl.DataFrame
    said: dict[str, float] = field(default_factory=dict)


def serve(link: Callable[[Path], Linked]) -> None:
    """Link the files of the folder given first, write the pairs to the file given second, say how it went.

    ``seconds`` counts from the first import to the pairs written; ``peak`` is resident memory in MiB;
    ``found`` is the number of true pairs among the ``candidates``.
    """
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    linked = link(folder)
    linked.pairs.write_parquet(out)
    seconds = time.perf_counter() - BEGUN
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    truth = pl.read_parquet(folder / TRUTH).select(PAIR)
    candidates = linked.candidates.select(PAIR).unique()
    said = {
        "seconds": round(seconds, 2),
        "peak": round(peak),
        "candidates": len(candidates),
        "found": len(candidates.join(truth, on=PAIR, how="semi")),
        **linked.said,
    }
    print(json.dumps(said))


def rolls(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The wanted and the register of a folder, as our reader reads them."""
    return tuple(pl.concat(_frames(folder / name)) for name in (WANTED, REGISTER))  # type: ignore[return-value]


def _frames(path: Path) -> Iterator[pl.DataFrame]:
    return open_roll(path).frames(_none)


def _none(aside: list[SetAside]) -> None:
    assert not aside, aside
