"""The plan of a handover: the manifest, legs and seats, who is kept apart."""

from datetime import date

import pytest

from dedere.docket.entries import (
    GoDecided,
    HandedOver,
    HandoverPlanned,
    LegPlanned,
    PersonListed,
    PersonStruck,
    PlanChanged,
    SeatAssigned,
    SeparationRuled,
)
from dedere.docket.handover.seats import adjacent
from docket.expedition import Expedition
from docket.story import Story


def seat(group: Expedition, ordinal: int, place: str = "", leg: str = "f1") -> SeatAssigned:
    return SeatAssigned(case=group.numbers[ordinal], leg=leg, seat=place)


def apart(group: Expedition, how: str) -> SeparationRuled:
    return SeparationRuled(first=group.numbers[0], second=group.numbers[1], apart=how, reason="rivals")


def test_listing_a_person_is_written_on_the_case_too():
    group = Expedition()
    assert [case.listed for case in group.cases.values()] == ["H-2025-0001", "H-2025-0001"]


def test_a_person_stands_on_one_manifest_at_a_time():
    group = Expedition()
    assert group.refused(PersonListed(case=group.numbers[0], person="x")) == "on-a-manifest"


def test_whoever_has_no_case_or_is_with_the_other_state_is_not_listed():
    group = Expedition()
    assert group.refused(PersonListed(case="MX-2025-9999", person="x")) == "no-such-case"
    done = Story(kind="national-security-transfer", number="MX-2025-0009")
    group.cases["MX-2025-0009"] = done.files(HandedOver(place="x", giving="x", receiving="y")).case
    assert group.refused(PersonListed(case="MX-2025-0009", person="x")) == "already-surrendered"


def test_a_struck_person_is_off_the_manifest_and_may_be_listed_again():
    group = Expedition().files(PersonStruck(case="MX-2025-0001", reason="in hospital"))
    assert [person.case for person in group.handover.active] == ["MX-2025-0002"]
    assert group.case().listed == ""
    assert group.refused(seat(group, 0)) == "not-on-the-manifest"
    group.files(PersonListed(case="MX-2025-0001", person="x"))
    assert [person.case for person in group.handover.active] == ["MX-2025-0002", "MX-2025-0001"]


def test_a_leg_has_no_more_persons_than_seats():
    group = Expedition(seats=1)
    group.files(seat(group, 0))
    refused = group.tries(seat(group, 1))
    assert (refused.code, refused.facts["seats"]) == ("leg-full", "1")
    assert group.files(seat(group, 0, "1A")).person().seat == "1A"


def test_a_seat_is_for_one_person_on_a_leg_that_exists():
    group = Expedition()
    group.files(seat(group, 0, "1A"))
    assert group.refused(seat(group, 1, "1A")) == "seat-taken"
    assert group.refused(seat(group, 1, "1A", leg="f9")) == "no-such-leg"
    again = LegPlanned(leg="f1", carrier="x", origin="x", destination="y")
    assert group.refused(again) == "leg-exists"


def test_two_persons_kept_apart_do_not_share_a_leg():
    group = Expedition()
    group.files(LegPlanned(leg="f2", carrier="x", origin="AIFA", destination="Phoenix"))
    group.files(apart(group, "leg")).files(seat(group, 0))
    assert group.refused(seat(group, 1)) == "kept-apart"
    assert group.files(seat(group, 1, leg="f2")).person(1).leg == "f2"


def test_two_persons_may_share_a_leg_and_not_sit_side_by_side():
    group = Expedition()
    group.files(apart(group, "adjacent")).files(seat(group, 0, "4A"))
    assert group.refused(seat(group, 1, "4B")) == "seats-adjacent"
    assert group.refused(seat(group, 1)) == "seat-needed"
    assert group.files(seat(group, 1, "4D")).person(1).seat == "4D"


def test_a_separation_ruled_after_the_seating_stops_the_go_until_one_is_moved():
    group = Expedition()
    group.files(seat(group, 0, "4A")).files(seat(group, 1, "4B")).files(apart(group, "adjacent"))
    assert group.refused(GoDecided(go=True, accepted=group.gaps)) == "separation-broken"
    group.files(seat(group, 1, "9A"))
    assert group.files(GoDecided(go=True, accepted=group.gaps)).handover.decision.go


def test_a_separation_is_between_two_persons_of_the_manifest():
    group = Expedition()
    itself = SeparationRuled(first="MX-2025-0001", second="MX-2025-0001", reason="x")
    stranger = SeparationRuled(first="MX-2025-0001", second="MX-2025-0077", reason="x")
    assert group.refused(itself) == "same-person"
    assert group.refused(stranger) == "not-on-the-manifest"


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        ("4A", "4B", True),
        ("4B", "4A", True),
        ("4A", "4C", False),
        ("4A", "5A", False),
        ("7", "8", True),
        ("7", "9", False),
        ("7", "7A", None),
        ("", "4A", None),
        ("window", "4A", None),
    ],
)
def test_seats_are_side_by_side_in_one_row(one, other, beside):
    assert adjacent(one, other) is beside


def test_the_plan_moves_and_what_was_planned_stays():
    group = Expedition().gone()
    group.files(PlanChanged(on=date(2025, 1, 18), reason="weather"))
    assert (group.handover.on, group.handover.moves) == (date(2025, 1, 18), (date(2025, 1, 16),))
    assert group.handover.place == "AIFA"
    assert group.handover.decision is None


def test_a_handover_is_planned_once_and_between_two_states():
    group = Expedition()
    plan = HandoverPlanned(title="x", on=date(2025, 1, 16), giving="MX", receiving="US", basis="x")
    assert group.refused(plan) == "handover-exists"
    group.handover = None
    same = HandoverPlanned(title="x", on=date(2025, 1, 16), giving="MX", receiving="MX", basis="x")
    assert group.refused(same) == "same-state"
    assert group.refused(PlanChanged(on=date(2025, 1, 17))) == "no-such-handover"
