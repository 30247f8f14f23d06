"""Undertakings, speciality consent and what is watched after surrender."""

from dedere.docket.entries import (
    Charge,
    FreedToLeave,
    HandedOver,
    SpecialityConsentAsked,
    SpecialityConsentGiven,
    SpecialityConsentRefused,
    UndertakingBreached,
    UndertakingGiven,
)
from docket.story import Story

HANDOVER = HandedOver(place="AIFA", giving="FGR", receiving="US Marshals")
ASKED = SpecialityConsentAsked(charges=(Charge(id="9", title="murder"), Charge(id="10", title="arms")))


def undertaking(id: str = "u1", *charges: str) -> UndertakingGiven:
    return UndertakingGiven(
        undertaking=id, giver="US Department of Justice", about="death-penalty", charges=charges
    )


def test_an_undertaking_keeps_its_giver_its_date_and_the_charges_it_covers():
    story = Story()
    story.day = 4
    given = story.files(undertaking("u1", "1")).case.undertaking("u1")
    assert (given.giver, given.since, given.charges) == ("US Department of Justice", story.at, ("1",))


def test_an_undertaking_may_come_after_the_handover():
    story = Story().ordered().files(HANDOVER)
    story.day = 160
    story.files(undertaking())
    assert story.case.undertaking("u1").since > story.track.surrendered_at


def test_two_undertakings_do_not_share_an_id_and_cover_only_known_charges():
    assert Story().files(undertaking()).refused(undertaking()) == "undertaking-exists"
    assert Story().refused(undertaking("u1", "7")) == "unknown-charge"


def test_a_breach_is_reported_of_an_undertaking_on_file():
    breach = UndertakingBreached(undertaking="u1", report="notice of intent filed")
    assert Story().refused(breach) == "no-undertaking"
    story = Story().files(undertaking("u2"))
    assert story.refused(breach) == "unknown-undertaking"
    assert story.files(undertaking()).files(breach).case.undertaking("u1").breaches == (
        "notice of intent filed",
    )


def test_speciality_consent_is_asked_given_and_refused_by_charge():
    story = Story().ordered().files(HANDOVER).files(ASKED)
    give = SpecialityConsentGiven(charges=("9",), authority="SRE")
    assert story.files(give).track.consented == ("9",)
    assert story.refused(give) == "charge-not-asked"
    story.files(SpecialityConsentRefused(charges=("10",), authority="SRE", reasons="not extraditable"))
    assert (story.track.withheld, story.track.asked) == (("10",), ())
    assert story.refused(give) == "consent-not-asked"


def test_no_treaty_speciality_attaches_to_a_transfer_under_a_national_security_power():
    story = Story(kind="national-security-transfer").files(HANDOVER)
    assert story.refused(ASKED) == "not-on-this-route"
    assert "ask-speciality-consent" not in story.allows()


def test_after_a_handover_the_track_is_monitored():
    story = Story().ordered().files(HANDOVER).files(FreedToLeave())
    assert (story.stage, story.case.custody.status) == ("monitored", "at-liberty")
