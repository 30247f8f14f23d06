"""What replacement begins from: nobody is drawn in who is tied by no tie of crime, relatives least of all."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from dedere.links.named import UnknownParties
from dedere.links.regrow.given import given, led
from links.networks import network

TOLD = network(
    "ana works-with beto",
    "ana works-with carla",
    "beto works-with brokers",
    "ana sibling-of carla",
    "ana sibling-of dora",
    "lic counsel-of ana",
    "ana leader-of brokers",
    "ana founder-of brokers",
)


def test_relatives_and_lawyers_without_a_tie_of_crime_are_no_part_of_it() -> None:
    found = given(TOLD, ["ana"])
    assert found.structure.parties == 4  # ana, beto, carla, brokers
    assert found.kin.ties == 1  # carla, who is in the network by a tie of crime
    assert found.gone.sum() == 1


def test_a_person_is_not_relieved_by_an_organisation() -> None:
    found = given(TOLD, ["ana"])
    kinds = TOLD.parties.filter(pl.col("id").is_in(["ana", "beto", "carla", "brokers"]))["kind"].to_list()
    assert [int(role) == int(found.role[0]) for role in found.role] == [kind == kinds[0] for kind in kinds]


def test_where_roles_are_told_they_decide() -> None:
    parties = TOLD.parties.with_columns(role=pl.lit("driver"))
    alike = given(type(TOLD)(parties=parties, ties=TOLD.ties), ["ana"])
    assert len(np.unique(alike.role)) == 1


def test_a_number_takes_those_with_most_ties() -> None:
    found = given(TOLD, 1)
    assert found.gone.tolist() == [True, False, False, False]


def test_who_is_not_in_the_network_is_named() -> None:
    with pytest.raises(UnknownParties, match="nobody-known"):
        given(TOLD, ["nobody-known"])


def test_an_organisation_that_somebody_leads_and_founded_counts_once() -> None:
    assert led(TOLD, ["ana"]) == 1
    assert led(TOLD, ["beto"]) == 0
