"""What both States say of a case, side by side: every difference named, every one an act of ours to take."""

from __future__ import annotations

from dedere.docket.acts import Act
from dedere.docket.case import Case, fold
from dedere.docket.entries import (
    Arrested,
    CaseOpened,
    Charge,
    ChargesStated,
    Corrected,
    Entry,
    Line,
    ListedForHandover,
    Noted,
    OtherStateSaid,
    RequestReceived,
    StayOrdered,
    TrackOpened,
)
from dedere.docket.exchange.compare import compare
from dedere.docket.exchange.message import of_file
from dedere.docket.exchange.release import release

import cast

OPENED = CaseOpened(person=cast.TEODORO, requesting="US", requested="MX")
TRACK = TrackOpened(track="t1", kind="treaty-extradition", basis="us-mx-1978")
CHARGES = ChargesStated(charges=(Charge(id="1", title="Smuggling"),))
RECEIVED = RequestReceived(office="executive", complete=True)


def lines(*entries: Entry, first: int = 1) -> list[Line]:
    return [
        Line(
            number=n,
            entry=entry,
            occurred_at=cast.NOON,
            recorded_at=cast.NOON,
            by=cast.ANA,
            track="t1" if isinstance(entry, RequestReceived) else "",
        )
        for n, entry in enumerate(entries, first)
    ]


def ours_with(theirs: list[Entry], *ours: Entry) -> Case:
    """Our case, on which the other State's letter tells what theirs holds."""
    other = fold("US-2025-0001", lines(*theirs))
    told = of_file("case", "US-2025-0001", "MX-2025-0001", release(other.lines, 0)).text()
    said = OtherStateSaid(state="US", letter="L1", their_case="US-2025-0001", message=told)
    return fold("MX-2025-0001", lines(*ours, said))


def test_two_records_that_agree_differ_in_nothing() -> None:
    compared = compare(ours_with([OPENED, TRACK, RECEIVED], OPENED, TRACK, RECEIVED))
    assert (compared.differences, compared.offers) == ((), ())
    assert compared.theirs.number == "US-2025-0001"


def test_a_case_of_which_nothing_was_told_has_nothing_to_compare() -> None:
    compared = compare(fold("MX-2025-0001", lines(OPENED)))
    assert (compared.differences, compared.offers, compared.withheld) == ((), (), ())


def test_each_field_that_differs_is_named_with_both_values() -> None:
    theirs = [
        OPENED,
        TRACK,
        RECEIVED,
        CHARGES,
        Arrested(place="Tijuana"),
        StayOrdered(stay="s1", court="District"),
    ]
    compared = compare(ours_with(theirs, OPENED, TRACK, Noted(title="a", text="b")))
    told = {each.field: (each.ours, each.theirs) for each in compared.differences}
    assert told["track.t1.stage"] == ("opened", "received")
    assert told["custody.status"] == ("unknown", "held")
    assert told["charge.1"][1]["title"] == "Smuggling"
    assert told["standing_stays"][1][0]["court"] == "District"
    named = {"track.t1.stage", "custody.status", "custody.holder", "custody.place", "charge.1"}
    assert set(told) == named | {"standing_stays"}


def test_what_theirs_has_and_ours_lacks_is_an_act_of_ours_with_the_letter_as_its_source() -> None:
    offers = compare(ours_with([OPENED, TRACK, RECEIVED, Arrested(place="Tijuana")], OPENED, TRACK)).offers
    assert [(each.line.number, each.letter, each.act.code) for each in offers] == [
        (3, "L1", "receive-request"),
        (4, "L1", "record-arrest"),
    ]
    assert offers[0].act == Act(
        code="receive-request", entry=RECEIVED, occurred_at=cast.NOON, track="t1", sources=("letter-L1",)
    )


def test_what_they_said_twice_is_offered_as_often_as_ours_lacks_it() -> None:
    arrested = Arrested(place="Tijuana")
    offers = compare(ours_with([OPENED, arrested, arrested], OPENED, arrested)).offers
    assert [each.line.number for each in offers] == [3]


def test_what_they_struck_is_not_offered() -> None:
    theirs = [OPENED, Arrested(place="Tijuana"), Corrected(line=2, reason="another person")]
    assert compare(ours_with(theirs, OPENED)).offers == ()


def test_what_only_a_handover_records_is_shown_and_offered_as_no_act() -> None:
    listed = ListedForHandover(handover="H-2025-0001", on=cast.NOON.date())
    offers = compare(ours_with([OPENED, TRACK, listed], OPENED, TRACK)).offers
    assert [(each.line.entry, each.act) for each in offers] == [(listed, None)]


def test_what_they_withhold_and_their_caveats_are_told() -> None:
    noted = CaseOpened(person=cast.TEODORO, requesting="US", requested="MX", note="n")
    compared = compare(ours_with([noted, Noted(title="a", text="b")], OPENED))
    assert (compared.withheld, compared.caveats) == (("case-opened.note", "noted"), ("this-case-only",))
