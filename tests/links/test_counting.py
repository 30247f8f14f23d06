"""Lawyers never, kin only with a joint offence, rivals and successors not at all; each is counted."""

from __future__ import annotations

import pytest

from dedere.links.counting import of_crime, reasons
from links.networks import network


def test_a_lawyer_is_no_part_of_the_network_even_where_an_offence_is_alleged() -> None:
    told = network("ana works-with beto", "lic counsel-of ana", joint_offence=[None, True])
    counting = of_crime(told)
    assert counting.parties["id"].to_list() == ["ana", "beto"]
    assert counting.ties.height == 1
    assert counting.made[-1].facts == {"lawful": 1, "parties": 1}


def test_kin_count_only_where_a_source_alleges_an_offence_committed_together() -> None:
    told = network("ana sibling-of beto", "ana sibling-of carla", joint_offence=[True, None])
    assert reasons(told.ties).to_list() == [None, "kin"]
    assert of_crime(told).parties["id"].to_list() == ["ana", "beto"]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("rival-of", "rivalry"),
        ("successor-of", "succession"),
        ("split-from", "succession"),
        ("designated-by", "designation"),
        ("owner-of", "business"),
        ("cousin-and-driver-of", "not-listed"),
    ],
)
def test_what_is_not_working_together_is_left_out_with_its_reason(kind: str, reason: str) -> None:
    assert reasons(network(f"ana {kind} beto").ties).to_list() == [reason]


def test_members_and_those_who_work_together_count() -> None:
    told = network("ana leader-of brokers", "beto works-with ana", "porters faction-of brokers")
    assert reasons(told.ties).null_count() == 3


def test_a_tie_whose_kind_is_not_told_counts() -> None:
    assert of_crime(network("ana - beto")).ties.height == 1


def test_a_party_without_any_tie_stays() -> None:
    assert "dora" in of_crime(network("ana rival-of beto", alone=["dora"])).parties["id"].to_list()


def test_an_empty_network_stays_empty() -> None:
    assert of_crime(network()).made[-1].facts == {"parties": 0}
