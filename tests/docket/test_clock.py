"""The clocks of a case, as the law room reads them from its lines."""

from datetime import date

from dedere.docket.clock import clocks
from dedere.docket.entries import (
    Died,
    ProvisionallyArrested,
    RequestReceived,
    StayLifted,
    TemporarilySurrendered,
    TrackClosed,
    TrackOpened,
)
from dedere.law.assessment import ClockReading
from dedere.law.library import library
from docket.story import Story

ARREST = ProvisionallyArrested(place="Tijuana")


def clock(story: Story, rule: str, on: date, track: str = "t1") -> ClockReading:
    return next(each for each in clocks(story.case, library(), on, track) if each.rule == rule)


def test_day_58_of_60_of_a_provisional_arrest():
    reading = clock(Story().files(ARREST), "provisional-arrest", date(2025, 3, 14))
    assert (reading.state, reading.day, reading.of, reading.due) == ("running", 58, 60, date(2025, 3, 16))


def test_the_receipt_of_the_executive_stops_the_clock_and_a_courts_does_not():
    story = Story().files(ARREST)
    story.day = 59
    story.files(RequestReceived(office="court", complete=True))
    assert clock(story, "provisional-arrest", date(2025, 3, 15)).state == "running"
    story.day = 60
    story.files(RequestReceived(office="executive", complete=True))
    assert clock(story, "provisional-arrest", date(2025, 4, 1)).state == "stopped"


def test_a_stay_stops_the_time_for_removal_until_the_last_one_is_lifted():
    story = Story().ordered()
    story.day = 10
    story.stayed("one").stayed("two")
    story.day = 20
    story.files(StayLifted(stay="one", court="x"))
    assert clock(story, "removal-treaty", date(2025, 2, 20)).state == "paused"
    story.day = 40
    story.files(StayLifted(stay="two", court="x"))
    reading = clock(story, "removal-treaty", date(2025, 3, 1))
    assert (reading.state, reading.due) == ("running", date(2025, 4, 15))


def test_a_temporary_surrender_is_a_removal_too():
    story = Story().ordered()
    story.day = 5
    story.files(TemporarilySurrendered(place="AIFA", conviction="causa 31/2019"))
    assert clock(story, "removal-treaty", date(2025, 4, 1)).state == "stopped"


def test_a_change_of_basis_stops_the_old_clocks_and_invents_no_new_ones():
    story = Story().files(ARREST)
    story.day = 7
    story.files(TrackOpened(track="t2", kind="national-security-transfer", basis="lsn"))
    story.files(TrackClosed(reason="change of basis"), track="t1")
    reading = clock(story, "provisional-arrest", date(2025, 6, 1))
    assert (reading.state, reading.stopped_on, reading.stopped_by) == (
        "stopped",
        date(2025, 1, 22),
        "track-closed",
    )
    assert clock(story, "provisional-arrest", date(2025, 1, 20)).state == "running"
    assert {each.state for each in clocks(story.case, library(), date(2025, 6, 1), "t2")} <= {"not-started"}


def test_a_death_stops_every_clock():
    story = Story().files(ARREST)
    story.day = 3
    story.files(Died())
    assert clock(story, "provisional-arrest", date(2025, 6, 1)).stopped_by == "died"
