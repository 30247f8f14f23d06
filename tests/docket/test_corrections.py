"""A correction never edits: the struck line stays, and the state is what it would be without it."""

from dedere.docket.entries import (
    Charge,
    ChargesStated,
    Corrected,
    FactEstablished,
    HandedOver,
    ProvisionallyArrested,
    StayLifted,
    SurrenderOrdered,
    TrackClosed,
)
from docket.story import Story

import cast


def number_of(story: Story, kind: type) -> int:
    return next(line.number for line in story.case.lines if isinstance(line.entry, kind))


def test_a_struck_line_stays_and_counts_for_nothing():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    arrest = number_of(story, ProvisionallyArrested)
    story.files(Corrected(line=arrest, reason="another person"))
    assert (story.stage, story.case.custody.status) == ("opened", "unknown")
    assert story.case.struck == {arrest: story.case.version}
    assert story.case.lines[arrest - 1].entry == ProvisionallyArrested(place="Tijuana")


def test_a_correction_may_only_say_what_holds():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    arrest = number_of(story, ProvisionallyArrested)
    story.files(Corrected(line=arrest, reason="place", holds="Tecate", strikes=False))
    assert (story.stage, story.case.struck) == ("arrested", {})
    assert story.case.corrections == {arrest: (story.case.version,)}


def test_striking_what_two_officers_signed_takes_two_officers():
    story = Story().files(TrackClosed(reason="x"))
    closed = number_of(story, TrackClosed)
    line = story.proposes(Corrected(line=closed, reason="wrong case"))
    assert story.case.proposal(line) is not None
    assert story.stage == "closed"
    assert Story().files(TrackClosed(reason="x")).files(Corrected(line=closed, reason="y")).stage == "opened"


def test_striking_a_signed_line_does_not_ask_for_its_signature_again():
    story = Story().files(TrackClosed(reason="x"))
    story.files(Corrected(line=number_of(story, TrackClosed), reason="wrong case"))
    assert story.case.proposals == ()


def test_a_correction_that_is_struck_strikes_nothing():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    arrest = number_of(story, ProvisionallyArrested)
    story.files(Corrected(line=arrest, reason="another person"))
    story.files(Corrected(line=story.case.version, reason="it was the right person"))
    assert story.stage == "arrested"


def test_a_line_is_struck_once_and_must_exist():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    strike = Corrected(line=number_of(story, ProvisionallyArrested), reason="x")
    assert story.files(strike).refused(strike) == "already-struck"
    assert story.refused(Corrected(line=99, reason="x")) == "no-such-line"
    assert story.refused(Corrected(line=0, reason="x")) == "no-such-line"


def test_what_others_rest_on_is_not_struck():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    assert story.refused(Corrected(line=1, reason="x")) == "rested-on"
    assert story.refused(Corrected(line=2, reason="x")) == "rested-on"
    assert Story().files(Corrected(line=2, reason="x")).case.tracks == ()


def test_striking_the_end_of_a_stay_shows_the_surrender_that_followed_it():
    story = Story().granted().stayed()
    story.files(StayLifted(stay="amparo-1", court="Juzgado")).files(SurrenderOrdered(authority="SRE"))
    story.files(HandedOver(place="AIFA", giving="FGR", receiving="US Marshals"))
    assert story.track.despite_stays == ()
    story.files(Corrected(line=number_of(story, StayLifted), reason="the lift was of another amparo"))
    assert (story.stage, story.track.despite_stays) == ("handed-over", ("amparo-1",))


def test_a_fact_and_a_charge_go_back_to_what_was_known_before():
    story = Story().files(FactEstablished(fact="offence-wilful", value=True, charge="1"))
    story.files(FactEstablished(fact="offence-wilful", value=False, charge="1"))
    story.files(Corrected(line=story.case.version, reason="misread"))
    assert story.case.facts["offence-wilful", "1"].value is True
    story.files(ChargesStated(charges=(Charge(id="3", title="fraud"),)))
    story.files(Corrected(line=story.case.version, reason="another person's"))
    assert [charge.id for charge in story.case.charges] == ["1", "2"]
    assert story.case.lines[-1].by == cast.ANA
