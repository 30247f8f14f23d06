"""Bounds for networks of any size: groups that each lose someone, and how far a few can part many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.exact.problem import Problem
from dedere.links.objective import Objective
from dedere.links.structure import Structure, components


@compiled
def packed(structure: Structure, gone: NDArray[np.bool_], prices: NDArray[np.float64], most: int) -> float:
    """Return what removals that leave components of at most ``most`` cost at least.

    Each of several connected groups of more than ``most``, no party in two of them, must lose a member, whose
    price (n,) is infinite if he may not be removed. The groups are cut from a depth-first tree, from its ends
    inwards: such a tree is long and thin, and gives many.
    """
    n = len(gone)
    above, size, least = np.full(n, -1, np.int64), np.ones(n, np.int64), prices.copy()
    seen, at, stack = gone.copy(), structure.starts[:-1].copy(), np.empty(n, np.int64)
    total = 0.0
    for root in range(n):
        if seen[root]:
            continue
        stack[0], deep, seen[root] = root, 1, True
        while deep:
            party = stack[deep - 1]
            if at[party] < structure.starts[party + 1]:
                other = structure.ends[at[party]]
                at[party] += 1
                if not seen[other]:
                    seen[other], above[other], stack[deep] = True, party, other
                    deep += 1
                continue
            deep -= 1
            if size[party] > most:
                total += least[party]
            elif above[party] >= 0:
                size[above[party]] += size[party]
                least[above[party]] = min(least[above[party]], least[party])
    return total


def least_cost(problem: Problem, most: int) -> float:
    """Return a bound on the cost of leaving components of at most ``most``, infinite where it cannot be."""
    settled = problem.settled()
    return problem.cost(settled) + packed(problem.structure, settled, _prices(problem, settled), most)


def least_value(problem: Problem, budget: float, objective: Objective) -> float:
    """Return a bound on an objective after removals within a budget: the best of packing and counting."""
    settled = problem.settled()
    left, prices = budget - problem.cost(settled), _prices(problem, settled)
    size, pairs = _parted(problem, settled, prices, left)
    low, high = size, problem.structure.parties
    while low < high:
        most = (low + high) // 2
        if packed(problem.structure, settled, prices, most) > left + 1e-9:
            low = most + 1
        else:
            high = most
    return float(low) if objective is Objective.LARGEST else max(pairs, low * (low - 1) / 2)


def _prices(problem: Problem, settled: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return what removing a party costs at least: its own price, even if its group must go with it."""
    return np.where(problem.lawful & ~settled, problem.costs, np.inf)


def _parted(
    problem: Problem, settled: NDArray[np.bool_], prices: NDArray[np.float64], left: float
) -> tuple[int, float]:
    """Return the least largest component and pairs, from how many parts a budget can make of the largest.

    Who has d ties parts a component into at most d: so many parts, all equal, are the best there could be.
    """
    which, sizes = components(problem.structure, settled)
    if not len(sizes):
        return 0, 0.0
    inside = np.flatnonzero((which == int(sizes.argmax())) & np.isfinite(prices))
    parts = np.maximum(np.diff(problem.structure.starts)[inside] - 1.0, 0.0)
    price = np.maximum(prices[inside], 1e-12)
    gone = int((np.cumsum(np.sort(price)) <= left + 1e-9).sum())
    best = np.argsort(-parts / price, kind="stable")
    spent = np.cumsum(price[best])
    share = np.clip((left - (spent - price[best])) / price[best], 0.0, 1.0)
    many, stay = 1.0 + float((share * parts[best]).sum()), int(sizes.max()) - gone
    if stay <= 0:
        return 0, 0.0
    each = stay / many
    return int(np.ceil(each - 1e-9)), float(np.ceil(max(0.0, stay * (each - 1) / 2) - 1e-6))
