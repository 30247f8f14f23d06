"""Networks drawn as they might be in truth: ties dropped and added as was supposed, where they may be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.links.effect.uncertainty import Errors, doubted, drawn
from dedere.links.structure import Structure, of_ends
from links.networks import network

RING = network(*(f"p{place} - p{(place + 1) % 200}" for place in range(200)))


def pairs(structure: Structure) -> set[tuple[int, int]]:
    tails = np.repeat(np.arange(structure.parties), np.diff(structure.starts))
    return {(int(a), int(b)) for a, b in zip(tails, structure.ends, strict=True)}


def many(told: object, errors: Errors, draws: int = 300) -> list[Structure]:
    doubts = doubted(told, errors)  # type: ignore[arg-type]
    return [drawn(doubts, np.random.default_rng((1, number))) for number in range(draws)]


def test_ties_are_dropped_at_the_rate_of_what_they_rest_on() -> None:
    bases = {"basis": ["proved-in-court", "reported"], "reliability": [None, "C3"]}
    told = network("ana - beto", "carla - dora", **bases)
    errors = Errors(wrong={"proved-in-court": 0.0, "reported": 0.9, "reported/C3": 0.3}, missing=0.0)
    found = many(told, errors, 2000)
    assert all((0, 1) in pairs(each) for each in found)
    assert np.mean([(2, 3) in pairs(each) for each in found]) == pytest.approx(0.7, abs=0.04)


def test_a_tie_told_twice_is_as_doubtful_as_its_better_telling() -> None:
    bases = {"basis": ["reported", "proved-in-court"]}
    told = doubted(network("ana - beto", "beto - ana", **bases), Errors())
    assert told.wrong.tolist() == [0.02]


def test_ties_are_added_until_the_share_that_is_missing_was_missing() -> None:
    sizes = [each.ties for each in many(RING, Errors(wrong={}, otherwise=0.0, missing=0.2))]
    assert np.mean(sizes) == pytest.approx(200 / 0.8, rel=0.02)


def test_ties_that_close_join_parties_two_steps_apart() -> None:
    closing = Errors(wrong={}, otherwise=0.0, missing=0.2, closing=1.0)
    told = pairs(RING.structure())
    new = {pair for each in many(RING, closing, 20) for pair in pairs(each) - told}
    assert {min((a - b) % 200, (b - a) % 200) for a, b in new} == {2}


def test_ties_are_added_only_between_kinds_of_party_that_are_tied_at_all() -> None:
    told = network(
        *(f"{name} member-of brokers" for name in ("ana", "beto", "carla")), alone=["dora", "porters"]
    )
    kinds = told.parties["kind"].to_list()
    for structure in many(told, Errors(wrong={}, otherwise=0.0, missing=0.5), 50):
        assert all(kinds[a] != kinds[b] for a, b in pairs(structure))


@given(st.integers(0, 2**32), st.floats(0, 1), st.floats(0, 0.9), st.floats(0, 1))
def test_what_is_drawn_is_a_structure(seed: int, wrong: float, missing: float, closing: float) -> None:
    told = network("ana - beto", "beto - carla", "carla - ana", "carla - dora", alone=["elias", "fina"])
    doubts = doubted(told, Errors(wrong={}, otherwise=wrong, missing=missing, closing=closing))
    found = drawn(doubts, np.random.default_rng(seed))
    tails = np.repeat(np.arange(6, dtype=np.int32), np.diff(found.starts))
    again = of_ends(6, tails, found.ends)
    assert (again.starts.tolist(), again.ends.tolist()) == (found.starts.tolist(), found.ends.tolist())


@pytest.mark.parametrize("rates", [{"otherwise": 1.5}, {"missing": 1.0}, {"wrong": {"reported": -0.1}}])
def test_a_rate_that_is_no_share_is_refused(rates: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="shares from 0 to 1"):
        Errors(**rates)  # type: ignore[arg-type]
