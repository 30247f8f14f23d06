"""How many charges a second does a docket at large come to, and in how much memory?

The docket is drawn by chance: 5,000 days, both directions, seven facts of ten known; no charge is said to be
under a law whose lapse of time is computed, save in the last, where three of five are. It is assessed by
``dedere assess --bulk`` in a process of its own, from Parquet to Parquet and from CSV to CSV.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from multiprocessing import Process
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.child import run
from benchmarks.rows import OURS, Row, main
from dedere.law.library import library
from dedere.law.logic import facts_of
from dedere.law.vocabulary import Fact

DEDERE = [sys.executable, "-c", "from dedere.cli.main import app; app()"]
FIRST = date(2010, 1, 1)
KNOWN = 0.7


def measure(quick: bool) -> Iterable[Row]:
    """Write the dockets, assess each, read what the command says of itself and its peak."""
    rows = 50_000 if quick else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        for suffix, size, lapse, options in (
            ("parquet", rows // 5, False, ()),
            ("parquet", rows, False, ()),
            ("csv", rows // 10, False, ()),
            ("parquet", rows // 50, False, ("--needs",)),
            ("parquet", rows // 50, True, ()),
        ):
            path = Path(folder) / f"docket.{suffix}"
            # In a process of its own: a child's peak counts what its parent held when it was begun.
            work = Process(target=docket, args=(path, size), kwargs={"lapse": lapse})
            work.start()
            work.join()
            said = f"{suffix}{', with needs' if options else ''}{', with lapse of time' if lapse else ''}"
            yield from _assessed(path, size, said, options)


def docket(path: Path, rows: int, *, lapse: bool = False) -> Path:
    """Write a docket of chance."""
    dice = np.random.default_rng(29)
    laws = [law for of_state in library().limitation.values() for law in of_state.values()]
    scopes = {fact for law in laws for fact in facts_of(law.scope)}
    asks = pl.Series(np.where(dice.random(rows) < 0.75, "US", "MX"))
    number = pl.Series(np.arange(rows))
    frame = pl.DataFrame(
        {
            "case": "A-" + (number // 2).cast(pl.String),
            "charge": (number % 2 + 1).cast(pl.String),
            "requesting": asks,
            "requested": asks.replace({"US": "MX", "MX": "US"}),
            "on": _days(dice.integers(0, 5_000, rows)),
            "route": pl.repeat("treaty-extradition", rows, eager=True),
            **{
                name: _values(fact, rows, dice)
                for name, fact in library().facts.items()
                if lapse or name not in scopes
            },
        }
    )
    frame.write_parquet(path) if path.suffix == ".parquet" else frame.write_csv(path)
    return path


def _days(numbers: np.ndarray) -> pl.Series:
    return pl.Series(numbers.astype(np.int32) + (FIRST - date(1970, 1, 1)).days).cast(pl.Date)


def _values(fact: Fact, rows: int, dice: np.random.Generator) -> pl.Series:
    match fact.type:
        case "yes-no":
            values = pl.Series(dice.random(rows) < 0.5)
        case "date":
            values = _days(dice.integers(-3_000, 5_000, rows))
        case "code":
            values = pl.Series(np.array(fact.codes)[dice.integers(0, len(fact.codes), rows)])
        case _:
            values = pl.Series(dice.integers(0, 400, rows))
    return values.set(pl.Series(dice.random(rows) >= KNOWN), None)


def _assessed(path: Path, rows: int, said: str, options: tuple[str, ...]) -> Iterable[Row]:
    out = path.with_name(f"findings{path.suffix}")
    asked = [*DEDERE, "assess", "--bulk", str(path), "-o", str(out), "--json", *options]
    ran = run(asked)
    done = ran.said
    assert done["charges"] == rows, done
    work = f"assess a docket of {rows:,} charges, {said}"
    told = f"{work} ({done['rows']:,} findings)"
    yield Row(work=told, who=OURS, figure=done["charges_per_second"], unit="charges/s", better="higher")
    yield Row(work=f"{work}: processor time", who=OURS, figure=ran.processor, unit="s", better="lower")
    size = round(out.stat().st_size / 2**20, 1)
    yield Row(work=f"{work}: the findings' file", who=OURS, figure=size, unit="MiB", better="lower")
    yield Row(work=f"{work}: peak memory", who=OURS, figure=ran.peak, unit="MiB", better="lower")


if __name__ == "__main__":
    main(measure, __doc__ or "")
