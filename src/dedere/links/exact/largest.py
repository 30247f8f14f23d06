"""The removals that leave no component above a size: whether a budget allows one, and the cheapest."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray

from dedere.links.deadline import Deadline
from dedere.links.exact.found import SLACK, Found, small_enough
from dedere.links.exact.kernel import Kernel, kernel
from dedere.links.exact.problem import ROUNDING, Problem
from dedere.links.exact.programme import Columns
from dedere.links.exact.proving import prove
from dedere.links.exact.relaxation import Covering
from dedere.links.objective import largest

HALF = 0.5


def size_bound(found: Found, budget: float, floor: int, deadline: Deadline) -> int:
    """Return a size that no removal within a budget brings the largest component below.

    What is found on the way is offered to ``found``. ``floor`` is such a size, known before.
    """
    low = _bisected(found, budget, floor, deadline, whole=False)
    while low < found.value and deadline.left:
        most = found.value - 1
        share = 1.0 if low == most else HALF
        if not _allowed(found, budget, most, deadline.within(share), whole=True):
            return found.value
        if found.value > most:
            return _bisected(found, budget, low, deadline, whole=True)
    return low


def cost_bound(found: Cheapest, deadline: Deadline) -> float:
    """Return what no removal that is small enough costs less than, as far as proved in time."""
    problem, step = found.problem, 1.0 if found.problem.integral else 0.0
    budget = found.cost - step
    small = kernel(problem, budget=budget, most=found.most)
    settled = problem.cost(problem.settled())
    if not len(small.costs):
        return found.cost if small.structure.parties or settled > budget else settled
    covering = Covering(small, most=found.most, budget=budget - settled)
    judge = partial(_cheaper, found, small, step, settled)
    bound = settled + prove(covering, judge, deadline)
    return min(found.cost, math.ceil(bound - ROUNDING) if step and math.isfinite(bound) else bound)


class Cheapest:
    """The cheapest removal so far that leaves components of at most ``most``."""

    def __init__(self, problem: Problem, most: int, removed: NDArray[np.bool_]) -> None:
        self.problem = problem
        self.most = most
        self.removed = removed
        self.cost = problem.cost(removed)

    def offer(self, removed: NDArray[np.bool_]) -> None:
        """Keep a removal if it is small enough and cheaper."""
        cost = self.problem.cost(removed)
        if cost < self.cost and largest(self.problem.structure, removed) <= self.most:
            self.cost, self.removed = cost, removed


def _cheaper(found: Cheapest, small: Kernel, step: float, settled: float, shares: Columns) -> float:
    found.offer(small_enough(small, found.problem, shares, found.most))
    return found.cost - settled - (step - ROUNDING if step else 1e-6)


def _bisected(found: Found, budget: float, low: int, deadline: Deadline, *, whole: bool) -> int:
    """Return the least size not refuted, by halving what lies between a bound and what is found."""
    high = found.value
    while low < high and deadline.left:
        most = (low + high) // 2
        if _allowed(found, budget, most, deadline.within(HALF) if whole else deadline, whole=whole):
            high = most
        else:
            low = most + 1
    return low


def _allowed(found: Found, budget: float, most: int, deadline: Deadline, *, whole: bool) -> bool:
    """Whether a removal within the budget that leaves at most ``most`` is found, or not refuted in time."""
    problem = found.problem
    small = kernel(problem, budget=budget, most=most)
    left = budget - problem.cost(problem.settled())
    if not len(small.costs):
        found.offer(problem.settled())
        return not small.structure.parties
    covering = Covering(small, most=most, budget=left)

    def judge(shares: Columns) -> float:
        removed = small_enough(small, problem, shares, most)
        if problem.cost(removed) <= budget + SLACK:
            found.offer(removed)
        return -math.inf if found.value <= most else math.inf

    if whole:
        return prove(covering, judge, deadline) <= left + SLACK
    root = covering.root(deadline)
    if math.isfinite(root.bound):
        judge(root.x)
    return math.isfinite(root.bound)
