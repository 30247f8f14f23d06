"""What the law is asked: facts with their proof, and the events that move clocks."""

from datetime import date

from dedere.docket.asked import casefile
from dedere.docket.entries import (
    AssuranceQuestionAnswered,
    Charge,
    ConsentGiven,
    Corrected,
    ExtraditionGranted,
    ExtraditionRefused,
    FactDisputed,
    FactEstablished,
    FreedToLeave,
    HandedOver,
    LeftTerritory,
    OtherRequestRecorded,
    RequestReceived,
    SpecialityConsentAsked,
    SpecialityConsentGiven,
    SpecialityConsentRefused,
    StayLifted,
    SupplementReceived,
    SupplementRequested,
    SurrenderOrdered,
    Tried,
    UndertakingBreached,
    UndertakingChanged,
    UndertakingGiven,
)
from dedere.law.assurances.settle import assured
from dedere.law.library import library
from dedere.law.speciality.ledger import ledger
from docket.story import Story

END = date(2026, 1, 1)
HANDOVER = HandedOver(place="AIFA", giving="FGR", receiving="US Marshals")


def facts(story: Story, charge: str = "", on: date = END) -> dict:
    file = casefile(story.case, story.track, on)
    known = file.facts if not charge else next(each for each in file.charges if each.id == charge).facts
    return {name: fact.value for name, fact in known.items()}


def settled(story: Story, charge: str = "", on: date = END) -> dict:
    """The facts once the assurances on file have settled what they cure."""
    file = assured(casefile(story.case, story.track, on))
    known = file.facts if not charge else next(each for each in file.charges if each.id == charge).facts
    return {name: fact.value for name, fact in known.items()}


def kinds(story: Story) -> list[str]:
    return [event.kind for event in casefile(story.case, story.track, END).events]


def test_nothing_is_known_that_no_line_says():
    story = Story()
    file = casefile(story.case, story.track, END)
    assert (file.route, file.requesting, file.requested) == ("treaty-extradition", "US", "MX")
    assert dict(file.facts) == {}
    assert [(charge.id, dict(charge.facts)) for charge in file.charges] == [("1", {}), ("2", {})]


def test_a_fact_names_what_proves_it():
    story = Story().files(
        FactEstablished(fact="offence-wilful", value=True, charge="1", document="d1"), sources=("DOJ-1",)
    )
    story.files(FactEstablished(fact="maximum-requesting", value=240, charge="1"))
    known = casefile(story.case, story.track, END).charges[0].facts
    assert known["offence-wilful"].sources == ("DOJ-1", "d1")
    assert known["maximum-requesting"].sources == ("MX-2025-0001/5",)


def test_a_day_written_as_text_is_asked_as_a_day():
    story = Story().files(FactEstablished(fact="offence-on", value="2005-12-31", charge="1"))
    assert facts(story, "1") == {"offence-on": date(2005, 12, 31)}


def test_a_disputed_fact_is_unknown_until_it_is_settled():
    wilful = FactEstablished(fact="offence-wilful", value=True, charge="1")
    story = Story().files(wilful).files(FactDisputed(fact="offence-wilful", charge="1"))
    assert facts(story, "1") == {}
    assert facts(story.files(wilful), "1") == {"offence-wilful": True}


def test_a_struck_line_and_a_later_day_tell_nothing():
    story = Story()
    story.day = 10
    story.files(FactEstablished(fact="persecution-risk", value=True))
    assert facts(story, on=date(2025, 1, 20)) == {}
    assert facts(story) == {"persecution-risk": True}
    assert facts(story.files(Corrected(line=story.case.version, reason="misread"))) == {}


def test_decisions_and_consents_are_facts_of_themselves():
    story = Story().before_the_executive().files(ConsentGiven(before="Juzgado", informed=True))
    story.files(ExtraditionGranted(authority="SRE", charges=("1",)))
    story.files(ExtraditionRefused(authority="SRE", charges=("2",), reasons="x", ground="nationality"))
    assert facts(story)["person-consents"] is True
    assert facts(story)["extradition-granted"] is True
    assert facts(story)["refused-for-nationality"] is True
    assert (facts(story, "1")["charge-granted"], facts(story, "2")["charge-granted"]) == (True, False)


def test_after_surrender_a_charge_beyond_the_grant_was_not_granted():
    story = Story().ordered().files(HANDOVER)
    story.files(SpecialityConsentAsked(charges=(Charge(id="9", title="murder"),)))
    assert facts(story, "9") == {"charge-granted": False}
    story.files(SpecialityConsentGiven(charges=("9",), authority="SRE"))
    assert facts(story, "9") == {"charge-granted": False, "requested-state-consents": True}


def given(id, about, **more):
    return UndertakingGiven(undertaking=id, giver="DOJ", about=about, **more)


def test_an_undertaking_assures_the_charges_it_names_or_all_until_it_is_breached():
    binding = {"authority_to_bind": True}
    story = Story().files(given("u1", "death-penalty", charges=("1",), **binding))
    assert (settled(story, "1"), settled(story, "2")) == ({"assurance-against-death": True}, {})
    story.files(given("u2", "life-sentence", **binding))
    assert settled(story)["assurance-against-life"] is True
    story.files(UndertakingBreached(undertaking="u1", report="x"))
    assert "assurance-against-death" not in settled(story, "1")


def test_an_undertaking_by_an_office_not_shown_to_bind_its_state_settles_nothing():
    story = Story().files(given("u1", "death-penalty"))
    assert "assurance-against-death" not in settled(story)
    (assurance,) = casefile(story.case, story.track, END).assurances
    assert (assurance.authority, assurance.sources) == ("not-shown", ("MX-2025-0001/4",))


def test_an_undertaking_withdrawn_settles_nothing_and_one_confirmed_again_does():
    story = Story().files(given("u1", "death-penalty", authority_to_bind=True))
    story.files(UndertakingChanged(undertaking="u1", change="withdrawn", note="by note"))
    assert "assurance-against-death" not in settled(story)
    story.files(UndertakingChanged(undertaking="u1", change="confirmed"))
    assert settled(story)["assurance-against-death"] is True


def test_what_was_promised_of_an_undertaking_reaches_the_law_whole():
    story = Story().files(
        given(
            "u1",
            "death-penalty",
            authority_to_bind=True,
            authority_by="full powers",
            until=date(2025, 12, 31),
            form="note",
            covers_person="not-known",
        )
    )
    answer = AssuranceQuestionAnswered(undertaking="u1", question="specific", answer="It names the charge.")
    story.files(answer)
    (assurance,) = casefile(story.case, story.track, END).assurances
    assert (assurance.authority, assurance.authority_by, assurance.form) == ("proved", "full powers", "note")
    assert (assurance.until, assurance.person) == (date(2025, 12, 31), "not-known")
    assert [(each.question, each.sources) for each in assurance.answers] == [
        ("specific", ("MX-2025-0001/5",))
    ]


def test_the_ledger_of_a_surrendered_person_follows_from_the_file():
    story = Story().granted("1").files(SurrenderOrdered(authority="SRE")).files(HANDOVER)
    story.files(SpecialityConsentAsked(charges=(Charge(id="9", title="murder"),)))
    story.files(Tried(charge="1")).files(Tried(charge="9"))
    file = casefile(story.case, story.track, END)
    lines = {line.charge: line for line in ledger(file, library()).lines}
    assert (lines["1"].stands, lines["2"].stands) == ("within-grant", "not-reported")
    assert (lines["9"].stands, lines["9"].asked, lines["9"].consented) == ("open", True, None)
    story.files(SpecialityConsentRefused(charges=("9",), authority="SRE", reasons="x"))
    for fact, charge in (
        ("committed-after-surrender", "9"),
        ("returned-voluntarily", ""),
        ("person-consents", ""),
    ):
        story.files(FactEstablished(fact=fact, value=False, charge=charge))
    story.files(FactEstablished(fact="free-to-leave", value=False))
    lines = {line.charge: line for line in ledger(casefile(story.case, story.track, END), library()).lines}
    assert (lines["9"].stands, lines["9"].against) == ("outside-grant", lines["9"].found)


def test_a_request_of_another_state_competes_with_the_case_s_own():
    story = Story().admitted()
    assert casefile(story.case, story.track, END).requests == ()
    other = OtherRequestRecorded(request="q1", asking="ES", treaty=True, committed_in="ES", maximum="life")
    story.files(other)
    for fact, value in (("offence-place", "requesting-territory"), ("maximum-requesting", 240)):
        story.files(FactEstablished(fact=fact, value=value, charge="1"))
    file = casefile(story.case, story.track, END)
    own, rival = file.requests
    assert (own.id, own.state, own.received_on) == ("MX-2025-0001", "US", date(2025, 1, 15))
    assert [(offence.place, offence.maximum) for offence in own.offences] == [("US", 240), ("", None)]
    assert (rival.state, rival.offences[0].maximum, rival.provisional) == ("ES", "life", None)
    assert file.facts["third-state-requests"].value is True


def test_only_another_state_competes_and_a_penalty_is_months_life_or_death():
    story = Story()
    assert story.refused(OtherRequestRecorded(request="q1", asking="US")) == "no-other-state"
    assert (
        story.refused(OtherRequestRecorded(request="q1", asking="ES", maximum="long")) == "penalty-unreadable"
    )


def test_leaving_is_dated():
    story = Story().ordered().files(HANDOVER)
    story.day = 10
    story.files(FreedToLeave())
    story.day = 20
    story.files(LeftTerritory())
    told = facts(story)
    assert (told["free-to-leave-on"], told["left-on"]) == (date(2025, 1, 25), date(2025, 2, 4))


def test_every_derived_fact_is_declared():
    story = Story().ordered().files(HANDOVER).files(FreedToLeave()).files(LeftTerritory())
    told = set(facts(story)) | set(facts(story, "1"))
    assert told <= set(library().facts)


def test_incomplete_papers_are_no_receipt_until_the_supplement_completes_them():
    story = Story().files(RequestReceived(office="executive", complete=False))
    assert "request-received" not in kinds(story)
    story.files(SupplementRequested(missing=("paper-warrant",)))
    story.files(SupplementReceived(office="executive", complete=True))
    assert kinds(story)[-2:] == ["supplement-received", "request-received"]


def test_of_several_stays_only_the_first_starts_and_the_last_ends():
    story = Story().stayed("one").stayed("two").files(StayLifted(stay="one", court="x"))
    assert kinds(story).count("stay-ordered") == 1
    assert "stay-lifted" not in kinds(story)
    assert kinds(story.files(StayLifted(stay="two", court="x")))[-1] == "stay-lifted"


def test_a_stay_against_expulsion_says_nothing_to_an_extradition_and_everything_to_a_transfer():
    assert "stay-ordered" not in kinds(Story().stayed(covers="expulsion"))
    assert "stay-ordered" in kinds(Story(kind="national-security-transfer").stayed(covers="expulsion"))
