"""Persons who share an organisation: a clique each, weighed so that a large one does not outweigh all."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedere.links import projection
from dedere.links.network import Network
from dedere.links.projection import projected, two_mode
from dedere.words import Refused
from links.networks import network


def made(told: Network, on: str = "person") -> Network:
    found = projected(told, on)
    assert isinstance(found, Network)
    return found


def test_two_modes_are_the_ties_between_a_person_and_an_organisation() -> None:
    told = network("ana member-of brokers", "ana works-with beto", "porters faction-of brokers")
    assert two_mode(told).ties.select("from", "to").rows() == [("ana", "brokers")]
    assert two_mode(told).made[-1].facts == {"others": 2, "parties": 2}


def test_persons_are_tied_by_what_they_share_and_the_network_says_how_it_was_made() -> None:
    told = network(
        "ana leader-of brokers",
        "brokers - beto",
        "carla member-of brokers",
        "ana member-of porters",
        "beto member-of porters",
        sources=[["S-1"], ["S-2"], None, ["S-3"], ["S-2"]],
    )
    found = made(told)
    assert found.ties.select("from", "to", "weight", "note", "sources").rows() == [
        ("ana", "beto", 1.5, "Brokers; Porters", ["S-1", "S-2", "S-3"]),
        ("ana", "carla", 0.5, "Brokers", ["S-1"]),
        ("beto", "carla", 0.5, "Brokers", ["S-2"]),
    ]
    assert found.made[-1].facts == {"on": "person", "made": 5, "largest": 3}
    assert found.parties["id"].to_list() == ["ana", "beto", "carla"]


def test_organisations_are_tied_by_the_persons_they_share() -> None:
    found = made(network("ana member-of brokers", "ana member-of porters"), "organisation")
    assert found.ties.select("from", "to", "note").rows() == [("brokers", "porters", "Ana")]


def test_one_who_shares_nothing_stays_and_two_ties_to_one_organisation_are_one() -> None:
    found = made(network("ana member-of brokers", "ana founder-of brokers"))
    assert (found.parties["id"].to_list(), found.ties.height) == (["ana"], 0)
    assert found.made[-1].facts["largest"] == 1


def test_an_empty_network_has_an_empty_projection() -> None:
    assert made(network()).made[-1].facts["largest"] == 0


def test_what_would_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projection, "MOST_TIES", 2)
    told = network("ana member-of brokers", "beto member-of brokers", "carla member-of brokers")
    refused = projected(told)
    assert isinstance(refused, Refused)
    assert refused.code == "projection-too-large"


@given(st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["brokers", "porters"]))))
def test_the_weights_of_a_person_add_up_to_what_they_share(standing: set[tuple[str, str]]) -> None:
    found = made(network(*(f"{who} member-of {where}" for who, where in sorted(standing))))
    members = defaultdict(set)
    for who, where in standing:
        members[where].add(who)
    shared = {pair for group in members.values() for pair in combinations(sorted(group), 2)}
    assert set(found.ties.select("from", "to").iter_rows()) == shared
    weights = defaultdict(float)
    for left, right, weight in found.ties.select("from", "to", "weight").iter_rows():
        weights[left] += weight
        weights[right] += weight
    # Newman 2001: over the others of a group of k the shares 1/(k − 1) come to one.
    expected = {who: sum(who in group and len(group) > 1 for group in members.values()) for who in weights}
    assert weights == pytest.approx(expected)
