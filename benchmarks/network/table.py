"""Rows of the contest as tables: each graph against the best of the others, or every method on it.

``python -m benchmarks.network.table FILE.json …`` reads rows that were kept; the later stand for the earlier.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.rows import OURS, Row

MEASURES = ("R", "set to 1%", "set to 10%")
Figures = dict[str, dict[str, dict[str, float]]]


def figures(rows: Iterable[Row]) -> Figures:
    """By graph, the smallest first, measure and method."""
    found: Figures = {}
    for row in sorted(rows, key=lambda row: int("0" + re.sub(r"^.*\(|\D", "", row.work.partition(":")[0]))):
        graph, _, what = row.work.partition(": ")
        found.setdefault(graph, {}).setdefault(what, {})[row.who] = row.figure
    return found


def best_of_others(by_method: dict[str, float]) -> tuple[str, float]:
    """The lowest figure that is not ours, and whose it is."""
    return min(((who, figure) for who, figure in by_method.items() if who != OURS), key=lambda pair: pair[1])


def gain(by_method: dict[str, float]) -> float:
    """How far ours lies below the best of the others, in per cent of theirs."""
    return 100 * (1 - by_method[OURS] / best_of_others(by_method)[1])


def gains(rows: Iterable[Row]) -> Iterator[Row]:
    """The median and the least gain over the graphs, by measure, where ours and others were run."""
    found = figures(rows)
    for what in MEASURES:
        some = [gain(of[what]) for of in found.values() if OURS in of[what] and len(of[what]) > 1]
        if some:
            for name, figure in (("median", statistics.median(some)), ("least", min(some))):
                work = f"{what}: gain on the best of the others, {name} of {len(some)} graphs"
                yield Row(work=work, who=OURS, figure=round(figure, 2), unit="%", better="higher")


def against(found: Figures) -> str:
    """A table of each graph: ours, the best of the others and whose it is, and the gain, for each measure."""
    head = "| graph | " + " | ".join(f"{what}: ours | best of the others | gain" for what in MEASURES) + " |"
    lines = [head, "|---|" + "---:|---|---:|" * len(MEASURES)]
    for graph, of in found.items():
        cells = [graph]
        for what in MEASURES:
            if OURS in of[what] and len(of[what]) > 1:
                who, best = best_of_others(of[what])
                cells += [
                    f"{of[what][OURS]:,}",
                    f"{best:,} ({who})",
                    f"{gain(of[what]):.1f} %".replace("-", "−"),
                ]
            else:
                cells += ["", "", ""]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def every(found: Figures) -> str:
    """A table of each graph and method."""
    lines = [
        "| graph | method | R | set to 1% | set to 10% | s | processor s | MiB |",
        "|---|---|" + "---:|" * 6,
    ]
    for graph, of in found.items():
        for who in of["R"]:
            cells = [f"{of[what][who]:,}" for what in (*MEASURES, "time", "processor", "peak memory")]
            lines.append(f"| {graph} | {who} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Print the tables and the gains of the rows in the files given."""
    rows = [Row(**row) for path in sys.argv[1:] for row in json.loads(Path(path).read_text(encoding="utf-8"))]
    kept = [row for row in rows if "gain on" not in row.work]
    found = figures(kept)
    print(against(found), *(f"{row.work}: {row.figure} %" for row in gains(kept)), every(found), sep="\n\n")


if __name__ == "__main__":
    main()
