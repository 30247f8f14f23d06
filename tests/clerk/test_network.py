"""A network is loaded as an act: on record, sealed, updated by what comes again, never doubled."""

from __future__ import annotations

import pytest

from dedere.clerk.network.load import load
from dedere.docket.entries import NetworkLoaded
from dedere.registry import journal, networks
from dedere.registry.models import NetworkRow, PartyRow, TieRow
from dedere.registry.rebuild import rebuild
from dedere.words import Refused
from network import FILES, NAME, loaded, network, parties, party, tie, ties

import cast

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int]:
    return PartyRow.objects.count(), TieRow.objects.count()


def test_a_load_is_on_record_with_who_when_and_the_digests_of_the_files() -> None:
    row = loaded().row
    (line,) = journal.read(row.number)
    assert isinstance(line.entry, NetworkLoaded)
    assert (row.number, line.by, line.recorded_at) == ("N-2025-0001", cast.ANA, cast.NOON)
    assert line.entry.inputs == FILES
    assert (line.entry.parties, line.entry.ties, line.entry.added) == (8, 9, 17)
    assert line.entry.seal == row.seal == networks.seal_of(row.number)
    assert counts() == (8, 9)


def test_the_same_network_again_doubles_nothing_and_leaves_no_line() -> None:
    first, second = loaded(), loaded()
    assert not second.changes.any
    assert second.row == first.row
    assert (counts(), len(journal.read(first.row.number))) == ((8, 9), 1)


def test_what_comes_again_updates_its_row_and_what_no_longer_comes_is_withdrawn() -> None:
    first = loaded()
    told = [*ties()[:-1], tie("D", "C")]
    told[0]["until"] = "2024-03"
    second = loaded(network([*parties(), party("F", "Fausta")], told))
    assert (second.changes.added, second.changes.changed, second.changes.withdrawn) == (2, 1, 1)
    assert (second.row.number, second.row.line, counts()) == (first.row.number, 2, (9, 9))
    assert TieRow.objects.get(kind="leader-of", tail="T").until == "2024-03"
    assert set(TieRow.objects.filter(line=1).values_list("tail", "head")) == {
        (each["from"], each["to"]) for each in told[1:-1]
    }
    assert second.row.seal == networks.seal_of(second.row.number) != first.row.seal


def test_two_periods_of_one_tie_are_two_rows() -> None:
    loaded(network(told=[tie("A", "B", since="2015", until="2016"), tie("A", "B", since="2019")]))
    assert sorted(TieRow.objects.values_list("since", flat=True)) == ["2015", "2019"]
    loaded(network(told=[tie("A", "B", since="2015", until="2017"), tie("A", "B", since="2019")]))
    assert sorted(TieRow.objects.values_list("since", "until")) == [("2015", "2017"), ("2019", "")]


def test_a_network_is_read_back_as_it_was_told() -> None:
    number = loaded(cases={"T": "MX-2025-0001"}).row.number
    told = networks.network_of(number)
    assert told.parties.drop("case", "key").equals(network().parties.sort("id"))
    assert told.ties.drop("key").equals(network().ties.sort("from", "to", "kind", "since", "until"))
    assert told.parties.filter(id="T")["case"].to_list() == ["MX-2025-0001"]


def test_an_empty_network_is_refused() -> None:
    said = load(NAME, network([], []), FILES, by=cast.ANA, at=cast.NOON)
    assert said == Refused(code="network-empty", facts={"network": NAME})


def test_a_tie_whose_source_is_not_listed_is_refused_and_nothing_is_loaded() -> None:
    said = load(NAME, network(), FILES, by=cast.ANA, at=cast.NOON)
    assert said == Refused(code="network-source-unknown", facts={"sources": "S-1, S-2"})
    assert counts() == (0, 0)


def test_a_load_without_a_name_is_refused_and_nothing_stays() -> None:
    loaded()
    said = load(" ", network(), FILES, by=cast.ANA, at=cast.NOON)
    assert said == Refused(code="content-missing", facts={"field": "name"})
    assert (counts(), NetworkRow.objects.count()) == ((8, 9), 1)


def test_a_rebuild_draws_the_networks_row_and_takes_away_rows_of_no_network() -> None:
    row = loaded().row
    assert rebuild(write=False).differing == 0
    NetworkRow.objects.update(ties=3)
    PartyRow.objects.create(key="x" * 24, network="N-2031-0001", id="Z", name="Z", kind="person", line=1)
    found = rebuild()
    assert (found.networks, found.differing) == (1, 2)
    assert NetworkRow.objects.get().ties == row.ties
    assert counts() == (8, 9)
