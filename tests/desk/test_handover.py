"""The board of a handover, one column for many, go or no-go, and the changes of its plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from clerk.story import planned, ready
from dedere import clerk
from dedere.desk.handover.law import law_of
from dedere.docket.entries import HandoverPlanned, Line
from dedere.docket.handover import Handover, fold_handover, gaps

import cast

As = Callable[[str], Client]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_board_shows_everyone_the_route_and_that_it_is_not_the_treaty(
    as_officer: As, language: str
) -> None:
    id = planned(3).handover.id
    page = as_officer(cast.ANA).get(f"/{language}/handovers/{id}/").content.decode()
    route = {"es": "Ley de Seguridad Nacional, art. 5; no el tratado", "en": "not the treaty"}
    assert route[language] in page
    assert page.count("data-row") == 3
    assert {"es": "no está lista", "en": "not ready"}[language] in page


def test_the_board_says_that_speciality_and_the_assurance_do_not_attach(as_officer: As) -> None:
    id = planned(1).handover.id
    page = as_officer(cast.ANA).get(f"/en/handovers/{id}/").content.decode()
    assert "17(1)" in page
    assert "speciality" in page


def test_a_column_is_filled_for_those_chosen_each_by_an_act_of_their_own(as_officer: As) -> None:
    filed = planned(3)
    id, people = filed.handover.id, [person.case for person in filed.handover.active]
    sent = {"state": "met", "evidence": "dictamen 4/2025", "persons": people[:2]}
    answer = as_officer(cast.ANA).post(f"/es/handovers/{id}/fill/medical/", sent)
    assert answer.status_code == 302
    after = clerk.handover(id)
    assert [("medical" in person.gates) for person in after.active] == [True, True, False]
    assert after.version == filed.handover.version + 2


def test_a_column_filled_for_nobody_comes_back_with_the_complaint(as_officer: As) -> None:
    id = planned(1).handover.id
    answer = as_officer(cast.ANA).post(f"/en/handovers/{id}/fill/medical/", {"state": "met"})
    assert answer.status_code == 422
    assert "Choose at least one person" in answer.content.decode()


def go(client: Client, id: str, **sent: object) -> int:
    return client.post(f"/en/handovers/{id}/go/", sent).status_code


def test_a_go_that_leaves_a_gap_unnamed_is_refused(as_officer: As) -> None:
    filed = planned(2)
    id = filed.handover.id
    assert go(as_officer(cast.ANA), id, go="yes", seen=filed.handover.version, step="decide") == 409
    assert clerk.handover(id).proposals == ()


def test_a_go_takes_two_officers_and_never_the_same_twice(as_officer: As) -> None:
    filed = planned(2)
    id, before = filed.handover.id, filed.handover
    open_gaps = gaps(before, clerk.cases(person.case for person in before.active))
    sent = {"go": "yes", "accepted": list(open_gaps), "reason": "orden", "seen": before.version}
    assert go(as_officer(cast.ANA), id, step="decide", **sent) == 302
    line = clerk.handover(id).proposals[0].line
    assert go(as_officer(cast.ANA), id, step="sign", proposal=line) == 409
    assert go(as_officer(cast.BRUNO), id, step="sign", proposal=line) == 302
    decision = clerk.handover(id).decision
    assert decision is not None
    assert (decision.by, decision.second, decision.accepted) == (cast.ANA, cast.BRUNO, open_gaps)


def test_the_go_page_names_who_accepted_which_gap(as_officer: As) -> None:
    id = ready(1).handover.id
    page = as_officer(cast.DIEGO).get(f"/en/handovers/{id}/go/").content.decode()
    assert "ana, bruno" in page
    assert "Anselmo Barragán Tello 0: Medical" in page


@pytest.mark.parametrize("who", [cast.CARLA, cast.DIEGO])
def test_neither_escort_nor_auditor_plans_fills_or_decides(as_officer: As, who: str) -> None:
    id = planned(1).handover.id
    client = as_officer(who)
    assert client.get(f"/es/handovers/{id}/").status_code == 200
    for place in ("fill/medical/", "change/plan-leg/", "go/"):
        assert client.post(f"/es/handovers/{id}/{place}", {}).status_code == 403


def test_the_administrator_sees_no_handover(as_officer: As) -> None:
    assert as_officer(cast.ELENA).get(f"/es/handovers/{planned(1).handover.id}/").status_code == 403


def test_a_leg_is_planned_with_one_form(as_officer: As) -> None:
    filed = planned(1)
    sent = {"leg": "2", "carrier": "FAM", "origin": "Toluca", "destination": "Dulles", "seats": "4"}
    when = {"occurred_at_moment": "2025-01-15T11:00", "occurred_at_zone": "America/Mexico_City"}
    answer = as_officer(cast.ANA).post(
        f"/es/handovers/{filed.handover.id}/change/plan-leg/",
        {**sent, **when, "seen": filed.handover.version},
    )
    assert answer.status_code == 302
    leg = clerk.handover(filed.handover.id).leg("2")
    assert leg is not None
    assert leg.seats == 4


def test_a_change_on_an_old_page_is_refused_and_comes_back_filled(as_officer: As) -> None:
    filed = planned(1)
    sent = {"leg": "2", "carrier": "FAM", "origin": "Toluca", "destination": "Dulles", "seen": 1}
    when = {"occurred_at_moment": "2025-01-15T11:00", "occurred_at_zone": "America/Mexico_City"}
    answer = as_officer(cast.ANA).post(
        f"/es/handovers/{filed.handover.id}/change/plan-leg/", {**sent, **when}
    )
    assert answer.status_code == 409
    assert "Toluca" in answer.content.decode()


def test_a_handover_that_is_not_there_is_said_to_be_missing(as_officer: As) -> None:
    assert as_officer(cast.ANA).get("/es/handovers/H-2025-0099/").status_code == 404
    assert as_officer(cast.ANA).get(f"/es/handovers/{planned(1).handover.id}/fill/luck/").status_code == 404


def on_basis(basis: str, giving: str, receiving: str) -> Handover:
    """A planned handover on a legal route between two States."""
    plan = HandoverPlanned(
        title="Entrega", on=cast.NOON.date(), giving=giving, receiving=receiving, basis=basis
    )
    line = Line(number=1, entry=plan, occurred_at=cast.NOON, recorded_at=cast.NOON, by=cast.ANA)
    return fold_handover("H-2025-0001", (line,))


@pytest.mark.parametrize(("giving", "receiving"), [("MX", "US"), ("US", "MX")])
def test_a_handover_under_the_treaty_is_not_said_to_lack_one(giving: str, receiving: str) -> None:
    told = law_of(on_basis("treaty-extradition", giving, receiving))
    assert told.no_provision == []
    assert told.beside == ""


def test_what_an_article_does_not_hold_is_said_only_of_the_giving_states_law() -> None:
    assert len(law_of(on_basis("national-security-transfer", "MX", "US")).no_provision) == 1
    assert law_of(on_basis("national-security-transfer", "US", "MX")).no_provision == []


def test_where_no_treaty_binds_that_is_said() -> None:
    assert len(law_of(on_basis("treaty-extradition", "US", "ZZ")).no_provision) == 1
