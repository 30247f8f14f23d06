"""A handover's act writes on the handover and on the person's case, or on neither."""

import pytest

from clerk.story import act, carried, giving, opened, plan, planned, ready, taking, track
from dedere import clerk
from dedere.docket.entries.handover import GateMarked, PersonListed, PersonStruck, PlanChanged
from dedere.docket.entries.review import StayOrdered
from dedere.registry import journal
from dedere.registry.models import HandoverRow, JournalLine, ListedRow
from dedere.registry.rebuild import rebuild
from dedere.seal.verifier import Head
from dedere.words import Refused

import cast

pytestmark = pytest.mark.django_db


def row(id: str) -> HandoverRow:
    return HandoverRow.objects.get(id=id)


def same_as_a_rebuild() -> bool:
    return rebuild(write=False).differing == 0


def test_handovers_have_a_series_of_their_own() -> None:
    ids = [clerk.plan_handover(plan(), by=cast.ANA, at=cast.NOON) for _ in range(2)]
    assert [filed.handover.id for filed in ids] == ["H-2025-0001", "H-2025-0002"]
    assert clerk.handover("H-2025-0002") == ids[1].handover


def test_whoever_is_listed_stands_on_the_manifest_and_on_the_case() -> None:
    filed = planned(2)
    id = filed.handover.id
    assert (row(id).persons, row(id).incomplete, row(id).state) == (2, 2, "planned")
    assert [each.state for each in ListedRow.objects.order_by("ordinal")] == ["listed", "listed"]
    assert clerk.case(filed.handover.active[0].case).listed == id
    assert same_as_a_rebuild()


def test_whoever_is_struck_leaves_the_manifest() -> None:
    filed = planned(2)
    first = filed.handover.active[0].case
    carried(filed.handover.id, act("strike-person", PersonStruck(case=first, reason="suspensión")))
    assert row(filed.handover.id).persons == 1
    assert clerk.case(first).listed == ""
    assert same_as_a_rebuild()


def test_a_stay_recorded_on_the_case_opens_a_gap_on_the_board() -> None:
    filed = planned(2)
    id, number = filed.handover.id, filed.handover.active[0].case
    carried(id, act("mark-gate", GateMarked(case=number, gate="stays", state="met", evidence="oficio 7")))
    marked = row(id).gaps
    stay = StayOrdered(stay="s1", court="Juzgado Quinto de Distrito")
    clerk.file(number, act("record-stay", stay), by=cast.ANA, at=cast.NOON)
    assert row(id).gaps == marked + 1
    assert same_as_a_rebuild()


def test_a_plan_moved_is_redrawn_for_everyone() -> None:
    filed = planned(2)
    moved = PlanChanged(on=cast.later(days=9).date(), reason="clima")
    carried(filed.handover.id, act("change-plan", moved))
    assert row(filed.handover.id).on == cast.later(days=9).date()
    assert same_as_a_rebuild()


def test_taking_over_hands_the_person_over_on_the_case_with_both_officers() -> None:
    filed = ready(2)
    id, case = filed.handover.id, filed.handover.active[0].case
    carried(id, giving(case), by=cast.CARLA)
    assert row(id).state == "under-way"
    taken = carried(id, taking(case), by=cast.BRUNO)
    assert list(taken.cases) == [case]
    last = clerk.case(case).lines[-1]
    assert (last.entry.code, last.by, last.second) == ("handed-over", cast.CARLA, cast.BRUNO)
    assert (row(id).taken, ListedRow.objects.get(case_id=case).state) == (1, "taken-over")
    assert same_as_a_rebuild()
    assert isinstance(journal.verify(), Head)


def test_whoever_gave_may_not_take_and_nothing_is_written() -> None:
    filed = ready(1)
    id, case = filed.handover.id, filed.handover.active[0].case
    carried(id, giving(case), by=cast.CARLA)
    lines = JournalLine.objects.count()
    refused = clerk.file_handover(id, taking(case), by=cast.CARLA, at=cast.NOON)
    assert isinstance(refused, Refused)
    assert refused.code == "same-officer"
    assert JournalLine.objects.count() == lines


def test_a_board_older_than_the_handover_is_overtaken() -> None:
    filed = planned(1)
    version = filed.handover.version
    struck = act("strike-person", PersonStruck(case=filed.handover.active[0].case, reason="x"))
    carried(filed.handover.id, act("change-plan", PlanChanged(on=cast.later(days=2).date())))
    late = clerk.file_handover(filed.handover.id, struck, by=cast.ANA, at=cast.NOON, seen=version)
    assert isinstance(late, Refused)
    assert (late.code, late.facts["theirs"], late.facts["yours"]) == (
        "overtaken",
        "plan-changed",
        "person-struck",
    )


def test_nobody_is_listed_without_a_case_or_on_a_handover_that_is_not_there() -> None:
    listing = act("list-person", PersonListed(case="MX-2025-0099", person="Nadie"))
    absent = clerk.file_handover("H-2025-0099", listing, by=cast.ANA, at=cast.NOON)
    assert isinstance(absent, Refused)
    assert absent.code == "no-such-handover"
    filed = clerk.plan_handover(plan(), by=cast.ANA, at=cast.NOON)
    unknown = clerk.file_handover(filed.handover.id, listing, by=cast.ANA, at=cast.NOON)
    assert isinstance(unknown, Refused)
    assert unknown.code == "no-such-case"


def test_acts_for_many_persons_are_told_one_by_one() -> None:
    id = clerk.plan_handover(plan(), by=cast.ANA, at=cast.NOON).handover.id
    number = opened(track("national-security-transfer")).number
    acts = [
        act("list-person", PersonListed(case=number, person=cast.TEODORO)),
        act("list-person", PersonListed(case="MX-2025-0099", person="Nadie")),
    ]
    told = list(clerk.file_handover_many(id, acts, by=cast.ANA, at=cast.NOON))
    assert [bool(result) for _, result in told] == [True, False]
