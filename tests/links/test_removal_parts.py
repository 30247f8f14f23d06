"""The parts of the search for removals, each against what it is by definition."""

import numpy as np
import pytest
import rustworkx as rx
from hypothesis import given
from hypothesis import strategies as st

from dedere.links.removal.apart import apart_by
from dedere.links.removal.chance import dice
from dedere.links.removal.curve import area, largest_along
from dedere.links.removal.dissection import dissected
from dedere.links.removal.explosive import exploded
from dedere.links.removal.improving import improved
from dedere.links.removal.peeling import by_core_degree, by_degree
from dedere.links.removal.queue import drop, put, queue_for
from dedere.links.removal.scores import scores_without
from dedere.links.removal.settling import settled
from dedere.links.removal.smallest import enough, until
from dedere.links.removal.splits import room_for_splits, walk
from dedere.links.removal.swapping import swap
from dedere.links.removal.trees import split_largest
from dedere.links.removal.watch import unhurried
from dedere.links.structure import Structure, components, of_ends
from links.removals import largest, pairs, structure_of, without
from links.structures import drawn, structures


def everyone(structure: Structure) -> np.ndarray:
    return np.ones(structure.parties, np.bool_)


def grid(side: int) -> Structure:
    numbers = np.arange(side * side, dtype=np.int32).reshape(side, side)
    left = np.concatenate((numbers[:, :-1].ravel(), numbers[:-1].ravel()))
    right = np.concatenate((numbers[:, 1:].ravel(), numbers[1:].ravel()))
    return of_ends(side * side, left, right)


@given(structures(), st.randoms(use_true_random=False))
def test_the_curve_is_the_largest_component_after_each_removal(structure: Structure, random) -> None:
    order = np.array(random.sample(range(structure.parties), structure.parties), np.int32)
    sizes = largest_along(structure, order)
    assert sizes.tolist() == [largest(structure, order[:k]) for k in range(structure.parties + 1)]
    assert area(structure, order) == sizes[1:].sum()


@given(structures(most=12))
def test_a_walk_knows_what_each_removal_leaves(structure: Structure) -> None:
    splits, gone = room_for_splits(structure.parties), np.zeros(structure.parties, np.bool_)
    for party in range(structure.parties):
        if not splits.number[party]:
            met = splits.met[: walk(structure, gone, party, splits)].copy()
            others = np.setdiff1d(np.arange(structure.parties), met)
            for one in met:
                parts = without(structure, [one, *others])
                assert splits.largest[one] == max(parts, default=0)
                assert splits.squares[one] == sum(part**2 for part in parts)


@given(structures(most=12))
def test_scores_are_those_of_one_removal_more(structure: Structure) -> None:
    n = structure.parties
    scores, gone = np.empty(n), np.zeros(n, np.bool_)
    assert scores_without(structure, gone, True, room_for_splits(n), scores) == pairs(structure, [])
    assert scores.tolist() == [pairs(structure, [party]) for party in range(n)]
    scores_without(structure, gone, False, room_for_splits(n), scores)
    assert [int(score) for score in scores] == [largest(structure, [party]) for party in range(n)]


@given(structures(most=12))
def test_by_degree_each_has_most_ties_to_those_left(structure: Structure) -> None:
    left = set(range(structure.parties))
    for party in by_degree(structure, everyone(structure)):
        ties = {
            one: len(left & set(structure.ends[structure.starts[one] : structure.starts[one + 1]].tolist()))
            for one in left
        }
        assert ties[party] == max(ties.values())
        left.remove(party)


@given(structures(most=12))
def test_without_the_core_no_cycle_is_left_and_its_trees_fall_to_single_parties(structure: Structure) -> None:
    core = by_core_degree(structure, everyone(structure))
    left = np.setdiff1d(np.arange(structure.parties), core)
    graph = rx.PyGraph()
    graph.add_nodes_from(range(structure.parties))
    ends = zip(
        np.repeat(np.arange(structure.parties), np.diff(structure.starts)), structure.ends, strict=True
    )
    graph.add_edges_from([(int(a), int(b), None) for a, b in ends if a < b and a in left and b in left])
    assert rx.cycle_basis(graph) == []
    trees = split_largest(structure, core, everyone(structure), unhurried())
    assert largest(structure, np.concatenate((core, trees))) <= 1


def test_a_path_is_split_in_its_middle() -> None:
    path = structure_of(7, *((at, at + 1) for at in range(6)))
    assert split_largest(path, np.empty(0, np.int32), everyone(path), unhurried())[0] == 3


@given(structures(most=12), st.integers(1, 4))
def test_whom_a_removal_does_not_need_is_put_back(structure: Structure, most: int) -> None:
    order = by_degree(structure, everyone(structure))
    back, needed = settled(structure, order, most, unhurried())
    assert sorted(back) == sorted(order)
    assert largest(structure, back[:needed]) <= most
    assert needed == 0 or largest(structure, back[: needed - 1]) > most
    kept = enough(structure, until(structure, order, most), most, unhurried())
    assert all(largest(structure, np.delete(kept, at)) > most for at in range(len(kept)))


def test_putting_back_in_a_large_network_is_greedy_to_the_end() -> None:
    structure = drawn(120, 200, 3)
    back, _ = settled(structure, by_degree(structure, everyone(structure)), 120, unhurried())
    for at in range(1, len(back)):
        gone = back[:at]
        after = [made_by(structure, gone, one) for one in gone]
        assert after[-1] == min(after)


def made_by(structure: Structure, gone: np.ndarray, one: int) -> int:
    """The size of the component in which one of those gone would stand again."""
    away = np.zeros(structure.parties, np.bool_)
    away[gone[gone != one]] = True
    which, sizes = components(structure, away)
    return int(sizes[which[one]])


def test_a_grid_comes_apart_by_its_lines() -> None:
    structure = grid(20)
    order = dissected(structure, everyone(structure), 100, structure.parties, dice(1), unhurried())
    assert largest(structure, order) <= 100
    assert len(order) <= 45  # two lines of twenty make four parts


def test_a_dissection_goes_around_whom_the_law_protects() -> None:
    structure, lawful = grid(12), np.ones(144, np.bool_)
    lawful[np.arange(60, 72)] = False
    order = dissected(structure, lawful, 40, structure.parties, dice(1), unhurried())
    assert lawful[order].all()
    assert largest(structure, order) <= 40


@given(structures(most=12), st.integers(1, 5))
def test_everyone_comes_back_from_an_explosion(structure: Structure, small: int) -> None:
    order = exploded(structure, everyone(structure), small, 5, dice(2), unhurried())
    assert sorted(order) == list(range(structure.parties))


@given(structures(most=12), st.integers(1, 5))
def test_what_is_halted_at_once_still_names_everyone_once(structure: Structure, most: int) -> None:
    halt, free = np.ones(1, np.bool_), everyone(structure)
    order = by_degree(structure, free)
    assert sorted(exploded(structure, free, most, 5, dice(2), halt)) == list(range(structure.parties))
    back, needed = settled(structure, order, most, halt)
    assert list(back) == list(order)
    assert needed == structure.parties
    assert len(dissected(structure, free, most, structure.parties, dice(1), halt)) == 0


@pytest.mark.parametrize("seed", range(5))
def test_swaps_never_make_a_set_larger_or_a_component_too_large(seed: int) -> None:
    structure = drawn(150, 260, seed)
    first = until(structure, by_degree(structure, everyone(structure)), 10)
    removed = enough(structure, first, 10, unhurried())
    apart, ones, splits = apart_by(structure, removed[:0], removed), np.ones(150), room_for_splits(150)
    for _ in range(5):
        before = apart.counts[0]
        swap(structure, apart, everyone(structure), ones, 10, dice(seed), splits, 5000, unhurried())
        assert apart.counts[0] == apart.gone.sum() <= before
        assert largest(structure, np.flatnonzero(apart.gone)) <= 10


@pytest.mark.parametrize("seed", range(5))
def test_steps_never_make_a_sequence_worse(seed: int) -> None:
    structure = drawn(150, 260, seed)
    order = by_degree(structure, everyone(structure))
    areas = [area(structure, order)]
    for _ in range(5):
        order = improved(structure, order, dice(seed), room_for_splits(150), 5, unhurried())
        assert sorted(order) == list(range(150))
        areas.append(area(structure, order))
    assert areas == sorted(areas, reverse=True)
    assert areas[-1] < areas[0]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-5, 5), st.booleans())))
def test_the_queue_gives_the_least_first(steps: list[tuple[int, int, bool]]) -> None:
    queue, waiting = queue_for(10), {}
    for item, key, stays in steps:
        if stays:
            put(queue, item, key)
            waiting[item] = key
        else:
            drop(queue, item)
            waiting.pop(item, None)
        assert queue.waits[0] == len(waiting)
        if waiting:
            assert queue.items[0] == min(waiting, key=lambda one: (waiting[one], one))


def test_who_is_told_to_leave_off_at_once_returns_an_answer_all_the_same() -> None:
    structure, halt = drawn(150, 260, 1), np.ones(1, np.bool_)
    everybody = by_degree(structure, everyone(structure))
    assert settled(structure, everybody, 150, halt)[0].tolist() == everybody.tolist()
    assert sorted(exploded(structure, everyone(structure), 5, 5, dice(1), halt)) == list(range(150))
    assert dissected(structure, everyone(structure), 10, 150, dice(1), halt).tolist() == []
    assert split_largest(structure, everybody[:0], everyone(structure), halt).tolist() == []
    assert largest(structure, enough(structure, everybody, 10, halt)) <= 10
    assert improved(structure, everybody, dice(1), room_for_splits(150), 5, halt).tolist() == (
        everybody.tolist()
    )


class Later:
    """Tells whoever looks to leave off, at the sixty-first look."""

    looks = 0

    def __getitem__(self, _: int) -> bool:
        self.looks += 1
        return self.looks > 60


@pytest.mark.parametrize("most", [1, 10, 150])
def test_whoever_leaves_off_half_way_keeps_to_the_size(most: int) -> None:
    structure = drawn(150, 260, 1)
    everybody = np.arange(150, dtype=np.int32)
    back, needed = settled.py_func(structure, everybody, most, Later())
    assert sorted(back) == sorted(everybody)
    assert back.tolist() != everybody.tolist()
    assert largest(structure, back[:needed]) <= most
