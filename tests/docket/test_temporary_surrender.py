"""Temporary surrender: of a convicted person, for a trial, with return."""

from dedere.docket.entries import (
    DeferralEnded,
    HandedOver,
    Returned,
    SurrenderDeferred,
    SurrenderOrdered,
    TemporarilySurrendered,
    TemporarySurrenderAgreed,
    TrackOpened,
    Tried,
)
from docket.story import Story

AGREED = TemporarySurrenderAgreed(conviction="causa penal 31/2019", terms="return within 90 days of trial")
HANDOVER = HandedOver(place="AIFA", giving="FGR", receiving="US Marshals")


def test_the_person_goes_for_trial_comes_back_and_is_surrendered_for_good_later():
    story = Story().granted().files(SurrenderDeferred(reason="serving a sentence")).files(AGREED)
    assert story.files(HANDOVER).stage == "temporarily-surrendered"
    assert story.case.custody.holder == "US"
    assert story.files(Tried(charge="1")).stage == "temporarily-surrendered"
    assert story.files(Returned(place="Puente Internacional")).stage == "returned"
    assert story.case.custody.holder == "MX"
    story.files(SurrenderDeferred(reason="serving a sentence")).files(DeferralEnded())
    assert story.files(SurrenderOrdered(authority="SRE")).files(HANDOVER).stage == "handed-over"


def test_it_rests_on_a_conviction():
    nothing = TemporarilySurrendered(place="AIFA", conviction="")
    refused = Story().granted().tries(nothing)
    assert (refused.code, refused.facts["field"]) == ("content-missing", "conviction")


def test_it_may_be_recorded_at_once_after_a_grant():
    entry = TemporarilySurrendered(place="AIFA", conviction="causa penal 31/2019")
    assert Story().granted().files(entry).stage == "temporarily-surrendered"
    assert Story().before_the_executive().refused(entry) == "wrong-stage"


def test_a_track_of_its_own_comes_after_a_grant_on_another():
    story = Story()
    story.files(TrackOpened(track="t2", kind="temporary-surrender", basis="us-mx-1978", article="15"))
    assert story.refused(AGREED, track="t2") == "grant-missing"
    other = Story().granted()
    other.files(TrackOpened(track="t2", kind="temporary-surrender", basis="us-mx-1978", article="15"))
    other.files(AGREED, track="t2").files(HANDOVER, track="t2")
    assert [track.stage.value for track in other.case.tracks] == ["granted", "temporarily-surrendered"]


def test_nobody_who_is_away_is_surrendered_a_second_time():
    story = Story().granted().files(AGREED).files(HANDOVER)
    assert story.refused(HANDOVER) == "wrong-stage"
    assert not story.allows() & {"hand-over", "order-surrender", "surrender-temporarily"}


def test_the_agreement_is_refused_under_a_stay():
    assert Story().granted().stayed().refused(AGREED) == "stay-in-force"
