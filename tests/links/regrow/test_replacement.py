"""Those left find others by rule: nearest, best connected, kin, or anybody; never who is gone."""

from __future__ import annotations

import numpy as np
import pytest
import rustworkx as rx
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.regrow.replacement import PREFERENCES, Given, TooLarge, measured, regrown, replacement
from dedere.links.regrow.seeking import DEGREE, DISTANCE, KIN, RANDOM, sought
from dedere.links.structure import Structure, of_ends

N = 12
TIES = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)), min_size=8, max_size=30)


def structure(ties: list[tuple[int, int]], n: int = N) -> Structure:
    left, right = np.array(ties, np.int32).reshape(-1, 2).T
    return of_ends(n, left, right)


def of(ties: list[tuple[int, int]], *removed: int, n: int = N, **more: object) -> Given:
    gone = np.zeros(n, np.bool_)
    gone[list(removed)] = True
    told = {"role": np.zeros(n, np.int32), "kin": structure([], n), **more}
    return Given(structure=structure(ties, n), gone=gone, **told)  # type: ignore[arg-type]


def pairs(structure: Structure) -> set[tuple[int, int]]:
    tails = np.repeat(np.arange(structure.parties), np.diff(structure.starts))
    return {(int(a), int(b)) for a, b in zip(tails, structure.ends, strict=True) if a < b}


def scale_free(n: int, seed: int) -> Structure:
    graph = rx.barabasi_albert_graph(n, 2, seed=seed)
    return structure(list(graph.edge_list()), n)


@given(
    ties=TIES,
    removed=st.sets(st.integers(0, N - 1), min_size=1, max_size=4),
    code=st.sampled_from([0, 1, 2, 3]),
)
@settings(max_examples=60)
def test_only_those_left_who_lost_a_tie_make_new_ones_and_no_tie_is_lost_or_doubled(
    ties: list[tuple[int, int]], removed: set[int], code: int
) -> None:
    told = of(ties, *removed, kin=structure([(0, 5), (1, 7)]))
    before, after = pairs(told.structure), pairs(regrown(told, code, 1.0, np.random.default_rng(1)))
    orphans = {end for tie in before for end in tie if set(tie) & removed} - removed
    assert before <= after
    assert all(not set(tie) & removed and set(tie) & orphans for tie in after - before)
    assert len(after - before) <= sum(len(set(tie) & removed) == 1 for tie in before)


@given(ties=TIES, removed=st.integers(0, N - 1))
@settings(max_examples=60)
def test_by_distance_a_nearest_party_beyond_the_partners_is_found(
    ties: list[tuple[int, int]], removed: int
) -> None:
    told = of(ties, removed)
    orphans = [end for tie in pairs(told.structure) for end in tie if removed in tie and end != removed]
    graph = rx.PyGraph()
    graph.add_nodes_from(range(N))
    graph.add_edges_from([(a, b, 1) for a, b in pairs(told.structure) if removed not in (a, b)])
    for orphan in orphans:
        one, lost = np.array([orphan], np.int32), np.array([removed], np.int32)
        made = sought(told.search, one, lost, DISTANCE, 1.0, np.random.default_rng(1))
        away = dict(rx.dijkstra_shortest_path_lengths(graph, orphan, lambda _: 1.0))
        beyond = [length for length in away.values() if length > 1]
        assert [away[found] for found in made[:, 1]] == ([min(beyond)] if beyond else [])


def test_by_standing_the_one_with_most_ties_is_found() -> None:
    told = of([(0, 1), (2, 3), (2, 4), (2, 5), (6, 7)], 0)
    assert (1, 2) in pairs(regrown(told, DEGREE, 1.0, np.random.default_rng(1)))


def test_kin_of_who_is_gone_step_in_before_anybody_near() -> None:
    told = of([(0, 1), (1, 2), (2, 3)], 0, kin=structure([(0, 9)]))
    assert (1, 9) in pairs(regrown(told, KIN, 1.0, np.random.default_rng(1)))
    assert (1, 3) in pairs(regrown(of([(0, 1), (1, 2), (2, 3)], 0), KIN, 1.0, np.random.default_rng(1)))


def test_who_steps_in_has_the_role_of_who_is_gone() -> None:
    role = np.zeros(N, np.int32)
    role[[0, 7]] = 1
    told = of([(0, 1), (1, 2), (2, 3), (2, 7)], 0, role=role)
    for code in (RANDOM, DEGREE, DISTANCE):
        assert pairs(regrown(told, code, 1.0, np.random.default_rng(1))) - pairs(told.structure) == {(1, 7)}


def test_nobody_looks_where_the_chance_is_nil() -> None:
    told = of([(0, 1), (1, 2), (2, 3)], 0)
    assert pairs(regrown(told, RANDOM, 0.0, np.random.default_rng(1))) == pairs(told.structure)


def test_efficiency_and_density_are_those_among_who_is_left() -> None:
    told = of([(0, 1), (0, 2), (0, 3), (1, 2)], 0, n=4)
    left = np.array([1, 2, 3], np.int32)
    np.testing.assert_allclose(measured(told.structure, told.gone, left), [1 / 3, 1 / 3, 2 / 3])


def test_after_the_hubs_are_removed_ways_are_shorter_than_before_if_standing_decides() -> None:
    """The statement of Duijn, Kashirin and Sloot, on a stand-in of another size."""
    network = scale_free(300, 1)
    hubs = np.argsort(-np.diff(network.starts), kind="stable")[:10]
    gone = np.isin(np.arange(300), hubs)
    told = Given(structure=network, gone=gone, role=np.zeros(300, np.int32), kin=structure([], 300))
    found = {each.scenario: each for each in replacement(told, draws=10).outcomes}
    assert found["removed"].figures["efficiency"].high < found["before"].figures["efficiency"].low
    assert found["replaced-by-standing"].against["efficiency"].low > 0
    assert set(found) == {"before", "removed", *PREFERENCES} - {"replaced-by-kin"}
    assert replacement(told, draws=10).outcomes == tuple(found.values())


@pytest.mark.parametrize(("n", "removed"), [(3, (0, 1)), (50_001, (0,))])
def test_a_network_too_large_or_with_nobody_left_is_refused(n: int, removed: tuple[int, ...]) -> None:
    with pytest.raises(TooLarge, match="parties"):
        replacement(of([(0, 1)], *removed, n=n), draws=1)
