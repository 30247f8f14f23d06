"""The best removal within a budget and the cheapest that is enough, with what is proved of all others."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.exact.found import SLACK, Found, affordable
from dedere.links.exact.kernel import kernel
from dedere.links.exact.largest import Cheapest, cost_bound, size_bound
from dedere.links.exact.packing import least_value
from dedere.links.exact.problem import ROUNDING, Answer, Problem
from dedere.links.exact.programme import Columns
from dedere.links.exact.proving import prove
from dedere.links.exact.relaxation import Pairing
from dedere.links.objective import Objective, value


def best(
    problem: Problem,
    *,
    budget: float,
    objective: Objective,
    seconds: float | None,
    start: NDArray[np.bool_] | None = None,
    looked: Callable[[], None] | None = None,
) -> Answer | None:
    """Return the removal within a budget after which the objective is least; None if the fixed exceed it.

    ``start`` (n,) is a removal to begin with. After ``seconds`` the answer is what was found and proved.
    ``looked`` is called whenever the search looks at the clock, and may raise to end it.
    """
    settled = problem.settled()
    if problem.cost(settled) > budget + SLACK:
        return None
    deadline = Deadline(seconds, looked)
    found = Found(problem, settled, objective)
    if start is not None:
        found.offer(start)
    floor = max(
        value(problem.structure, _everyone(problem), objective), least_value(problem, budget, objective)
    )
    if objective is Objective.LARGEST:
        bound = float(size_bound(found, budget, int(floor), deadline))
    else:
        bound = max(floor, _pairs_bound(found, budget, deadline))
    return Answer(value=found.value, bound=min(bound, found.value), removed=found.removed)


def smallest(
    problem: Problem, *, most: int, seconds: float | None, start: NDArray[np.bool_] | None = None
) -> Answer | None:
    """Return the cheapest removal that leaves components of at most ``most``; None if there is none.

    The value and the bound are costs.
    """
    everyone = _everyone(problem)
    if value(problem.structure, everyone, Objective.LARGEST) > most:
        return None
    found = Cheapest(problem, most, everyone)
    for removed in (problem.settled(), start):
        if removed is not None:
            found.offer(removed)
    bound = cost_bound(found, Deadline(seconds))
    return Answer(value=found.cost, bound=bound, removed=found.removed)


def _everyone(problem: Problem) -> NDArray[np.bool_]:
    """Return the removal of everyone who may be removed."""
    gone = problem.settled()
    for members in problem.choices():
        gone[list(members)] = True
    return gone


def _pairs_bound(found: Found, budget: float, deadline: Deadline) -> float:
    problem = found.problem
    small = kernel(problem, budget=budget, most=None)
    left = budget - problem.cost(problem.settled())
    if not len(small.costs):
        return found.value
    pairing = Pairing(small, budget=left)

    def judge(shares: Columns) -> float:
        found.offer(affordable(small, problem, shares, budget))
        return found.value - 1 + ROUNDING

    bound = prove(pairing, judge, deadline)
    return min(float(found.value), math.ceil(bound - ROUNDING) if math.isfinite(bound) else bound)
