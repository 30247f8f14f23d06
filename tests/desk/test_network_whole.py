"""The whole network on a canvas: its places, who may ask for them, and the keys that lead through it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dedere.clerk.network import told as telling
from dedere.clerk.network import whole
from dedere.desk.network import working
from dedere.registry.models import NetworkRow, PartyRow
from network import loaded

import cast

pytestmark = pytest.mark.django_db
PAGE = "/en/network/N-2025-0001/whole/"
DATA = "/en/network/N-2025-0001/whole.json"


def worked_out() -> None:
    whole.work_out(telling.told(NetworkRow.objects.get()), at=cast.NOON)


def test_the_places_hold_every_party_of_a_tie_of_crime_and_no_counsel(ana: Client) -> None:
    loaded()
    worked_out()
    told = ana.get(DATA).json()
    counsel = PartyRow.objects.get(id="E").key
    assert set(told["keys"]) == set(PartyRow.objects.values_list("key", flat=True)) - {counsel}
    assert len(told["x"]) == len(told["y"]) == len(told["kinds"]) == len(told["names"]) == 7
    assert all(0 <= place <= whole.SIDE for place in (*told["x"], *told["y"]))
    assert sorted(told["basis"]) == [0, 1, 1, 2, 2, 2]
    assert len(told["ends"]) == 12
    assert set(told["ends"]) == set(range(7))


def test_the_page_asks_again_until_the_places_are_worked_out(
    ana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded()
    begun: list[str] = []
    monkeypatch.setattr(working, "start", lambda digest, work, at: begun.append(digest))
    assert ana.get(PAGE)["Refresh"] == "3"
    assert ana.get(DATA).status_code == 404
    worked_out()
    assert "<canvas" in ana.get(PAGE).content.decode()
    assert len(begun) == 1


def test_whoever_may_not_read_cases_is_sent_no_places(as_officer: Callable[[str], Client]) -> None:
    loaded()
    worked_out()
    for name in (cast.CARLA, cast.ELENA):
        assert as_officer(name).get(PAGE).status_code == 403
        assert as_officer(name).get(DATA).status_code == 403
