"""A request that Mexico receives: an advisory opinion, the ministry's decision, amparo."""

from dedere.docket.entries import (
    Arrested,
    ArrestSought,
    Certified,
    ConsentGiven,
    ExceptionsFiled,
    ExtraditionGranted,
    HandedOver,
    HearingHeld,
    OpinionGiven,
    ProofClosed,
    ProvisionalArrestSought,
    ProvisionallyArrested,
    RemedyDecided,
    RemedySought,
    RequestAdmitted,
    RequestDrafted,
    RequestReceived,
    RequestTransmitted,
    SupplementReceived,
    SupplementRequested,
    SurrenderOrdered,
    TrackOpened,
    Tried,
)
from docket.story import Story

OPINION = OpinionGiven(court="Juzgado Tercero de Distrito", favourable=False)
HANDOVER = HandedOver(place="AIFA", giving="FGR", receiving="US Marshals")


def test_the_spine_is_walked_from_draft_to_monitoring():
    story = Story()
    spine = []
    for entry in (
        RequestDrafted(),
        RequestTransmitted(),
        RequestReceived(office="executive", complete=True),
        RequestAdmitted(),
        ArrestSought(court="Juzgado Tercero de Distrito"),
        Arrested(place="Ciudad de México"),
        HearingHeld(court="Juzgado Tercero de Distrito"),
        ExceptionsFiled(grounds=("not-the-person",)),
        ProofClosed(court="Juzgado Tercero de Distrito"),
        OPINION,
        ExtraditionGranted(authority="SRE", charges=("1", "2")),
        SurrenderOrdered(authority="SRE"),
        HANDOVER,
        Tried(charge="1"),
    ):
        story.day += 1
        spine.append(story.files(entry).stage)
    assert spine == [
        "draft",
        "transmitted",
        "received",
        "admitted",
        "arrest-sought",
        "arrested",
        "judicial-phase",
        "judicial-phase",
        "judicial-phase",
        "opinion-given",
        "granted",
        "surrender-ordered",
        "handed-over",
        "monitored",
    ]


def test_provisional_arrest_comes_before_the_request_and_keeps_its_stage_until_receipt():
    story = Story().files(ProvisionalArrestSought()).files(ProvisionallyArrested(place="Tijuana"))
    assert (story.stage, story.case.custody.holder) == ("arrested", "MX")
    assert story.files(RequestDrafted()).files(RequestTransmitted()).stage == "arrested"
    assert story.files(RequestReceived(office="executive", complete=True)).stage == "received"


def test_a_request_without_all_its_papers_waits_for_a_supplement():
    story = Story().files(RequestReceived(office="executive", complete=False))
    assert story.stage == "papers-pending"
    assert story.refused(RequestAdmitted()) == "wrong-stage"
    story.files(SupplementRequested(missing=("paper-warrant",)))
    assert story.files(SupplementReceived(office="executive", complete=True)).stage == "received"


def test_more_evidence_may_be_asked_for_after_the_opinion_without_going_back():
    story = Story().before_the_executive().files(SupplementRequested(missing=("paper-evidence",)))
    assert story.stage == "opinion-given"


def test_an_unfavourable_opinion_does_not_bind_the_ministry():
    story = Story().admitted().files(OPINION)
    assert story.files(ExtraditionGranted(authority="SRE", charges=("1", "2"))).stage == "granted"


def test_no_grant_comes_before_the_opinion():
    assert Story().admitted().refused(ExtraditionGranted(authority="SRE", charges=("1",))) == "wrong-stage"


def test_no_opinion_is_given_on_a_provisional_arrest_alone():
    story = Story().files(ProvisionallyArrested(place="Tijuana"))
    assert story.refused(OPINION) == "request-not-admitted"


def test_certification_does_not_exist_in_mexico():
    story = Story().admitted()
    assert story.refused(Certified(court="x", charges=("1",))) == "not-in-this-direction"
    assert "certify" not in story.allows()


def test_surrender_is_not_ordered_while_amparo_is_pending():
    story = Story().granted().files(RemedySought(remedy="amparo 12/2025"))
    assert story.stage == "in-review"
    assert story.refused(SurrenderOrdered(authority="SRE")) == "remedy-pending"
    story.files(RemedyDecided(remedy="amparo 12/2025", court="Juzgado Quinto", upheld=False))
    assert story.stage == "granted"
    assert story.files(SurrenderOrdered(authority="SRE")).stage == "surrender-ordered"


def test_an_amparo_that_is_upheld_brings_the_decision_back_to_the_ministry():
    story = Story().granted("1").files(RemedySought(remedy="amparo"))
    story.files(RemedyDecided(remedy="amparo", court="Juzgado Quinto", upheld=True))
    assert (story.stage, story.track.granted) == ("opinion-given", ())
    assert story.files(ExtraditionGranted(authority="SRE", charges=("1", "2"))).stage == "granted"


def test_consent_opens_the_simplified_route_and_must_be_informed():
    story = Story()
    assert story.refused(ConsentGiven(before="Juzgado", informed=False)) == "consent-uninformed"
    story.files(TrackOpened(track="t2", kind="simplified-extradition", basis="us-mx-1978", article="18"))
    story.files(RequestReceived(office="executive", complete=True), track="t2")
    grant = ExtraditionGranted(authority="SRE", charges=("1", "2"))
    assert story.refused(grant, track="t2") == "consent-missing"
    story.files(ConsentGiven(before="Juzgado", informed=True), track="t2").files(grant, track="t2")
    assert [track.stage.value for track in story.case.tracks] == ["opened", "granted"]
