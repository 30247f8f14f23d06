"""A handover that this desk did not carry: recorded from published sources, and said to be so."""

from __future__ import annotations

from dedere.docket.entries import HandedOver, HandoverLocked, HandoverReported, StayOrdered
from docket.expedition import Expedition

import cast

REPORT = HandoverReported(place="AIFA", giving="FGR", receiving="Department of Justice")


def test_a_report_hands_over_everyone_listed_and_leaves_no_custody_chain():
    group = Expedition(ordered=False).files(REPORT)
    assert [person.step.value for person in group.handover.active] == ["taken-over", "taken-over"]
    assert {person.identified_how for person in group.handover.active} == {""}
    line = group.case().lines[-1]
    assert isinstance(line.entry, HandedOver)
    assert (line.by, line.second, line.entry.handover) == (cast.ANA, cast.BRUNO, "H-2025-0001")
    assert [case.custody.holder for case in group.cases.values()] == ["US", "US"]
    assert group.files(HandoverLocked()).handover.locked


def test_a_report_names_the_stays_that_stood():
    group = Expedition(ordered=False)
    for number, case in group.cases.items():
        stay = StayOrdered(stay="s", court="juzgado de distrito", covers="not-published")
        line = case.lines[-1]
        group.cases[number] = case.after(
            type(line)(
                number=case.version + 1, entry=stay, occurred_at=group.at, recorded_at=group.at, by=cast.ANA
            )
        )
    group.files(REPORT)
    assert group.case().lines[-1].entry.despite_stays == ("s",)


def test_what_the_desk_began_to_carry_is_never_recorded_as_a_report():
    group = Expedition().gone().checked().given()
    assert group.refused(REPORT) == "under-way"
    assert "record-reported-handover" not in group.allows()


def test_one_officer_alone_reports_nothing():
    group = Expedition(ordered=False)
    decision = group.tries(REPORT)
    assert (decision.lines[0].entry.code, decision.case_lines) == ("signature-awaited", {})
