"""The page of a plan: the docket says who may go, caveats stand on it, nobody is ranked, nothing blocks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from clerk.story import act, charges, opened, track
from dedere import clerk
from dedere.desk.network import working
from dedere.docket.entries.review import StayOrdered
from dedere.registry.models import PartyRow, WorkedRow
from network import handed_over, loaded

import cast

pytestmark = pytest.mark.django_db
PAGE = "/en/network/N-2025-0001/plan/"
ASKED = f"{PAGE}?each=1&waves=2&months=3&objective=largest"


def stay() -> clerk.Act:
    return act("record-stay", StayOrdered(stay="1", court="Juzgado de prueba", covers="removal"))


@pytest.fixture
def cases() -> dict[str, str]:
    """Teodoro, one of each band and counsel have a case; a court stands before the one of the second band."""
    numbers = {
        id: opened(track("national-security-transfer"), charges(), *acts, person=f"Persona {id}").number
        for id, acts in {"T": (), "A": (), "C": (stay(),), "E": ()}.items()
    }
    loaded(cases=numbers)
    return numbers


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was begun to be worked out: done at once, so that the next visit shows it."""
    digests: list[str] = []

    def start(digest: str, work: Callable[[datetime], object], at: datetime) -> None:
        digests.append(digest)
        work(at)

    monkeypatch.setattr(working, "start", start)
    return digests


def key(id: str) -> str:
    return PartyRow.objects.get(id=id).key


def page(client: Client, address: str = ASKED) -> str:
    """The page once it was worked out."""
    assert client.get(address)["Refresh"] == "3"
    return client.get(address).content.decode()


def goes(client: Client, address: str) -> list[list[str]]:
    page(client, address)
    plan = client.get(address).context["plan"]
    return [[party.id for party, _ in wave.members] for wave in plan.waves]


@pytest.mark.usefixtures("cases")
def test_before_anything_is_asked_the_page_says_whom_the_docket_lets_go(
    ana: Client, begun: list[str]
) -> None:
    text = ana.get(PAGE).content.decode()
    assert (begun, "4 persons whose request is under way" in text) == ([], True)
    assert "a stay is in force (art. 126" in text
    assert "open: no clock stands before the decision" in text
    assert "not known" in text


@pytest.mark.usefixtures("cases", "begun")
def test_nobody_goes_against_whom_a_court_stands_and_the_page_says_who_waits(ana: Client) -> None:
    assert goes(ana, ASKED)[0] == ["T"]
    plan = ana.get(ASKED).context["plan"]
    assert [candidate.party.id for candidate in plan.waiting] == ["C"]
    assert "C" not in {party.id for wave in plan.waves for party, _ in wave.members}
    moves = {move.party.id: move.change for move in plan.waves[0].moves}
    assert moves["T"] == "can no longer go"


@pytest.mark.usefixtures("cases", "begun")
def test_the_caveats_stand_before_the_figures_and_the_proof_in_the_headline(ana: Client) -> None:
    text = page(ana)
    assert text.index("Proved: no plan in the same waves") < text.index("Read the figures with this")
    assert text.index("A plan decides nothing") < text.index("Wave 1: ")
    for words in (
        "not the list",
        "whether anyone is guilty or dangerous",
        "No day is guessed",
        "in no figure",
    ):
        assert words in text
    assert "Quién podría irse" in ana.get(ASKED.replace("/en/", "/es/")).content.decode()


@pytest.mark.usefixtures("cases", "begun")
def test_members_stand_in_the_order_of_names_and_never_of_figures(ana: Client) -> None:
    address = ASKED.replace("each=1", "each=3")
    page(ana, address)
    for wave in ana.get(address).context["plan"].waves:
        names = [party.name for party, _ in wave.members]
        assert names == sorted(names)


@pytest.mark.usefixtures("cases", "begun")
def test_who_is_not_to_go_does_not_and_who_is_to_go_does(ana: Client) -> None:
    waves = goes(ana, f"{ASKED}&never={key('T')}&fixed={key('A')}")
    assert waves[0] == ["A"]
    assert "T" not in waves[1]


@pytest.mark.usefixtures("cases", "begun")
@pytest.mark.parametrize("wrong", ["each=0", "each=61", "each=", "waves=9", "months=2", "objective=heads"])
def test_what_cannot_be_asked_is_said_and_nothing_is_worked_out(ana: Client, wrong: str) -> None:
    answer = ana.get(f"{ASKED}&{wrong}")
    assert (answer.status_code, "plan" in answer.context) == (422, False)
    assert "govuk-error-summary" in answer.content.decode()


@pytest.mark.usefixtures("cases")
def test_the_same_person_cannot_both_go_and_not_go(ana: Client) -> None:
    answer = ana.get(f"{ASKED}&never={key('T')}&fixed={key('T')}")
    assert answer.status_code == 422
    assert f"Ticked to go and not to go: {cast.TEODORO}" in answer.content.decode()


def test_a_plan_is_kept_until_the_docket_changes(
    ana: Client, cases: dict[str, str], begun: list[str]
) -> None:
    page(ana)
    ana.get(ASKED)
    assert (len(begun), WorkedRow.objects.count()) == (1, 1)
    filed = clerk.file(cases["T"], stay(), by=cast.ANA, at=cast.NOON)
    assert isinstance(filed, clerk.Filed)
    assert "T" not in {id for wave in goes(ana, ASKED) for id in wave}
    assert len(begun) == 2


@pytest.mark.usefixtures("begun")
def test_a_plan_begins_without_those_who_were_handed_over(ana: Client) -> None:
    gone = handed_over()
    case = opened(track("national-security-transfer"), charges()).number
    loaded(cases={"T": gone, "C": case})
    address = ASKED.replace("largest", "pairs")
    assert goes(ana, address)[0] == ["C"]
    answer = ana.get(address)
    assert answer.context["plan"].before.largest == 3
    assert "The plan begins without 1 who was handed over" in answer.content.decode()


@pytest.mark.usefixtures("cases", "begun")
def test_where_time_ran_out_the_page_says_so_and_gives_the_bound(ana: Client) -> None:
    page(ana)
    row = WorkedRow.objects.get()
    worked = json.loads(row.text)
    worked["plan"] |= {"proved": False, "value": 4, "bound": 2, "gap": 0.5}
    worked["plan"]["told"].append({"code": "time-ran-out", "facts": {"gap": 0.5}})
    WorkedRow.objects.update(text=json.dumps(worked))
    text = ana.get(ASKED).content.decode()
    assert "Not proved best: 4 found, and no plan in the same waves goes below 2 (gap 50%)" in text
    assert "Time ran out before the proof" in text


def test_a_network_without_a_request_says_that_there_is_nobody_to_plan_for(ana: Client) -> None:
    loaded()
    assert "there is nobody to plan for" in ana.get(PAGE).content.decode()


def test_only_those_who_plan_handovers_may_plan(as_officer: Callable[[str], Client]) -> None:
    loaded()
    for officer, status in ((cast.CARLA, 403), (cast.DIEGO, 403), (cast.ANA, 200)):
        client = as_officer(officer)
        assert client.get(PAGE).status_code == status
        front = client.get("/en/network/").content.decode()
        assert (PAGE in front) == (status == 200)
