"""Rows of figures, how they are taken and how they are printed."""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure: what was done, by whom, and whether lower or higher is better."""

    work: str
    who: str
    figure: float
    unit: str
    better: str


def main(measure: Callable[[bool], Iterable[Row]], about: str) -> None:
    """Parse ``--quick`` and ``--json``, measure, print."""
    asked = options(about).parse_args()
    show(measure(asked.quick), as_json=asked.json)


def options(about: str) -> argparse.ArgumentParser:
    """The options that every benchmark has."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--quick", action="store_true", help="end within a minute")
    parser.add_argument("--json", action="store_true", help="print a JSON list of rows")
    return parser


def show(rows: Iterable[Row], *, as_json: bool) -> None:
    """Print rows as a JSON list or as a table."""
    found = list(rows)
    print(json.dumps([asdict(row) for row in found], indent=1) if as_json else _table(found))


def seconds_of(work: Callable[[], object], times: int) -> list[float]:
    """Return how long each of ``times`` runs took, in seconds, sorted."""
    found = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        found.append(time.perf_counter() - before)
    return sorted(found)


def quantile(sorted_seconds: list[float], share: float) -> float:
    """Return the value below which ``share`` of the sorted values lie."""
    return sorted_seconds[min(len(sorted_seconds) - 1, int(share * len(sorted_seconds)))]


def spread(work: str, who: str, runs: list[float], unit: str, scale: float, *shares: float) -> Iterable[Row]:
    """Yield one row for each quantile asked, in ``unit`` (seconds times ``scale``)."""
    for share in shares:
        name = "median" if share == 0.5 else f"p{round(share * 100)}"
        yield Row(
            work=f"{work}, {name}",
            who=who,
            figure=round((statistics.median(runs) if share == 0.5 else quantile(runs, share)) * scale, 3),
            unit=unit,
            better="lower",
        )


def _table(rows: list[Row]) -> str:
    head = f"{platform.platform()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    lines = ["| work | who | figure | unit | better |", "|---|---|---:|---|---|"]
    lines += [f"| {row.work} | {row.who} | {row.figure:,} | {row.unit} | {row.better} |" for row in rows]
    return "\n".join([head, "", *lines])
