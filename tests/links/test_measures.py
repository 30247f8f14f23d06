"""Every measure against a reckoning that is not ours: brute force, rustworkx, scipy."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
import rustworkx as rx
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow, shortest_path

from dedere.links.measures.betweenness import betweenness
from dedere.links.measures.brokers import hanging
from dedere.links.measures.efficiency import efficiency, nearness
from dedere.links.measures.paths import paths
from dedere.links.measures.pieces import parted, pieces
from dedere.links.structure import Structure, components, of_ends


@st.composite
def structures(draw: st.DrawFn) -> tuple[Structure, np.ndarray]:
    """A small structure, and who is gone from it."""
    n = draw(st.integers(2, 11))
    ties = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=22))
    left, right = np.array(ties, np.int32).reshape(-1, 2).T
    gone = draw(st.lists(st.sampled_from([False, False, False, True]), min_size=n, max_size=n))
    return of_ends(n, left.copy(), right.copy()), np.array(gone)


def matrix(structure: Structure, gone: np.ndarray) -> np.ndarray:
    n = structure.parties
    ties = np.zeros((n, n), np.int32)
    for party in range(n):
        ties[party, structure.ends[structure.starts[party] : structure.starts[party + 1]]] = 1
    ties[gone] = ties[:, gone] = 0
    return ties


def graph(structure: Structure, gone: np.ndarray) -> rx.PyGraph:
    return rx.PyGraph.from_adjacency_matrix(matrix(structure, gone).astype(float))


def everybody(structure: Structure) -> np.ndarray:
    return np.arange(structure.parties, dtype=np.int32)


@given(structures())
def test_pieces_are_those_of_rustworkx(told: tuple[Structure, np.ndarray]) -> None:
    structure, gone = told
    parts = [part for part in rx.connected_components(graph(*told)) if not gone[list(part)].any()]
    sizes = [len(part) for part in parts]
    pairs = sum(size * (size - 1) // 2 for size in sizes)
    assert pieces(structure, gone) == (max(sizes, default=0), len(sizes), pairs)


@given(structures())
def test_the_pairs_parted_are_those_who_stay_and_lose_each_other(told: tuple[Structure, np.ndarray]) -> None:
    structure, gone = told
    before, _ = components(structure, np.zeros_like(gone))
    after, _ = components(structure, gone)
    staying = combinations(np.flatnonzero(~gone), 2)
    lost = sum(before[a] == before[b] and after[a] != after[b] for a, b in staying)
    assert parted(before, gone, pieces(structure, gone)[2]) == lost


@given(structures())
def test_nearness_is_the_sum_of_one_over_the_distance(told: tuple[Structure, np.ndarray]) -> None:
    far = shortest_path(csr_array(matrix(*told)), unweighted=True)
    near = np.divide(1, far, out=np.zeros_like(far), where=far > 0).sum(1)
    assert nearness(*told, everybody(told[0])) == pytest.approx(near)


def test_nearness_is_the_same_from_more_sources_than_travel_at_once() -> None:
    ring = np.arange(150, dtype=np.int32)
    structure = of_ends(150, ring, np.roll(ring, 1))
    nobody = np.zeros(150, np.bool_)
    assert set(nearness(structure, nobody, ring).round(9)) == {
        round(float(2 * (1 / np.arange(1, 75)).sum() + 1 / 75), 9)
    }


def test_efficiency_is_one_where_all_are_tied_to_all_and_half_where_half_the_ways_are_two_long() -> None:
    left, right = np.array(list(combinations(range(5), 2)), np.int32).T
    whole = of_ends(5, left.copy(), right.copy())
    assert efficiency(whole, np.zeros(5, np.bool_), everybody(whole)) == 1
    line = of_ends(3, np.array([0, 1], np.int32), np.array([1, 2], np.int32))
    assert efficiency(line, np.zeros(3, np.bool_), everybody(line)) == pytest.approx((1 + 1 + 0.5) / 3)


@given(structures())
def test_brokers_are_the_articulation_points_of_rustworkx(told: tuple[Structure, np.ndarray]) -> None:
    hang, _ = hanging(*told)
    assert set(np.flatnonzero(hang)) == set(rx.articulation_points(graph(*told)))


@given(structures())
def test_the_pairs_that_hang_on_a_party_are_those_its_absence_parts(
    told: tuple[Structure, np.ndarray],
) -> None:
    structure, gone = told
    hang, total = hanging(structure, gone)
    here, _ = components(structure, gone)
    parts = set()
    for party in np.flatnonzero(~gone):
        without = gone.copy()
        without[party] = True
        then, _ = components(structure, without)
        others = combinations(np.flatnonzero(~without), 2)
        lost = {(a, b) for a, b in others if here[a] == here[b] and then[a] != then[b]}
        assert hang[party] == len(lost)
        parts |= lost
    assert total == len(parts)


@given(structures())
def test_betweenness_is_that_of_rustworkx(told: tuple[Structure, np.ndarray]) -> None:
    structure, _ = told
    known = rx.betweenness_centrality(
        graph(structure, np.zeros(structure.parties, np.bool_)), normalized=False
    )
    ours = betweenness(structure, everybody(structure)) / 2
    assert ours == pytest.approx([known[party] for party in range(structure.parties)])


@given(structures(), st.data())
def test_paths_are_the_greatest_flows_of_scipy(
    told: tuple[Structure, np.ndarray], data: st.DataObject
) -> None:
    structure, gone = told
    n = structure.parties
    one, other = data.draw(st.permutations(range(n)))[:2]
    ties = matrix(structure, gone)
    doors = np.zeros((2 * n, 2 * n), np.int32)
    for party in range(n):
        doors[2 * party, 2 * party + 1] = not gone[party] and party not in (one, other)
        doors[2 * party + 1, ::2] = ties[party]
    by_party = maximum_flow(csr_array(doors), 2 * one + 1, 2 * other).flow_value
    by_tie = maximum_flow(csr_array(ties), one, other).flow_value
    assert paths(structure, gone, one, other) == (by_party, by_tie)


def test_no_way_leads_to_oneself() -> None:
    line = of_ends(3, np.array([0, 1], np.int32), np.array([1, 2], np.int32))
    assert paths(line, np.zeros(3, np.bool_), 1, 1) == (0, 0)
