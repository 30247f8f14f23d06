"""The custody chain: identify, check, give over, take over; not taken; the lock."""

from dataclasses import replace
from datetime import date

from dedere.docket import Act
from dedere.docket.entries import (
    Checked,
    ConsentGiven,
    GateMarked,
    GivenOver,
    HandedOver,
    HandoverCorrected,
    HandoverLocked,
    HandoverPlanned,
    Identified,
    LegPlanned,
    NotTaken,
    PersonListed,
    PersonStruck,
    PlanChanged,
    Returned,
    SeatAssigned,
    TemporarySurrenderAgreed,
)
from dedere.docket.handover import decide_handover
from docket.expedition import GIVING, Expedition
from docket.story import Story
from docket.test_handover_gates import gate, mark, stay

import cast

ONE = "MX-2025-0001"
GIVE = GivenOver(case=ONE, leg="f1", place="AIFA", officer=GIVING)
NOT_TAKEN = NotTaken(case=ONE, leg="f1", place="Dulles", reason="papers incomplete")


def test_a_person_passes_from_hand_to_hand_and_the_case_says_so():
    group = Expedition().gone().checked(property=("watch", "rosary"), cash="350.00 MXN").given()
    assert (group.person().step.value, group.person().holder) == ("given-over", "MX")
    group.taken()
    person, line = group.person(), group.case().lines[-1]
    assert (person.step.value, person.holder, person.property) == ("taken-over", "US", ("watch", "rosary"))
    assert isinstance(line.entry, HandedOver)
    assert (line.by, line.second, line.entry.handover) == (cast.ANA, cast.CARLA, "H-2025-0001")
    assert (group.case().custody.holder, group.case().listed) == ("US", "")
    assert group.case().tracks[0].stage.value == "handed-over"


def test_no_step_is_skipped():
    group = Expedition().gone()
    assert group.refused(Checked(case=ONE, leg="f1")) == "wrong-step"
    assert group.refused(GIVE) == "wrong-step"
    assert group.refused(group.taking()) == "wrong-step"
    assert group.refused(NOT_TAKEN) == "wrong-step"


def test_nobody_is_given_over_without_a_go():
    assert Expedition().seated().checked().refused(GIVE) == "no-go"


def test_whoever_has_no_leg_is_not_identified_for_one():
    group = Expedition()
    assert group.refused(Identified(case=ONE, leg="f1", how="x")) == "leg-missing"
    group.seated()
    group.files(LegPlanned(leg="f2", carrier="x", origin="x", destination="y"))
    assert group.refused(Identified(case=ONE, leg="f2", how="x")) == "other-leg"


def test_the_officer_who_takes_is_not_the_one_who_gave():
    group = Expedition().gone().checked().given()
    assert group.refused(group.taking(), by=cast.ANA) == "same-officer"
    assert group.refused(group.taking(officer=GIVING), by=cast.CARLA) == "same-officer"


def test_a_standing_stay_must_be_named_when_the_person_is_given_over():
    group = Expedition()
    stay(group)
    group.gone().checked()
    assert group.refused(GIVE) == "stays-not-named"
    group.given(0, "s1").taken()
    assert group.case().tracks[0].despite_stays == ("s1",)
    assert group.person().despite_stays == ("s1",)


def test_a_stay_that_comes_between_giving_and_taking_must_be_named_by_the_taker():
    group = Expedition().gone().checked().given()
    stay(group)
    assert group.refused(group.taking(), by=cast.CARLA) == "stays-not-named"
    assert group.taken(0, "s1").case().tracks[0].despite_stays == ("s1",)


def test_a_gap_that_opened_after_the_go_stops_the_giving():
    group = Expedition().seated()
    group.files(mark(group, "medical", "met")).gone().checked()
    group.files(mark(group, "medical", "missing"))
    assert group.refused(GIVE) == "gap-since-go"


def test_a_stay_that_opened_after_the_go_stops_the_giving_too():
    group = Expedition()
    group.files(mark(group, "stays", "met")).gone().checked()
    stay(group)
    named = GivenOver(case=ONE, leg="f1", place="AIFA", officer=GIVING, despite_stays=("s1",))
    assert group.refused(named) == "gap-since-go"


def test_whoever_is_not_taken_is_back_where_the_leg_began_and_may_be_taken_later():
    group = Expedition().gone().checked().given().files(NOT_TAKEN)
    assert (group.person().step.value, group.person().holder) == ("not-taken", "MX")
    assert (group.case().custody.holder, group.case().tracks[0].stage.value) == ("MX", "surrender-ordered")
    assert group.checked().given().taken().person().refusals == ("papers incomplete",)
    assert group.case().custody.holder == "US"


def test_the_taking_is_not_dated_before_the_giving():
    group = Expedition().gone().checked().given()
    early = Act(code="take-over", entry=group.taking(), occurred_at=cast.later(days=1))
    refused = decide_handover(group.handover, early, group.cases, by=cast.CARLA, at=group.at)
    assert refused.code == "before-giving-over"


def test_after_the_taking_the_persons_record_is_shut():
    group = Expedition().gone().checked().given().taken()
    assert group.allows(0) == set()
    assert group.refused(SeatAssigned(case=ONE, leg="f1", seat="1A")) == "wrong-step"
    assert group.refused(mark(group, "medical", "met")) == "wrong-step"
    assert group.refused(PersonStruck(case=ONE, reason="x")) == "wrong-step"


def test_what_comes_later_does_not_change_the_board_of_whoever_left():
    group = Expedition().gone().checked().given().taken()
    before = [gate(group, name) for name in ("stays", "order", "assurances")]
    stay(group)
    assert [gate(group, name) for name in ("stays", "order", "assurances")] == before
    assert before[1].why == "order-on-file"


def test_a_changed_plan_does_not_rewrite_a_journey():
    group = Expedition().gone().checked().given().taken()
    journey = group.person()
    group.files(PlanChanged(on=date(2025, 1, 20), reason="the second waits"))
    assert group.person() == journey


def test_records_are_locked_when_nobody_is_waiting_or_between():
    group = Expedition().gone().checked().given()
    assert group.refused(HandoverLocked()) == "persons-waiting"
    group.taken().files(PersonStruck(case="MX-2025-0002", reason="ill")).files(HandoverLocked())
    assert group.handover.locked
    assert group.allows() == {"correct-handover"}


def test_locking_takes_whoever_was_not_taken_off_the_manifest():
    group = Expedition(people=1).gone().checked().given().files(NOT_TAKEN).files(HandoverLocked())
    assert (group.case().listed, group.case().handovers) == ("", ("H-2025-0001",))


def test_after_the_lock_a_correction_changes_nothing_but_itself():
    group = Expedition(people=1).gone().checked().given().taken().files(HandoverLocked())
    locked = group.handover
    for entry in (
        PlanChanged(on=date(2025, 2, 1)),
        GateMarked(case=ONE, gate="medical", state="met"),
        HandoverLocked(),
    ):
        assert group.refused(entry) == "handover-locked"
    group.files(HandoverCorrected(line=3, reason="place", holds="Santa Lucía"))
    assert group.handover.persons == locked.persons
    assert group.handover.lines[:-1] == locked.lines
    assert group.handover.corrections == {3: (group.handover.version,)}
    assert group.refused(HandoverCorrected(line=99, reason="x")) == "no-such-line"


def test_while_listed_the_person_is_not_handed_over_from_the_case_page():
    story = Story()
    story.case = Expedition().case()
    assert story.refused(HandedOver(place="x", giving="x", receiving="y")) == "on-a-manifest"


def test_a_case_that_does_not_permit_it_stops_the_giving():
    group = Expedition(kind="treaty-extradition", ordered=False).gone().checked()
    assert group.refused(GIVE) == "wrong-stage"


def test_a_person_may_have_several_handovers_out_for_trial_and_back():
    story = Story(number=ONE).granted()
    story.files(ConsentGiven(before="Juzgado", informed=True))
    story.files(TemporarySurrenderAgreed(conviction="causa 31/2019"))
    out = Expedition(people=0)
    out.cases[ONE] = story.case
    out.files(PersonListed(case=ONE, person=cast.TEODORO)).gone().checked().given().taken()
    assert out.case().tracks[0].stage.value == "temporarily-surrendered"
    back = Expedition(people=0)
    back.cases[ONE], back.handover, back.minutes = out.case(), None, 600
    plan = HandoverPlanned(title="Devolución", on=date(2025, 6, 1), giving="US", receiving="MX", basis="x")
    back.files(plan).files(LegPlanned(leg="f1", carrier="x", origin="Laredo", destination="Nuevo Laredo"))
    back.files(PersonListed(case=ONE, person=cast.TEODORO)).gone().checked().given().taken()
    assert isinstance(back.case().lines[-1].entry, Returned)
    assert (back.case().tracks[0].stage.value, back.case().custody.holder) == ("returned", "MX")
    assert len(back.case().handovers) == 2


def test_even_a_line_that_slipped_in_after_the_lock_changes_nothing():
    group = Expedition(people=1).gone().checked().given().taken()
    late = group.tries(PlanChanged(on=date(2025, 2, 1))).lines[0]
    locked = group.files(HandoverLocked()).handover
    slipped = locked.after(replace(late, number=locked.version + 1))
    assert (slipped.on, slipped.persons, slipped.decision) == (locked.on, locked.persons, locked.decision)
