"""``dedere assess --bulk``: findings on a whole docket, the broken rows named and set aside."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from dedere.cli.aside import Aside
from dedere.cli.cells import read_cells, readers
from dedere.cli.docket import Docket, UnreadableDocket, open_docket
from dedere.cli.findings import columns, of_charges, write
from dedere.cli.progress import bar
from dedere.cli.words import Words
from dedere.law.bulk import FINDINGS
from dedere.law.library import Library


@dataclass(slots=True)
class Figures:
    """What a run came to, counted as it goes."""

    charges: int = 0
    without_instrument: int = 0
    rows: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    instruments: set[str] = field(default_factory=set)

    def add(self, charges: pl.DataFrame, found: pl.DataFrame) -> None:
        """Count one batch."""
        self.charges += charges.height
        self.rows += found.height
        self.findings.update(dict(found["finding"].value_counts().iter_rows()))
        self.instruments.update(found["instrument"].unique())
        several = found.select("case", "charge").unique().height
        self.without_instrument += charges.select("case", "charge").unique().height - several


def assess_docket(
    path: Path, output: Path, library: Library, say: Words, *, on: date | None, needs: bool
) -> dict[str, Any]:
    """Assess every charge of a docket, write the findings, and return the figures of the run."""
    docket = open_docket(path, library.facts, dated=on is not None)
    _demand_output(path, output)
    started, figures = time.perf_counter(), Figures()
    broken = output.with_name(f"{output.stem}.broken.csv")
    with Aside(broken, docket.columns, say) as aside, bar() as progress:
        doing = progress.add_task(path.name, total=docket.rows)

        def parts() -> Iterator[pl.DataFrame]:
            for charges in _charges(docket, library, aside, on):
                found = of_charges(charges, library, needs=needs)
                figures.add(charges, found)
                progress.update(doing, completed=figures.charges + aside.rows)
                yield found

        write(parts, output, columns(library, needs=needs))
        progress.update(doing, total=figures.charges + aside.rows)
    return {
        "docket": str(path),
        "output": str(output),
        "as_of": on and on.isoformat(),
        **_figures(figures, library, time.perf_counter() - started),
        "broken": aside.rows,
        "rows_broken": aside.first,
        "set_aside": str(broken) if aside.rows else "",
    }


def _demand_output(path: Path, output: Path) -> None:
    if output.suffix.lower() not in (".parquet", ".csv"):
        raise UnreadableDocket(
            where=str(output), what="the findings go to no such file", remedy="name a .parquet or .csv file"
        )
    if output.absolute() == path.absolute():
        raise UnreadableDocket(where=str(output), what="this is the docket", remedy="name another file")


def _charges(docket: Docket, library: Library, aside: Aside, on: date | None) -> Iterator[pl.DataFrame]:
    """Yield the charges that can be read, and set the others aside."""
    by_column = readers(library.facts)
    for raw, unfit in docket.batches():
        good, broken = read_cells(raw, by_column, on)
        aside.add(sorted([*unfit, *broken], key=lambda each: each.row))
        yield good


def _figures(figures: Figures, library: Library, seconds: float) -> dict[str, Any]:
    return {
        "charges": figures.charges,
        "without_instrument": figures.without_instrument,
        "rows": figures.rows,
        "findings": {each.value: figures.findings[each.value] for each in FINDINGS},
        "instruments": [
            {"id": each.id, "digest": each.digest}
            for each in library.instruments.values()
            if each.id in figures.instruments
        ],
        "seconds": round(seconds, 3),
        "charges_per_second": round(figures.charges / seconds) if seconds else 0,
    }


def lines(figures: Mapping[str, Any], say: Words) -> Iterator[str]:
    """The figures of a run as lines for people, the first broken rows before them."""
    name = Path(figures["docket"]).name
    for row in figures["rows_broken"]:
        yield f"  {name}: {row['row']}: {row['what']}; {row['remedy']}"
    if (more := figures["broken"] - len(figures["rows_broken"])) > 0:
        yield f"  … {more:,}"
    yield say.say("docket-assessed", **figures)
    yield ", ".join(f"{say.code('finding', name)}: {n:,}" for name, n in figures["findings"].items())
    if figures["without_instrument"]:
        yield say.say("docket-without-instrument", n=figures["without_instrument"])
    if figures["broken"]:
        yield say.say("set-aside", file=figures["set_aside"])
