"""What is said of a removal: properties that hold for every network, and small ones reckoned by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.links.effect.effect import effect as reckoned
from dedere.links.effect.stated import Adding, Effect, Figure, Removal, Verdict
from dedere.links.effect.uncertainty import Errors
from dedere.links.named import UnknownParties
from dedere.links.network import Network
from dedere.links.objective import Objective, value
from links.networks import network

CERTAIN = Errors(wrong={}, otherwise=0.0, missing=0.0)
NAMES = ("ana", "beto", "carla", "dora", "elias", "fina", "gil", "hugo", "brokers", "porters")

# Two triangles of persons that only Carla's and Dora's tie joins.
BARBELL = (
    "ana - beto",
    "beto - carla",
    "carla - ana",
    "carla - dora",
    "dora - elias",
    "elias - fina",
    "fina - dora",
)


def effect(told: Network, groups: Mapping[str, Sequence[str]], *, seek: float = 0.0, **more: Any) -> Effect:
    """An effect, without a search for the best unless a test is about it."""
    return reckoned(told, groups, seek=seek, **more)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    pair = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))
    return network(*(f"{a} - {b}" for a, b in draw(st.lists(pair, max_size=20))), alone=NAMES)


def figures(removal: Removal) -> Mapping[str, Figure]:
    return {figure.measure: figure for figure in removal.figures}


def alone(
    told: Network, *removed: str, errors: Errors = CERTAIN, draws: int = 20, **more: Any
) -> Mapping[str, Figure]:
    return figures(effect(told, {"group": removed}, errors=errors, draws=draws, **more).groups[0])


def least(told: Network, lawful: Sequence[str], size: int, objective: str) -> int:
    """The least that any removal leaves, by trying all."""
    structure, number = told.structure(), {id: place for place, id in enumerate(told.parties["id"])}

    def left(removed: Sequence[str]) -> int:
        gone = np.zeros(structure.parties, np.bool_)
        gone[[number[id] for id in removed]] = True
        return value(structure, gone, Objective(objective))

    return min(left(removed) for removed in combinations(lawful, size))


def test_who_holds_two_halves_together_parts_them() -> None:
    found = effect(network(*BARBELL), {"group": ["carla"]}, ends=[("ana", "fina")], errors=CERTAIN, draws=20)
    after = {
        measure: (figure.before.value, figure.after.value)
        for measure, figure in figures(found.groups[0]).items()
    }
    assert after == {
        "largest": (6, 3),
        "components": (1, 2),
        "pairs": (15, 4),
        "parted": (0, 6),
        "efficiency": (pytest.approx((7 + 4 / 2 + 4 / 3) / 15), pytest.approx(4 / 15)),
        "brokers": (2, 0),
        "hanging": (8, 0),
        "paths-by-party": (1, 0),
        "paths-by-tie": (1, 0),
    }
    assert [(lost.name, lost.pairs) for lost in found.groups[0].lost] == [("Carla", 6)]
    assert (found.sizes, found.groups[0].sizes) == ((6,), (3, 2))


@given(networks())
def test_removing_nobody_changes_nothing(told: Network) -> None:
    for figure in effect(told, {"group": []}, ends=[("ana", "gil")], draws=5).groups[0].figures:
        assert figure.before == figure.after
        assert (figure.difference.value, figure.difference.low, figure.difference.high) == (0, 0, 0)


@given(networks(), st.permutations(NAMES))
def test_the_names_and_the_order_of_the_parties_change_nothing(told: Network, names: Sequence[str]) -> None:
    as_told, renamed = dict(zip(NAMES, names, strict=True)), told
    for column in ("from", "to"):
        renamed = replace(renamed, ties=renamed.ties.with_columns(pl.col(column).replace(as_told)))
    parties = told.parties.with_columns(id=pl.col("id").replace(as_told)).sort("id")
    renamed = replace(renamed, parties=parties, ties=renamed.ties.reverse())
    one = alone(told, "ana", "beto", ends=[("carla", "gil")], draws=1)
    other = alone(
        renamed, as_told["ana"], as_told["beto"], ends=[(as_told["carla"], as_told["gil"])], draws=1
    )
    for measure, figure in one.items():
        assert other[measure].before.value == pytest.approx(figure.before.value)
        assert other[measure].after.value == pytest.approx(figure.after.value)


@given(networks(), st.permutations(NAMES), st.integers(0, 9))
def test_removing_more_raises_neither_the_largest_nor_the_pairs_nor_a_flow_nor_the_efficiency(
    told: Network, order: Sequence[str], size: int
) -> None:
    fewer = alone(told, *order[:size], ends=[("ana", "gil")], draws=1)
    more = alone(told, *order[: size + 1], ends=[("ana", "gil")], draws=1)
    for measure in ("largest", "pairs", "efficiency", "paths-by-party", "paths-by-tie"):
        assert more[measure].after.value <= fewer[measure].after.value


@given(networks(), st.sets(st.sampled_from(NAMES)))
def test_without_doubt_the_interval_is_the_point(told: Network, removed: set[str]) -> None:
    for figure in alone(told, *sorted(removed), ends=[("ana", "gil")], draws=5).values():
        for stated in (figure.before, figure.after, figure.difference):
            assert (stated.low, stated.median, stated.high) == pytest.approx((stated.value,) * 3)


def test_without_doubt_the_interval_is_the_point_where_draws_look_from_fewer_parties() -> None:
    ring = network(*(f"p{place} - p{(place + 1) % 300}" for place in range(300)))
    stated = alone(ring, "p7", "p70", errors=CERTAIN, draws=3)["efficiency"].difference
    assert (stated.low, stated.high) == pytest.approx((stated.value, stated.value))


def test_everybody_can_be_removed_and_nothing_is_left() -> None:
    found = effect(network(*BARBELL), {"group": NAMES[:6]}, draws=20)
    assert {figure.after.value for figure in found.groups[0].figures} == {0}
    assert {finding.verdict for finding in found.groups[0].findings} == {Verdict.NOT_FOUND}


def test_who_is_not_there_is_named() -> None:
    with pytest.raises(UnknownParties, match=r"group: 1 not in the network: zoe"):
        effect(network(*BARBELL), {"group": ["ana", "zoe"]})


def test_a_network_of_nobody_is_refused() -> None:
    with pytest.raises(UnknownParties, match="nobody is in it"):
        effect(network(), {"group": []})


def test_the_same_seed_gives_the_same_answer_and_another_seed_another() -> None:
    told = network(*BARBELL)

    def found(seed: int) -> Effect:
        return effect(told, {"group": ["carla"]}, draws=30, seed=seed)

    assert found(1) == found(1)
    assert found(1).groups[0].figures != found(2).groups[0].figures


def test_a_random_removal_among_its_kind_takes_as_many_of_each_kind() -> None:
    star = network(*(f"{name} member-of brokers" for name in NAMES[:8]))
    pairs = alone(star, "ana")["pairs"]
    assert pairs.random is not None
    assert pairs.alike is not None
    assert (pairs.random.low, pairs.alike.low) == (0, 28)


def test_among_persons_alone_there_is_no_second_random_removal() -> None:
    assert alone(network(*BARBELL), "ana")["pairs"].alike is None


def test_a_finding_that_hangs_on_one_doubtful_tie_does_not_survive() -> None:
    line = network("ana - beto", "beto - carla")

    def verdict(errors: Errors) -> Verdict:
        found = effect(line, {"group": ["beto"]}, errors=errors, draws=200).groups[0]
        return next(each.verdict for each in found.findings if each.code == "parts-others")

    assert verdict(CERTAIN) is Verdict.SURVIVES
    assert verdict(Errors(wrong={}, otherwise=0.25, missing=0.0)) is Verdict.FAILS


def test_two_who_hold_the_same_pairs_do_less_together_and_two_who_stand_in_for_each_other_do_more() -> None:
    line = network("ana - beto", "beto - carla", "carla - dora", "dora - elias")
    less = effect(line, {"one": ["beto"], "two": ["carla"]}, errors=CERTAIN, draws=5)
    assert {sum_.measure: sum_.adding for sum_ in less.sums}["pairs"] is Adding.LESS
    square = network("ana - beto", "beto - carla", "carla - dora", "dora - ana")
    more = effect(square, {"one": ["beto"], "two": ["dora"]}, errors=CERTAIN, draws=5)
    parted = next(sum_ for sum_ in more.sums if sum_.measure == "parted")
    assert (parted.alone.value, parted.together.value, parted.adding) == (0, 1, Adding.MORE)


def test_who_stands_in_two_groups_is_removed_once_and_named() -> None:
    found = effect(network(*BARBELL), {"one": ["ana", "carla"], "two": ["carla"]}, errors=CERTAIN, draws=5)
    assert found.shared == ("carla",)
    assert found.together is not None
    assert found.together.removed == ("ana", "carla")


def test_one_told_of_the_draws_may_stop_them() -> None:
    class Cancelled(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise Cancelled(f"{done} of {of}")

    with pytest.raises(Cancelled, match="1 of 50"):
        effect(network(*BARBELL), {"group": ["ana"]}, draws=50, done=stop)


def test_whoever_waits_is_told_of_the_search_for_the_best_and_then_of_the_draws() -> None:
    told: list[tuple[int, int]] = []
    effect(
        network(*BARBELL),
        {"group": ["ana"]},
        draws=20,
        seek=1e6,
        done=lambda done, of: told.append((done, of)),
    )
    assert {of for _, of in told} == {40}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert [done for done, _ in told if done > 20] == list(range(21, 41))
    assert told[0][0] <= 20


def test_who_is_not_there_may_be_named_in_the_answer_instead() -> None:
    found = effect(network(*BARBELL), {"one": ["ana", "zoe"], "two": ["yago"]}, draws=5, absent=True)
    assert [(removal.removed, removal.absent) for removal in found.groups] == [
        (("ana",), ("zoe",)),
        ((), ("yago",)),
    ]
    assert found.together is not None
    assert found.together.absent == ("yago", "zoe")


@settings(max_examples=20)
@given(networks(), st.sets(st.sampled_from(NAMES[:8]), max_size=4))
def test_no_removal_is_better_than_the_best_of_its_size(told: Network, removed: set[str]) -> None:
    found = effect(told, {"group": sorted(removed)}, draws=1, seek=0.2).groups[0]
    for best in found.best:
        figure = next(each for each in found.figures if each.measure == best.objective)
        assert figure.best == best.value <= figure.after.value
        assert len(best.removed) <= len(found.removed)
        assert not set(best.removed) & {"brokers", "porters"}
        assert best.bound is not None
        assert best.bound <= least(told, NAMES[:8], len(found.removed), best.objective) <= best.value


def test_where_there_is_nothing_to_choose_the_best_is_proved() -> None:
    everybody = effect(network(*BARBELL), {"group": NAMES[:6]}, draws=1, seek=0.02).groups[0]
    assert {(best.value, best.bound, best.gap, best.proved) for best in everybody.best} == {(0, 0, 0, True)}


def test_where_the_best_is_not_sought_that_is_said() -> None:
    found = effect(network(*BARBELL), {"group": ["ana"]}, draws=1, seek=0)
    assert "best-not-sought" in {caveat.code for caveat in found.caveats}
    assert {figure.best for figure in found.groups[0].figures} == {None}


def test_a_measure_that_is_no_objective_stands_beside_the_best_set_for_the_pairs() -> None:
    found = effect(network(*BARBELL), {"group": ["ana"]}, ends=[("ana", "fina")], draws=1, seek=0.1).groups[0]
    beside = {figure.measure: (figure.best_for, figure.best) for figure in found.figures}
    assert (beside["largest"], beside["pairs"], beside["parted"]) == (
        ("largest", 3),
        ("pairs", 4),
        ("pairs", 6),
    )
    assert beside["brokers"] == beside["paths-by-tie"] == (None, None)
