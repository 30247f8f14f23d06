"""Who ends up in which part: held against rustworkx, and reckoned by hand on a small network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, combinations
from typing import Any

import rustworkx as rx
from hypothesis import given
from hypothesis import strategies as st

from dedere.links.effect.effect import effect
from dedere.links.effect.stated import Removal, Verdict
from dedere.links.effect.uncertainty import Errors
from dedere.links.network import Network
from links.networks import network

CERTAIN = Errors(wrong={}, otherwise=0.0, missing=0.0)
NAMES = ("ana", "beto", "carla", "dora", "elias", "fina", "gil", "hugo", "iris")


def removed(told: Network, *who: str, **more: Any) -> Removal:
    return effect(told, {"group": who}, seek=0, **{"draws": 20, "errors": CERTAIN, **more}).groups[0]


def parts(told: Network, gone: Sequence[str]) -> list[set[str]]:
    """The parts by rustworkx."""
    graph: rx.PyGraph[str, None] = rx.PyGraph()
    number = {id: graph.add_node(id) for id in told.parties["id"] if id not in gone}
    for one, other in told.ties.select("from", "to").iter_rows():
        if one in number and other in number:
            graph.add_edge(number[one], number[other], None)
    return [{graph[party] for party in part} for part in rx.connected_components(graph)]


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, list[str]]:
    pair = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))
    ties = draw(st.lists(pair, max_size=14))
    gone = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=5))
    return network(*(f"{a} - {b}" for a, b in ties), alone=NAMES), gone


@given(networks())
def test_the_parts_are_those_that_rustworkx_finds_of_each_part_that_falls_apart(
    told: tuple[Network, list[str]],
) -> None:
    graph, gone = told
    after = parts(graph, gone)
    expected: Mapping[frozenset[str], list[set[str]]] = {
        frozenset(before): pieces
        for before in parts(graph, ())
        if len(pieces := [part for part in after if part <= before]) > 1
    }
    found = removed(graph, *gone).splits
    assert {
        frozenset(chain(split.removed, *(part.members for part in split.parts))): {
            frozenset(part.members) for part in split.parts
        }
        for split in found
    } == {before: set(map(frozenset, pieces)) for before, pieces in expected.items()}
    assert all({*split.removed} <= {*gone} for split in found)


@given(networks())
def test_the_pairs_of_different_parts_are_the_pairs_that_lose_each_other(
    told: tuple[Network, list[str]],
) -> None:
    answer = removed(told[0], *told[1])
    lost = next(figure for figure in answer.figures if figure.measure == "parted").after.value
    sizes = [[len(part.members) for part in split.parts] for split in answer.splits]
    assert lost == sum(one * other for split in sizes for one, other in combinations(split, 2))
    assert all(split == sorted(split, reverse=True) for split in sizes)


@given(networks())
def test_without_doubt_every_part_stays_cut_off_in_every_draw(told: tuple[Network, list[str]]) -> None:
    for split in removed(told[0], *told[1]).splits:
        largest, *others = split.parts
        assert (largest.apart, largest.verdict) == (None, None)
        assert all((part.apart, part.verdict) == (1.0, Verdict.SURVIVES) for part in others)


# Ana holds Beto, and Carla with Dora; Elias and Fina are a part of their own.
STAR = network("ana - beto", "ana - carla", "carla - dora", "elias - fina")


def test_who_is_cut_off_is_named_and_so_is_who_goes() -> None:
    (split,) = removed(STAR, "ana", "fina").splits
    assert split.removed == ("ana",)
    assert [part.members for part in split.parts] == [("carla", "dora"), ("beto",)]


def test_that_somebody_is_cut_off_does_not_survive_where_many_ties_may_be_missing() -> None:
    (split,) = removed(STAR, "ana", errors=Errors(missing=0.8, closing=0.0), draws=200).splits
    beto = split.parts[1]
    assert beto.apart is not None
    assert beto.apart < 0.8
    assert beto.verdict is Verdict.FAILS


def test_a_tie_that_may_be_wrong_cuts_nobody_off_for_good() -> None:
    (split,) = removed(STAR, "ana", errors=Errors(wrong={}, otherwise=0.5, missing=0.0)).splits
    assert split.parts[1].apart == 1.0


def test_where_nothing_falls_apart_nobody_is_cut_off() -> None:
    assert removed(STAR, "beto", "elias").splits == ()
    assert removed(STAR).splits == ()
