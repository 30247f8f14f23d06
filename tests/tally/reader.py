"""A reader who has only what is published, and tries every docket that agrees with it.

Written apart from the house's own attacker: it takes the JSON that is published, and counts.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, milp

from dedere.tally.route import Route

Cell = tuple[str, str, str]
TOLD = ("track", "direction", "opened", "stage", "ground", "consent", "handed_over", "aftercare", "operation")


def kinds_of(routes: Sequence[Route]) -> list[tuple[dict[str, str], int]]:
    """Who there is, as far as tables tell; the reader is granted which kinds exist, not how many of each."""
    counted = Counter(tuple((name, getattr(route, name)) for name in TOLD) for route in routes)
    return [(dict(kind), number) for kind, number in counted.items()]


# Of whom no table tells: found, if at all, by subtracting one total from another.
ASIDE: dict[str, Callable[[dict[str, str]], bool]] = {
    "not refused": lambda kind: not kind["ground"],
    "not refused, received": lambda kind: not kind["ground"] and kind["direction"] == "received",
    "not handed over": lambda kind: not kind["handed_over"],
    "not handed over, made": lambda kind: not kind["handed_over"] and kind["direction"] == "made",
    "not handed over, deportation": lambda kind: not kind["handed_over"] and kind["track"] == "deportation",
    "not asked to consent": lambda kind: not kind["consent"],
    "handed over alone": lambda kind: bool(kind["handed_over"]) and not kind["operation"],
    "deported alone": lambda kind: (
        bool(kind["handed_over"]) and not kind["operation"] and kind["track"] == "deportation"
    ),
}


class Reader:
    """Every cell of the published tables of routes as a sum over kinds of route."""

    def __init__(self, published: dict[str, Any], routes: Sequence[Route]) -> None:
        self.kinds = kinds_of(routes)
        self.counts: dict[Cell, int | None] = {}
        """What is published of each cell; a published handover is a cell too."""
        self.sums: dict[Cell, NDArray[np.int64]] = {}
        for table in published["tables"]:
            if {table["rows"], table["columns"]} <= set(TOLD):
                for cell in table["cells"]:
                    key = (table["name"], cell["row"], cell["column"])
                    self.counts[key] = cell["count"]
                    self.sums[key] = self._sum(table, cell)

        for number, flight in enumerate(published["operations"]):
            key = ("operations", str(number), "")
            self.counts[key] = flight["persons"]
            self.sums[key] = np.array([bool(kind["operation"]) for kind, _ in self.kinds], dtype=np.int64)

        for name, predicate in ASIDE.items():
            self.sums[(name, "aside", "")] = np.array(
                [predicate(kind) for kind, _ in self.kinds], dtype=np.int64
            )

    def _sum(self, table: dict[str, Any], cell: dict[str, Any]) -> NDArray[np.int64]:
        def within(kind: dict[str, str]) -> bool:
            row, column = kind[table["rows"]], kind[table["columns"]]
            return bool(row and column) and cell["row"] in ("", row) and cell["column"] in ("", column)

        return np.array([within(kind) for kind, _ in self.kinds], dtype=np.int64)

    @property
    def hidden(self) -> list[Cell]:
        """What must not be found: each hidden cell, and what is small and follows by subtracting totals."""
        truth = np.array([number for _, number in self.kinds])
        aside = [cell for cell in self.sums if cell[1] == "aside" and 0 < self.sums[cell] @ truth < 5]
        return [cell for cell, count in self.counts.items() if count is None] + aside

    def tried(self, further: int) -> dict[Cell, set[int]]:
        """The values of each hidden cell over every docket that agrees, up to ``further`` more of a kind."""
        ranges = [range(number + further + 1) for _, number in self.kinds]
        every = np.array(list(itertools.product(*ranges)), dtype=np.int64)
        for cell, count in self.counts.items():
            found = every @ self.sums[cell]
            every = every[found >= 1 if count is None else found == count]
        return {cell: set((every @ self.sums[cell]).tolist()) for cell in self.hidden}

    def ends(self) -> Iterator[tuple[Cell, int, int]]:
        """The least and the largest value of each hidden cell, by whole-number programming."""
        cells = list(self.counts)
        matrix = np.array([self.sums[cell] for cell in cells])
        far = 10_000
        low = [1 if self.counts[cell] is None else self.counts[cell] for cell in cells]
        high = [far if self.counts[cell] is None else self.counts[cell] for cell in cells]
        for cell in self.hidden:
            ends = [
                milp(
                    sign * self.sums[cell],
                    constraints=LinearConstraint(matrix, low, high),
                    integrality=np.ones(len(self.kinds)),
                ).fun
                for sign in (1, -1)
            ]
            yield cell, round(ends[0]), round(-ends[1])
