"""Plans in waves of invented networks: nobody goes before the day, brute force agrees."""

from __future__ import annotations

from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.deadline import Deadline
from dedere.links.exact.problem import Problem
from dedere.links.named import UnknownParties
from dedere.links.network import Network
from dedere.links.objective import Objective, value
from dedere.links.plan import Wanted, Waves, in_waves, plan
from dedere.links.plan.batches import batches_of, cost_of
from dedere.links.plan.horizon import at_once
from dedere.links.plan.solving import Goal
from dedere.links.plan.turns import Turns
from dedere.links.plan.wanted import UnreadableWish
from links.exact.problems import problems
from links.networks import network

NEW_YEAR = date(2025, 1, 1)
SPRING, SUMMER = date(2025, 4, 1), date(2025, 7, 1)
# Three stars in a row; the middle one is the largest.
STARS = network(
    *(f"ana - a{leaf}" for leaf in range(3)),
    *(f"beto - b{leaf}" for leaf in range(5)),
    *(f"carla - c{leaf}" for leaf in range(3)),
    "ana - beto",
    "beto - carla",
)


def waves(wanted: Wanted, turns: Turns, told: Network = STARS) -> Waves:
    return in_waves(told, wanted, turns, seconds=600)


def who(found: Waves) -> list[list[str]]:
    return [[found.ids[party] for party in np.flatnonzero(wave.removed)] for wave in found.waves]


def all_day(day: date) -> dict[str, date]:
    return dict.fromkeys(STARS.parties["id"], day)


def test_quarters_follow_one_another_from_the_day_given() -> None:
    found = Turns(on=date(2025, 11, 30), waves=3).periods()
    assert [(period.since, period.until) for period in found] == [
        (date(2025, 11, 30), date(2026, 2, 27)),
        (date(2026, 2, 28), date(2026, 5, 29)),
        (date(2026, 5, 30), date(2026, 8, 29)),
    ]


def test_the_first_wave_takes_the_best_of_those_whose_day_has_come() -> None:
    first = all_day(NEW_YEAR) | {"beto": SPRING}
    found = waves(Wanted(budget=1), Turns(on=NEW_YEAR, waves=2, first=first))
    assert who(found)[1] == ["beto"]
    assert who(found)[0] in (["ana"], ["carla"])
    assert [found.ids[party] for party in np.flatnonzero(found.waves[0].waiting)] == ["beto"]
    assert not found.waves[1].waiting.any()


def test_a_day_within_the_period_is_early_enough_and_the_day_after_it_is_not() -> None:
    for day, go in ((date(2025, 3, 31), ["beto"]), (SPRING, [])):
        turns = Turns(on=NEW_YEAR, waves=1, first={"beto": day})
        assert who(waves(Wanted(budget=1), turns)) == [go]


def test_whose_day_is_not_known_goes_in_no_wave_and_is_said_to_wait() -> None:
    found = waves(Wanted(budget=2), Turns(on=NEW_YEAR, waves=2, first={"ana": NEW_YEAR}))
    assert [id for wave in who(found) for id in wave] == ["ana"]
    assert "beto" in [found.ids[party] for party in np.flatnonzero(found.waves[1].waiting)]


def test_with_all_days_past_one_wave_is_the_plan() -> None:
    wanted = Wanted(budget=2, never=["ana"])
    alone = plan(STARS, wanted, seconds=600)
    (wave,) = waves(wanted, Turns(on=SUMMER, waves=1, first=all_day(NEW_YEAR))).waves
    assert wave.plan.answer.value == alone.answer.value
    assert wave.removed.tolist() == alone.answer.removed.tolist()
    assert (wave.plan.adds, len(wave.plan.sets)) == (alone.adds, len(alone.sets))


def test_a_wave_says_what_its_own_members_add_and_nothing_of_those_gone() -> None:
    found = waves(Wanted(budget=1), Turns(on=NEW_YEAR, waves=3))
    for wave in found.waves:
        assert {each.party for each in wave.plan.adds} == set(np.flatnonzero(wave.removed))


def test_who_is_fixed_waits_for_the_day_like_everyone() -> None:
    first = all_day(NEW_YEAR) | {"b0": SPRING}
    found = waves(Wanted(budget=1, fixed=["b0"]), Turns(on=NEW_YEAR, waves=2, first=first))
    assert who(found)[1] == ["b0"]


def test_those_fixed_who_cost_more_than_a_wave_go_in_the_next() -> None:
    found = waves(Wanted(budget=1, fixed=["a0", "b0"]), Turns(on=NEW_YEAR, waves=2))
    assert who(found) == [["a0"], ["b0"]]


def test_a_group_goes_when_the_last_of_it_may() -> None:
    first = all_day(NEW_YEAR) | {"ana": SPRING}
    found = waves(Wanted(budget=2, groups=[["ana", "beto"]]), Turns(on=NEW_YEAR, waves=2, first=first))
    assert "beto" not in who(found)[0]


def test_looking_ahead_may_be_worth_more_than_the_best_of_each_wave() -> None:
    # A path with pendant leaves: alone the middle goes, two at a time the thirds do.
    path = network(*(f"p{place} - p{place + 1}" for place in range(8)))
    found = waves(Wanted(budget=1), Turns(on=NEW_YEAR, waves=2), path)
    assert (found.answer.value, found.price) == (4, 1)
    assert (found.horizon.answer.value, found.horizon.answer.proved) == (3, True)
    one, other = found.r()
    assert 0 < one <= 1
    assert 0 < other <= 1


@pytest.mark.parametrize(
    ("wanted", "turns"),
    [
        (Wanted(until=0.1), Turns(on=NEW_YEAR, waves=1)),
        (Wanted(budget=1), Turns(on=NEW_YEAR, waves=0)),
        (Wanted(budget=1), Turns(on=NEW_YEAR, waves=41)),
        (Wanted(budget=1), Turns(on=NEW_YEAR, waves=1, months=0)),
        (Wanted(budget=1), Turns(on=date(9999, 6, 1), waves=9)),
    ],
)
def test_waves_that_cannot_be_are_refused(wanted: Wanted, turns: Turns) -> None:
    with pytest.raises(UnreadableWish):
        waves(wanted, turns)


def test_a_first_day_of_somebody_unknown_is_named() -> None:
    with pytest.raises(UnknownParties, match="nobody-known"):
        waves(Wanted(budget=1), Turns(on=NEW_YEAR, waves=1, first={"nobody-known": NEW_YEAR}))


@given(st.data(), st.sampled_from(list(Objective)), st.integers(0, 2))
@settings(max_examples=12)
def test_nobody_goes_before_the_day_or_against_a_list(
    data: st.DataObject, objective: Objective, budget: int
) -> None:
    ids = list(STARS.parties["id"])
    days = data.draw(st.dictionaries(st.sampled_from(ids), st.dates(NEW_YEAR, date(2026, 6, 1))))
    never = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=4))
    turns = Turns(on=NEW_YEAR, waves=3, first=days)
    found = waves(Wanted(budget=budget, never=never, objective=objective), turns)
    for courses in ([wave.removed for wave in found.waves], list(found.horizon.waves)):
        for wave, period in zip(courses, turns.periods(), strict=True):
            gone = [found.ids[party] for party in np.flatnonzero(wave)]
            assert all(days[id] <= period.until for id in gone)
            assert not set(gone) & set(never)
            assert len(gone) <= budget
        assert np.sum(courses, axis=0).max(initial=0) <= 1


@given(problems(7), st.sampled_from(list(Objective)), st.sampled_from((1.0, 2.0)), st.data())
@settings(max_examples=20)
def test_brute_force_over_all_waves_agrees(
    problem: Problem, objective: Objective, budget: float, data: st.DataObject
) -> None:
    n = problem.structure.parties
    problem = Problem(
        structure=problem.structure,
        lawful=problem.lawful & ~problem.fixed,
        costs=problem.costs,
        fixed=np.zeros(n, np.bool_),
        groups=problem.groups,
    )
    come = np.array(data.draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)), np.int32)
    goal = Goal(objective=objective, budget=budget, most=None, exact=True, seed=1)
    found = at_once(problem, goal, come, np.zeros((2, n), np.bool_), Deadline(600))
    best = min(left(problem, objective, course) for course in courses(problem, come, budget))
    assert found.answer.bound <= best <= found.answer.value
    assert left(problem, objective, found.waves) == found.answer.value
    if len({cost_of(problem, batch) for batch in batches_of(problem, problem.lawful)}) <= 1:
        assert found.answer.proved


def courses(problem: Problem, come: np.ndarray, budget: float) -> list[np.ndarray]:
    """Every way of sending the lawful in two waves, each within its budget and nobody before the day."""
    choices, found = problem.choices(), []
    for turns in product((0, 1, 2), repeat=len(choices)):
        course = np.zeros((3, problem.structure.parties), np.bool_)
        for members, turn in zip(choices, turns, strict=True):
            course[turn, list(members)] = True
        early = any((wave & (come > turn)).any() for turn, wave in enumerate(course[:2]))
        if not early and all(problem.cost(wave) <= budget + 1e-9 for wave in course[:2]):
            found.append(course[:2])
    return found


def left(problem: Problem, objective: Objective, course: np.ndarray) -> int:
    return value(problem.structure, course.any(0), objective)
