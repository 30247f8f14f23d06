"""What a removal must at least cost, or leave, by linear programmes that grow by cuts."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.exact.kernel import Kernel
from dedere.links.exact.programme import Columns, Programme, Solved
from dedere.links.exact.reaching import component_cuts, cover_cuts

DEPTHS = 6
ROOTS = 400  # of a large network, so many a round, in turn
STALLED = 8  # rounds over which the bound must have risen
RISE = 0.002


def _stalled(bounds: list[float]) -> bool:
    """Whether further cuts hardly raise the bound; one that has not yet left the ground may still."""
    patience = STALLED if bounds[-1] > bounds[0] + RISE else 6 * STALLED
    return len(bounds) > patience and bounds[-1] - bounds[-patience] < RISE * max(1.0, abs(bounds[-1]))


class Relaxation(ABC):
    """The choices of a kernel as shares between 0 and 1, and what every removal obeys."""

    def __init__(self, kernel: Kernel, programme: Programme, *, budget: float) -> None:
        self.kernel = kernel
        self.programme = programme
        self.choices = len(kernel.costs)
        self._turn = 0
        self._keep_order()
        if np.isfinite(budget):
            row = np.zeros((1, programme.columns))
            row[0, : self.choices] = -kernel.costs
            self._keep(row, np.array([-budget - 1e-9]))

    @abstractmethod
    def cuts(self, x: Columns) -> tuple[NDArray[np.float64], Columns]:
        """Return rows and what each must at least be, that a solution does not obey."""

    def least(self, bound: float) -> float:
        """Return the value that a bound of the programme stands for."""
        return bound

    def root(self, deadline: Deadline) -> Solved:
        """Solve in fractions, cutting off as long as it raises the bound."""
        bounds: list[float] = []
        while True:
            solved = self.programme.solve()
            if not np.isfinite(solved.bound):
                return solved
            bounds.append(solved.bound)
            if _stalled(bounds) or not deadline.left or not self.tighten(solved.x):
                return solved
            if len(bounds) % 5 == 0 and bounds[-1] > bounds[-5]:
                self.programme.drop_slack()

    def tighten(self, x: Columns) -> bool:
        """Cut a solution off; whether there was a cut that does."""
        rows, lower = self.cuts(x)
        if len(rows):
            self.programme.cut(rows, lower)
        return bool(len(rows))

    def roots(self) -> NDArray[np.int32]:
        """Return from whom to look for cuts this time: everyone, or so many in turn."""
        parties = len(self.kernel.weights)
        many = min(parties, ROOTS)
        self._turn += many
        return ((np.arange(many) * max(1, parties // max(1, many)) + self._turn) % parties).astype(np.int32)

    def _keep_order(self) -> None:
        order = self.kernel.order
        rows = np.zeros((len(order), self.programme.columns))
        rows[np.arange(len(order)), order[:, 0]] = 1.0
        rows[np.arange(len(order)), order[:, 1]] = -1.0
        self._keep(rows, np.zeros(len(order)))

    def _keep(self, rows: NDArray[np.float64], lower: Columns) -> None:
        if len(rows):
            self.programme.keep(rows, lower)


class Covering(Relaxation):
    """The least cost of leaving components of at most ``most``."""

    def __init__(self, kernel: Kernel, *, most: int, budget: float) -> None:
        self.most = most
        super().__init__(kernel, Programme(kernel.costs, np.ones(len(kernel.costs))), budget=budget)

    def cuts(self, x: Columns) -> tuple[NDArray[np.float64], Columns]:
        """Return the trees that are too heavy and lose too little, the most violated."""
        kernel = self.kernel
        rows, by = cover_cuts(
            kernel.structure, kernel.weights, kernel.choice, x, self.most, self.roots(), DEPTHS
        )
        worst = np.argsort(-by, kind="stable")[: max(40, len(kernel.weights) // 2)]
        return rows[worst], np.ones(len(worst))


class Pairing(Relaxation):
    """The fewest pairs still connected within a budget.

    Beside the choices stand the sizes of each party's own component, 0 for who is removed: the pairs are
    half the sum of size − 1 over all who are left.
    """

    def __init__(self, kernel: Kernel, *, budget: float) -> None:
        own, mine = np.zeros(len(kernel.costs)), kernel.choice >= 0
        np.add.at(own, kernel.choice[mine], kernel.weights[mine] / 2)
        objective = np.concatenate((own, kernel.weights / 2))
        upper = np.concatenate((np.ones(len(own)), np.full(len(kernel.weights), np.inf)))
        super().__init__(kernel, Programme(objective, upper), budget=budget)

    def least(self, bound: float) -> float:
        """Return the pairs that a bound of the programme stands for."""
        return bound - float(self.kernel.weights.sum()) / 2

    def cuts(self, x: Columns) -> tuple[NDArray[np.float64], Columns]:
        """Return, of each root looked at, who is reached beyond the size that it has in the solution."""
        kernel, choices = self.kernel, self.choices
        found, weight, root = component_cuts(
            kernel.structure, kernel.weights, kernel.choice, x[:choices], x[choices:], self.roots()
        )
        rows = np.zeros((len(found), len(x)))
        rows[:, :choices] = found
        rows[np.arange(len(found)), choices + root] = 1.0
        return rows, weight
