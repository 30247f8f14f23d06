"""Sequences, smallest sets and best sets, against all that could be chosen on small networks."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.links import removal
from dedere.links.objective import Objective
from dedere.links.structure import Structure
from links.removals import largest, least_r, pairs, r_of, structure_of
from links.structures import structures

TWO_TRIANGLES = structure_of(7, (0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (4, 6))


def masks(structure: Structure) -> st.SearchStrategy[np.ndarray]:
    n = structure.parties
    return st.lists(st.booleans(), min_size=n, max_size=n).map(lambda marks: np.array(marks, np.bool_))


@given(structures(most=5))
def test_a_sequence_names_everyone_once_and_its_r_is_as_defined(structure: Structure) -> None:
    found = removal.sequence(structure, rounds=3)
    assert sorted(found.removed) == list(range(structure.parties))
    assert found.value == pytest.approx(r_of(structure, found.removed))
    assert found.value >= least_r(structure) - 1e-12


@given(st.data(), structures(most=7), st.integers(1, 4))
def test_a_smallest_set_is_lawful_and_enough_and_never_below_the_least(
    data: st.DataObject, structure: Structure, most: int
) -> None:
    lawful = data.draw(masks(structure))
    may = np.flatnonzero(lawful)
    found = removal.smallest(structure, most=most, lawful=lawful, rounds=3)
    sizes = [
        k for k in range(len(may) + 1) if any(largest(structure, s) <= most for s in combinations(may, k))
    ]
    if found is None:
        assert sizes == []
        return
    assert lawful[found.removed].all()
    assert largest(structure, found.removed) <= most
    assert len(found.removed) == found.value >= sizes[0]


@given(st.data(), structures(most=7), st.integers(0, 4), st.sampled_from(Objective))
def test_a_best_set_keeps_to_all_it_is_told(
    data: st.DataObject, structure: Structure, budget: int, objective: Objective
) -> None:
    n = structure.parties
    lawful, fixed = data.draw(masks(structure)), np.arange(n) == data.draw(st.integers(-1, n - 1))
    groups = np.array(data.draw(st.lists(st.integers(-1, 1), min_size=n, max_size=n)), np.int32)
    costs = np.array(data.draw(st.lists(st.sampled_from((1.0, 1.5, 2.0)), min_size=n, max_size=n)))
    found = removal.best(
        structure,
        budget=budget,
        objective=objective,
        lawful=lawful,
        fixed=fixed,
        groups=groups,
        costs=costs,
        rounds=1,
    )
    gone = np.zeros(n, np.bool_)
    gone[found.removed] = True
    must = fixed | (np.isin(groups, groups[fixed]) & (groups >= 0))
    count = {Objective.LARGEST: largest, Objective.PAIRS: pairs}[objective]
    assert found.value == count(structure, found.removed)
    assert gone[must].all()
    assert lawful[gone & ~must].all()
    assert costs[gone].sum() <= max(budget, costs[must].sum())
    assert all(len(set(gone[groups == group])) <= 1 for group in (0, 1))


@given(structures(most=7), st.integers(0, 3))
def test_a_best_set_for_the_pairs_is_the_best_there_is(structure: Structure, budget: int) -> None:
    found = removal.best(structure, budget=budget, objective=Objective.PAIRS, rounds=1)
    k = min(budget, structure.parties)
    sets = combinations(range(structure.parties), k)
    assert found.value == min(pairs(structure, chosen) for chosen in sets)


def test_the_party_between_two_triangles_goes_first() -> None:
    assert removal.best(TWO_TRIANGLES, budget=1, rounds=1).removed.tolist() == [3]


def test_a_dear_party_is_left_where_two_cheap_ones_cost_less() -> None:
    path = structure_of(5, (0, 1), (1, 2), (2, 3), (3, 4))
    costs = np.array([1.0, 1.0, 9.0, 1.0, 1.0])
    found = removal.smallest(path, most=2, costs=costs, rounds=5)
    assert found is not None
    assert found.value == 2
    assert 2 not in found.removed


def test_one_tied_by_nobody_lawful_to_remove_cannot_be_reached() -> None:
    nobody = np.zeros(7, np.bool_)
    assert removal.smallest(TWO_TRIANGLES, most=6, lawful=nobody) is None
    assert removal.sequence(TWO_TRIANGLES, lawful=nobody).removed.tolist() == []
    assert removal.best(TWO_TRIANGLES, budget=3, lawful=nobody).value == 7


def test_a_network_of_nobody_needs_no_removal() -> None:
    empty = structure_of(0)
    assert removal.sequence(empty).value == 0
    found = removal.smallest(empty, most=1)
    assert found is not None
    assert found.removed.tolist() == []
    assert removal.best(empty, budget=2).value == 0


def test_the_same_seed_and_rounds_find_the_same_and_whoever_waits_is_told() -> None:
    told: list[float] = []
    runs = [
        removal.best(TWO_TRIANGLES, budget=2, seed=5, rounds=2, told=told.append).removed for _ in range(2)
    ]
    assert runs[0].tolist() == runs[1].tolist()
    assert len(told) >= 4
    assert all(0 <= share <= 1 for share in told)


def test_whoever_waits_can_end_a_search() -> None:
    def enough(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        removal.best(TWO_TRIANGLES, budget=2, told=enough)


def test_a_search_that_ran_out_of_time_says_so() -> None:
    found = removal.best(TWO_TRIANGLES, budget=2, seconds=0)
    assert (found.rounds, found.stopped) == (0, True)


@given(structures(most=7), st.integers(1, 4))
def test_a_smallest_set_is_nearly_always_the_smallest_there_is(structure: Structure, most: int) -> None:
    found = removal.smallest(structure, most=most, rounds=20)
    assert found is not None
    everyone = range(structure.parties)
    least = next(
        k
        for k in range(structure.parties + 1)
        if any(largest(structure, chosen) <= most for chosen in combinations(everyone, k))
    )
    assert len(found.removed) - least in (0, 1)


@given(structures(most=5))
def test_a_sequence_is_nearly_always_the_best_there_is(structure: Structure) -> None:
    found = removal.sequence(structure, rounds=3)
    assert found.value <= 1.1 * least_r(structure) + 1e-12
