"""One problem solved: a search for a good set, and then, where asked, the proof or a better one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links import removal
from dedere.links.exact import packing, searching
from dedere.links.exact.found import SLACK
from dedere.links.exact.problem import ALONE, Answer, Problem
from dedere.links.objective import Objective
from dedere.links.objective import value as counted

SEARCH = 0.2  # of the time
# Of the search: a proof begins from a good set and finds better ones itself.
ROUNDS, ROUNDS_ALONE = 1, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The best set within a ``budget``, or the cheapest that leaves components of at most ``most``."""

    objective: Objective
    budget: float | None
    most: int | None
    exact: bool
    seed: int

    def worth(self, problem: Problem, gone: NDArray[np.bool_]) -> float:
        """Return what a set is worth: what it leaves of the objective, or costs."""
        return self.left(problem, gone) if self.most is None else problem.cost(gone)

    def left(self, problem: Problem, gone: NDArray[np.bool_]) -> float:
        """Return what a set leaves of the objective, whatever it costs."""
        objective = self.objective if self.most is None else Objective.LARGEST
        return float(counted(problem.structure, gone, objective))

    def reached(self, problem: Problem, gone: NDArray[np.bool_]) -> bool:
        """Whether a set is within the budget, or leaves components small enough."""
        if self.most is not None:
            return counted(problem.structure, gone, Objective.LARGEST) <= self.most
        return self.budget is None or problem.cost(gone) <= self.budget + SLACK


def solved(problem: Problem, goal: Goal, seconds: float) -> Answer | None:
    """Return the set and its bound after so many seconds at most; None where no lawful set will do."""
    start = _searched(problem, goal, seconds * (SEARCH if goal.exact else 1.0))
    if goal.exact and goal.most is not None:
        return searching.smallest(problem, most=goal.most, seconds=seconds, start=start)
    if goal.exact and goal.budget is not None:
        return searching.best(
            problem, budget=goal.budget, objective=goal.objective, seconds=seconds, start=start
        )
    if start is None or not goal.reached(problem, start):
        return None
    value = goal.worth(problem, start)
    return Answer(value=value, bound=min(value, _quick_bound(problem, goal)), removed=start)


def _quick_bound(problem: Problem, goal: Goal) -> float:
    if goal.most is not None:
        return packing.least_cost(problem, goal.most)
    return packing.least_value(problem, goal.budget or 0.0, goal.objective)


def _searched(problem: Problem, goal: Goal, seconds: float) -> NDArray[np.bool_] | None:
    """Return a good set, None where the search finds none."""
    costs, gone = np.maximum(problem.costs, SLACK), problem.settled()
    if goal.most is not None:
        found = removal.smallest(
            problem.structure,
            most=goal.most,
            lawful=(problem.lawful & (problem.groups == ALONE)) | gone,
            costs=costs,
            seed=goal.seed,
            seconds=seconds,
        )
        if found is None:
            return None
    else:
        found = removal.best(
            problem.structure,
            budget=goal.budget or 0.0,
            objective=goal.objective,
            lawful=problem.lawful,
            costs=costs,
            fixed=problem.fixed,
            groups=problem.groups,
            seed=goal.seed,
            seconds=seconds,
            rounds=ROUNDS if goal.exact else ROUNDS_ALONE,
        )
    gone[found.removed] = True
    return gone
