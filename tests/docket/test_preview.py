"""What an act would do is shown before it is filed, and is what then happens."""

from dedere.docket import Act
from dedere.docket.entries import (
    HandedOver,
    Noted,
    ProvisionallyArrested,
    RequestReceived,
    StayLifted,
    StayOrdered,
    SurrenderOrdered,
)
from dedere.docket.preview import preview
from dedere.law.library import library
from dedere.words import Refused
from docket.story import CODES, Story

import cast


def foresee(story: Story, entry):
    act = Act(code=CODES[type(entry)], entry=entry, occurred_at=story.at)
    return preview(story.case, act, by=cast.ANA, at=story.at, library=library())


def rules(readings) -> set[str]:
    return {reading.rule for reading in readings}


def test_receipt_on_day_41_stops_the_arrest_clock():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    story.day = 41
    seen = foresee(story, RequestReceived(office="executive", complete=True))
    stopped = next(each for each in seen.stopped if each.rule == "provisional-arrest")
    assert (stopped.day, seen.stage.value, seen.next_stage.value) == (41, "arrested", "received")
    assert (seen.tells, seen.second) == (True, False)


def test_an_order_starts_the_time_for_removal_and_needs_a_second_officer():
    seen = foresee(Story().granted(), SurrenderOrdered(authority="SRE"))
    assert {"removal-lei", "removal-treaty"} <= rules(seen.started)
    assert (seen.second, seen.next_stage.value) == (True, "surrender-ordered")


def test_a_stay_pauses_and_its_end_resumes():
    story = Story().ordered()
    story.day = 3
    assert "removal-treaty" in rules(foresee(story, StayOrdered(stay="s", court="x")).paused)
    story.stayed("s")
    story.day = 5
    assert "removal-treaty" in rules(foresee(story, StayLifted(stay="s", court="x")).resumed)


def test_a_handover_under_a_stay_shows_the_stay():
    story = Story().ordered().stayed("s")
    handover = HandedOver(place="AIFA", giving="FGR", receiving="USMS", despite_stays=("s",))
    assert [stay.id for stay in foresee(story, handover).despite] == ["s"]


def test_a_note_moves_nothing():
    seen = foresee(Story(), Noted(title="x", text="y"))
    assert (seen.stage, seen.started, seen.stopped, seen.tells, seen.second) == (None, (), (), False, False)


def test_a_refusal_is_the_one_that_filing_would_give():
    refused = foresee(Story(), SurrenderOrdered(authority="SRE"))
    assert isinstance(refused, Refused)
    assert refused.code == "wrong-stage"


def test_what_is_shown_is_what_then_happens():
    story = Story().granted()
    seen = foresee(story, SurrenderOrdered(authority="SRE"))
    story.files(SurrenderOrdered(authority="SRE"))
    assert seen.after.tracks == story.case.tracks
