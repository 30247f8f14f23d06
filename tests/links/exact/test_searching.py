"""What is said to be proved, against every removal there is of small networks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.exact.problem import ALONE, Problem
from dedere.links.exact.searching import best, smallest
from dedere.links.objective import Objective, value
from links.exact.problems import problems, removals
from links.structures import drawn


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


@pytest.mark.parametrize("objective", Objective)
def test_whoever_waits_can_end_a_proof(objective: Objective) -> None:
    def looked() -> None:
        raise InterruptedError

    structure = drawn(30, 60, 1)
    problem = Problem(
        structure=structure,
        lawful=np.ones(30, np.bool_),
        costs=np.ones(30),
        fixed=np.zeros(30, np.bool_),
        groups=np.full(30, ALONE, np.int32),
    )
    with pytest.raises(InterruptedError):
        best(problem, budget=3, objective=objective, seconds=100, looked=looked)
