"""To lapse is not to be refused, to be released is not to be closed; the dead are not surrendered."""

import pytest

from dedere.docket.entries import (
    Arrested,
    Bailed,
    CaseClosed,
    Died,
    DocumentFiled,
    Escaped,
    HandedOver,
    Noted,
    ProvisionallyArrested,
    Released,
    RequestLapsed,
    RequestReceived,
    RequestWithdrawn,
    SurrenderOrdered,
    TrackClosed,
    TrackOpened,
)
from docket.story import Story

RECEIVED = RequestReceived(office="executive", complete=True)
HANDOVER = HandedOver(place="AIFA", giving="FGR", receiving="US Marshals")


def test_a_route_that_lapsed_is_not_refused_and_may_be_taken_up_when_the_papers_come():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    story.files(RequestLapsed(clock="provisional-arrest"))
    assert story.stage == "lapsed"
    assert story.files(RECEIVED).stage == "received"


def test_a_route_that_lapsed_for_good_is_not_taken_up_again():
    story = Story().ordered().files(RequestLapsed(clock="removal-lei", final=True))
    assert story.refused(RECEIVED) == "lapsed-for-good"


def test_a_release_leaves_the_case_open():
    story = Story().files(ProvisionallyArrested(place="Tijuana")).files(Released(reason="60 days ran out"))
    assert (story.case.custody.status, story.case.closed, story.stage) == ("at-liberty", False, "arrested")


def test_withdrawal_ends_the_track():
    story = Story().admitted().files(RequestWithdrawn())
    assert story.stage == "withdrawn"
    assert story.refused(RECEIVED) == "wrong-stage"


def test_whoever_escaped_is_not_handed_over_until_retaken():
    story = Story().ordered().files(Escaped(place="Altiplano"))
    assert story.refused(HANDOVER) == "person-escaped"
    story.files(Arrested(place="Culiacán"))
    assert story.files(HANDOVER).stage == "handed-over"


def test_bail_is_for_a_person_who_is_held():
    story = Story().files(ProvisionallyArrested(place="Tijuana")).files(Bailed(court="Juzgado"))
    assert story.case.custody.status == "bail"
    released = Story().files(ProvisionallyArrested(place="x")).files(Released(reason="x"))
    assert released.refused(Bailed(court="Juzgado")) == "person-not-held"


def test_after_a_death_only_the_file_itself_is_kept():
    story = Story().ordered().files(Died())
    assert story.refused(HANDOVER) == "person-dead"
    assert story.allows() <= {
        "establish-fact",
        "dispute-fact",
        "close-track",
        "withdraw-request",
        "file-document",
        "close-case",
        "correct",
        "erase-text",
        "note",
        "set-reminder",
        "name-other-number",
        "record-name",
        "record-undertaking",
    }
    assert story.files(CaseClosed(reason="death")).case.closed


def test_a_case_closes_when_every_track_has_ended():
    story = Story()
    assert story.refused(CaseClosed(reason="done")) == "tracks-open"
    assert story.files(TrackClosed(reason="no request came")).files(CaseClosed(reason="done")).case.closed


@pytest.mark.parametrize("entry", [RECEIVED, SurrenderOrdered(authority="SRE"), Released(reason="x")])
def test_a_closed_case_takes_no_more_acts(entry):
    story = Story().files(TrackClosed(reason="x")).files(CaseClosed(reason="done"))
    assert story.refused(entry) == "case-closed"
    story.files(DocumentFiled(document="d1", title="letter"))
    assert story.files(Noted(title="call", text="counsel called")).case.closed


def test_a_change_of_the_legal_basis_opens_another_track_and_relabels_nothing():
    story = Story(kind="deportation")
    story.files(TrackOpened(track="t2", kind="treaty-extradition", basis="us-mx-1978"))
    story.files(TrackClosed(reason="change of basis"), track="t1")
    kinds = [(track.kind.value, track.stage.value) for track in story.case.tracks]
    assert kinds == [("deportation", "closed"), ("treaty-extradition", "opened")]
    again = TrackOpened(track="t1", kind="treaty-extradition", basis="us-mx-1978")
    assert story.refused(again) == "track-exists"


def test_an_act_must_say_which_of_two_tracks_it_concerns():
    story = Story().files(TrackOpened(track="t2", kind="deportation", basis="ley-migracion"))
    assert story.refused(RECEIVED) == "track-missing"
    assert story.refused(RECEIVED, track="t2") == "not-on-this-route"
    assert story.refused(RECEIVED, track="t9") == "unknown-track"
