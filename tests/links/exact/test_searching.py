"""What is said to be proved, against every removal there is of small networks."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.exact.problem import ALONE, Problem
from dedere.links.exact.searching import best, smallest
from dedere.links.objective import Objective, value
from links.structures import structures


@st.composite
def problems(draw: st.DrawFn, most: int = 9) -> Problem:
    """Any problem on a small structure: some unlawful, some fixed, some grouped, costs uneven."""
    structure = draw(structures(most))
    n = structure.parties

    def each(strategy: st.SearchStrategy[object]) -> list[object]:
        return draw(st.lists(strategy, min_size=n, max_size=n))

    plain = draw(st.booleans())
    lawful = np.array(each(st.sampled_from((True, True, True, False))), np.bool_)
    fixed = np.array(each(st.sampled_from((False, False, False, False, True))), np.bool_) & lawful
    groups = np.array(each(st.sampled_from((ALONE, ALONE, ALONE, 0, 1))), np.int32)
    costs = np.array(each(st.sampled_from((0.0, 0.5, 1.0, 1.5, 2.0))), np.float64)
    return Problem(
        structure=structure,
        lawful=lawful,
        costs=np.ones(n) if plain else costs,
        fixed=fixed if not plain else np.zeros(n, np.bool_),
        groups=groups if not plain else np.full(n, ALONE, np.int32),
    )


def removals(problem: Problem) -> list[np.ndarray]:
    """Every removal that takes only the lawful, all the fixed, and groups whole."""
    n = problem.structure.parties
    fixed = {int(i) for i in np.flatnonzero(problem.fixed)}
    found = []
    for some in chain.from_iterable(combinations(range(n), size) for size in range(n + 1)):
        gone = np.zeros(n, np.bool_)
        gone[list(some)] = True
        split = any(
            gone[problem.groups == group].any() and not gone[problem.groups == group].all()
            for group in (0, 1)
        )
        unlawful = gone & ~problem.lawful & ~problem.settled()
        if fixed <= set(some) and not split and not unlawful.any():
            found.append(gone)
    return found


@given(problems(), st.sampled_from((0.0, 1.0, 2.0, 3.0, 3.5)), st.sampled_from(list(Objective)))
@settings(max_examples=150)
def test_the_best_removal_agrees_with_trying_every_one(
    problem: Problem, budget: float, objective: Objective
) -> None:
    allowed = [gone for gone in removals(problem) if problem.cost(gone) <= budget]
    answer = best(problem, budget=budget, objective=objective, seconds=None)
    if not allowed:
        assert answer is None
        return
    assert answer is not None
    assert answer.proved
    assert answer.value == min(value(problem.structure, gone, objective) for gone in allowed)
    assert answer.value == value(problem.structure, answer.removed, objective)
    assert any(np.array_equal(answer.removed, gone) for gone in allowed)


@given(problems(), st.integers(0, 5))
@settings(max_examples=150)
def test_the_smallest_removal_agrees_with_trying_every_one(problem: Problem, most: int) -> None:
    enough = [
        problem.cost(gone)
        for gone in removals(problem)
        if value(problem.structure, gone, Objective.LARGEST) <= most
    ]
    answer = smallest(problem, most=most, seconds=None)
    if not enough:
        assert answer is None
        return
    assert answer is not None
    assert answer.proved
    assert answer.value == pytest.approx(min(enough))
    assert answer.value == problem.cost(answer.removed)
    assert value(problem.structure, answer.removed, Objective.LARGEST) <= most
