"""Plans of invented networks: what is asked, what is barred, what each adds, what moves them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.exact.packing import least_cost, least_value
from dedere.links.exact.problem import Problem
from dedere.links.exact.searching import best
from dedere.links.named import UnknownParties
from dedere.links.objective import Objective, value
from dedere.links.plan import Plan, Wanted, plan
from dedere.links.plan.wanted import UnreadableWish
from dedere.links.structure import Structure, of_ends
from links.exact.problems import problems, removals
from links.networks import network

# Two stars whose centres, ana and beto, know each other through carla.
STARS = network(
    *(f"ana - a{leaf}" for leaf in range(4)),
    *(f"beto - b{leaf}" for leaf in range(3)),
    "ana - carla",
    "carla - beto",
)


def planned(wanted: Wanted, **options: object) -> Plan:
    return plan(STARS, wanted, **{"seconds": 600, **options})  # type: ignore[arg-type]


def who(found: Plan) -> list[str]:
    assert found.answer is not None
    return [found.ids[party] for party in np.flatnonzero(found.answer.removed)]


def test_the_centres_go_and_each_is_told_what_he_adds() -> None:
    found = planned(Wanted(budget=2))
    assert (who(found), found.answer.value, found.answer.proved) == (["ana", "beto"], 1, True)
    assert {found.ids[each.party]: each.left for each in found.adds} == {"ana": 6, "beto": 5}


def test_who_is_barred_is_never_chosen_and_who_is_lawful_moves_the_plan() -> None:
    found = planned(Wanted(budget=1, never=["ana"], objective=Objective.PAIRS))
    assert who(found) != ["ana"]
    lawful = [move for move in found.moves if move.lawful]
    assert [found.ids[move.party] for move in lawful] == ["ana"]
    assert lawful[0].answer.value < found.answer.value


def test_a_member_whom_no_near_set_can_spare_is_said_to_be_needed() -> None:
    star = network(*(f"ana - a{leaf}" for leaf in range(6)))
    (move,) = plan(star, Wanted(budget=1), seconds=600).moves
    assert (move.party, move.needed, move.answer.value) == (0, True, 6)


def test_sets_that_come_near_are_shown_beside_the_plan() -> None:
    found = planned(Wanted(budget=1))
    assert found.sets
    assert all(other.value <= found.answer.value + found.tolerance for other in found.sets)
    assert [move.needed for move in found.moves] == [False]


def test_an_organisation_is_not_surrendered_whatever_the_law() -> None:
    told = network(*(f"p{member} member-of brokers" for member in range(5)), "p0 works-with p1")
    found = plan(told, Wanted(budget=1), seconds=600)
    assert "brokers" not in who(found)
    assert not [move for move in found.moves if move.lawful]


def test_the_cheapest_set_until_a_share_is_reached() -> None:
    found = planned(Wanted(until=0.5))
    assert (found.answer.value, found.answer.proved) == (1, True)
    assert found.after[Objective.LARGEST] <= 5


def test_no_lawful_set_may_do() -> None:
    found = planned(Wanted(until=0.1, only=["a0"]))
    assert found.answer is None
    assert "out-of-reach" in [note.code for note in found.notes]


def test_a_budget_of_nothing_removes_nobody_and_says_so() -> None:
    found = planned(Wanted(budget=0))
    assert who(found) == []
    assert "nobody-goes" in [note.code for note in found.notes]


def test_a_budget_beyond_all_is_said_to_leave_no_choice() -> None:
    found = planned(Wanted(budget=100))
    assert found.answer.proved
    assert "budget-for-all" in [note.code for note in found.notes]


def test_costs_weigh_against_a_dear_member() -> None:
    assert who(planned(Wanted(budget=2, costs={"ana": 3.0}))) != ["ana"]


def test_who_is_fixed_goes_and_groups_go_whole() -> None:
    found = planned(Wanted(budget=3, fixed=["b0"], groups=[["ana", "a0"]]))
    assert {"b0"} < set(who(found))
    assert ("ana" in who(found)) == ("a0" in who(found))


def test_the_fast_plan_is_bounded_too() -> None:
    found = planned(Wanted(budget=1), exact=False, seconds=1)
    assert 0 < found.answer.bound <= found.answer.value


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(budget=1, until=0.1),
        Wanted(budget=-1),
        Wanted(budget=float("nan")),
        Wanted(until=0),
        Wanted(budget=1, costs={"ana": -1.0}),
        Wanted(budget=1, costs={"ana": float("nan")}),
    ],
)
def test_what_is_no_amount_is_refused(wanted: Wanted) -> None:
    with pytest.raises(UnreadableWish):
        planned(wanted)


def test_an_unknown_id_is_named_and_an_empty_network_refused() -> None:
    with pytest.raises(UnknownParties, match="nobody-known"):
        planned(Wanted(budget=1, never=["nobody-known"]))
    with pytest.raises(UnreadableWish, match="nobody is in it"):
        plan(network(), Wanted(budget=1))


@given(problems(), st.sampled_from((0.0, 1.0, 2.5)), st.integers(1, 4))
@settings(max_examples=60)
def test_no_removal_is_below_the_bounds_by_counting(problem: Problem, budget: float, most: int) -> None:
    for gone in removals(problem):
        if problem.cost(gone) <= budget:
            for objective in Objective:
                bound = least_value(problem, budget, objective)
                assert bound <= value(problem.structure, gone, objective)
        if value(problem.structure, gone, Objective.LARGEST) <= most:
            assert least_cost(problem, most) <= problem.cost(gone) + 1e-9


@given(problems(), st.sampled_from(list(Objective)), st.data())
@settings(max_examples=60)
def test_more_budget_and_more_lawful_persons_never_worsen_the_best(
    problem: Problem, objective: Objective, data: st.DataObject
) -> None:
    small = best(problem, budget=1.0, objective=objective, seconds=None)
    if small is None:
        return
    more = best(problem, budget=2.0, objective=objective, seconds=None)
    party = (
        data.draw(st.sampled_from(range(problem.structure.parties))) if problem.structure.parties else None
    )
    lawful = problem.lawful.copy()
    if party is not None:
        lawful[party] = True
    wider = best(replace(problem, lawful=lawful), budget=1.0, objective=objective, seconds=None)
    assert more.value <= small.value
    assert wider.value <= small.value


@given(problems(), st.sampled_from(list(Objective)), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_other_numbers_for_the_same_parties_change_no_value(
    problem: Problem, objective: Objective, chance: Random
) -> None:
    n = problem.structure.parties
    order = np.array(chance.sample(range(n), n), np.int32)
    told = best(problem, budget=2.0, objective=objective, seconds=None)
    renumbered = Problem(
        structure=relabelled(problem.structure, order),
        **{name: moved(getattr(problem, name), order) for name in ("lawful", "costs", "fixed", "groups")},
    )
    again = best(renumbered, budget=2.0, objective=objective, seconds=None)
    assert (told and told.value) == (again and again.value)


def relabelled(structure: Structure, order: np.ndarray) -> Structure:
    left = np.repeat(np.arange(structure.parties), np.diff(structure.starts))
    return of_ends(structure.parties, order[left], order[structure.ends])


def moved(values: np.ndarray, order: np.ndarray) -> np.ndarray:
    new = np.empty_like(values)
    new[order] = values
    return new
