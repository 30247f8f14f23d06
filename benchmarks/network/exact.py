"""How far the best removal is proved: on small graphs in how many seconds, on larger ones with which gap.

For 5, 10 and 29 removals (the largest component left) and for the smallest set to 10 %. Each search begins
from what the quick one finds, within the same minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.network.graphs import graphs
from benchmarks.network.measures import most
from benchmarks.rows import OURS, Row, options, show
from dedere.links import removal
from dedere.links.exact import searching as exact
from dedere.links.exact.problem import ALONE, Answer, Problem
from dedere.links.objective import Objective
from dedere.links.structure import Structure

BUDGETS = (5, 10, 29)
SHARE = 0.1
LARGEST = 2_000  # parties
SECONDS = 60.0  # for a question, of which
QUICKLY = 1 / 30  # is for the quick search
QUICK = ("southern-women", "karate-club", "mexico-2025", "les-miserables")


def measure(*, quick: bool, only: list[str]) -> Iterator[Row]:
    """Ask every question of every graph, tell value, bound, gap and seconds."""
    for _, asked in _questions(graphs()[QUICK[0]].made(), 0.5):
        asked()  # compiling is not counted
    for name in only or (QUICK if quick else graphs()):
        structure = graphs()[name].made()
        if structure.parties > LARGEST:
            continue
        for question, asked in _questions(structure, 2.0 if quick else SECONDS):
            begun = time.perf_counter()
            answer = asked()
            seconds = time.perf_counter() - begun
            yield from _rows(f"{name} ({structure.parties:,} parties): {question}", answer, seconds)


def _questions(structure: Structure, seconds: float) -> Iterator[tuple[str, Callable[[], Answer]]]:
    for budget in BUDGETS:
        yield f"largest component after {budget}", partial(_best, structure, budget, seconds)
    yield f"set to {SHARE:.0%}", partial(_smallest, structure, seconds)


def _best(structure: Structure, budget: int, seconds: float) -> Answer:
    begun = time.perf_counter()
    found = removal.best(structure, budget=budget, seconds=seconds * QUICKLY, seed=1)
    answer = exact.best(
        _free(structure),
        budget=budget,
        objective=Objective.LARGEST,
        seconds=seconds - (time.perf_counter() - begun),
        start=_marked(structure, found.removed),
    )
    assert answer is not None, "nobody is fixed"
    return answer


def _smallest(structure: Structure, seconds: float) -> Answer:
    begun, small = time.perf_counter(), most(structure, SHARE)
    found = removal.smallest(structure, most=small, seconds=seconds * QUICKLY, seed=1)
    assert found is not None, "with everyone lawful there is always a set"
    answer = exact.smallest(
        _free(structure),
        most=small,
        seconds=seconds - (time.perf_counter() - begun),
        start=_marked(structure, found.removed),
    )
    assert answer is not None, "with everyone lawful there is always a set"
    return answer


def _free(structure: Structure) -> Problem:
    n = structure.parties
    return Problem(
        structure=structure,
        lawful=np.ones(n, np.bool_),
        costs=np.ones(n),
        fixed=np.zeros(n, np.bool_),
        groups=np.full(n, ALONE, np.int32),
    )


def _marked(structure: Structure, removed: NDArray[np.int32]) -> NDArray[np.bool_]:
    gone = np.zeros(structure.parties, np.bool_)
    gone[removed] = True
    return gone


def _rows(work: str, answer: Answer, seconds: float) -> Iterator[Row]:
    for what, figure, unit in (
        ("value", answer.value, "parties"),
        ("bound", answer.bound, "parties"),
        ("gap", round(100 * answer.gap, 1), "%"),
        ("time", round(seconds, 1), "s"),
    ):
        yield Row(work=f"{work}, {what}", who=OURS, figure=figure, unit=unit, better="lower")


def main() -> None:
    """Parse the options, measure, print."""
    parser = options(__doc__ or "")
    parser.add_argument("--only", help="graphs by name")
    asked = parser.parse_args()
    only = asked.only.split(",") if asked.only else []
    show(measure(quick=asked.quick, only=only), as_json=asked.json)


if __name__ == "__main__":
    main()
