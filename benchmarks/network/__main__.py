"""What to remove: R, the smallest sets, time and memory, ours against published methods on the same graphs.

Every method and graph is a process of its own, ended where it does not finish. ``--only`` and ``--by`` take
names joined by commas, ``--seconds`` is what ours may take for each of its three answers.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from benchmarks.network.contest import Outcome, tried, warmed
from benchmarks.network.graphs import graphs
from benchmarks.network.methods import TARGETS, methods
from benchmarks.network.table import gains
from benchmarks.rows import Row, options, show

QUICK = ("karate-club", "grid-89", "flights-2008")
PATIENCE = 600.0  # seconds, for one method on one graph
LARGEST = {
    "adaptive betweenness": 10_000,
    "CI 3 with reinsertion": 100_000,
    "min-sum with reinsertion": 100_000,
}


def measure(asked: argparse.Namespace) -> Iterator[Row]:
    """Run every method on every graph; tell what came of it, and what ours gains on the best other."""
    every = methods(asked.seconds)
    who = asked.by.split(",") if asked.by else list(every)
    for method in who:
        warmed(every[method])
    found = []
    for name in asked.only.split(",") if asked.only else QUICK if asked.quick else graphs():
        structure = graphs()[name].made()
        for method in who:
            if structure.parties > LARGEST.get(method, structure.parties):
                continue
            outcome = tried(structure, every[method], PATIENCE)
            print(f"{name}: {method}{'' if outcome else ' did not finish'}", file=sys.stderr)
            if outcome:
                found += _rows(f"{name} ({structure.parties:,} parties)", method, outcome)
    yield from found
    yield from gains(found)


def _rows(graph: str, who: str, outcome: Outcome) -> list[Row]:
    sets = [
        (f"set to {share:.0%}", size, "parties") for share, size in zip(TARGETS, outcome.sets, strict=True)
    ]
    told = [
        ("R", round(outcome.robustness, 6), ""),
        *sets,
        ("time", round(outcome.seconds, 2), "s"),
        ("processor", round(outcome.processor, 2), "s"),
        ("peak memory", round(outcome.peak), "MiB"),
    ]
    return [
        Row(work=f"{graph}: {what}", who=who, figure=figure, unit=unit, better="lower")
        for what, figure, unit in told
    ]


def main() -> None:
    """Parse the options, measure, print."""
    parser = options(__doc__ or "")
    parser.add_argument("--only", help="graphs by name")
    parser.add_argument("--by", help="methods by name")
    parser.add_argument("--seconds", type=float, default=None)
    asked = parser.parse_args()
    asked.seconds = asked.seconds or (0.5 if asked.quick else 20.0)
    show(measure(asked), as_json=asked.json)


if __name__ == "__main__":
    main()
