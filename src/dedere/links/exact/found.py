"""The best set found so far, and the sets that a solution in shares suggests."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.exact.kernel import Kernel
from dedere.links.exact.problem import Problem
from dedere.links.exact.programme import Columns
from dedere.links.exact.rounding import put_back
from dedere.links.objective import Objective, value

SLACK = 1e-9


class Found:
    """The best removal within a budget so far, by an objective."""

    def __init__(self, problem: Problem, removed: NDArray[np.bool_], objective: Objective) -> None:
        self.problem = problem
        self.objective = objective
        self.removed = removed
        self.value = value(problem.structure, removed, objective)

    def offer(self, removed: NDArray[np.bool_]) -> None:
        """Keep a removal if it is better."""
        worth = value(self.problem.structure, removed, self.objective)
        if worth < self.value:
            self.value, self.removed = worth, removed


def small_enough(kernel: Kernel, problem: Problem, shares: Columns, most: int) -> NDArray[np.bool_]:
    """Return a removal that leaves components of at most ``most``, keeping the choices of least share."""
    made = put_back(kernel.structure, kernel.weights, kernel.choice, _least_first(kernel, shares), most)
    return kernel.removed(problem, made)


def affordable(kernel: Kernel, problem: Problem, shares: Columns, budget: float) -> NDArray[np.bool_]:
    """Return the removal of the choices of greatest share, as far as the budget goes."""
    made, spent = np.zeros(len(shares), np.bool_), problem.cost(problem.settled())
    for choice in _least_first(kernel, shares)[::-1]:
        if spent + kernel.costs[choice] <= budget + SLACK:
            made[choice] = True
            spent += kernel.costs[choice]
    return kernel.removed(problem, made)


def _least_first(kernel: Kernel, shares: Columns) -> NDArray[np.int64]:
    """Return the choices by share, and of equal shares by how many they touch."""
    touched, mine = np.zeros(len(shares)), kernel.choice >= 0
    np.add.at(touched, kernel.choice[mine], np.diff(kernel.structure.starts)[mine])
    return np.lexsort((touched, np.round(shares, 6)))
