"""The executive's decision, charge by charge, and what may follow it."""

import pytest

from dedere.docket.entries import (
    Charge,
    ChargesStated,
    DecisionCommunicated,
    DeferralEnded,
    ExtraditionGranted,
    ExtraditionRefused,
    OpinionGiven,
    ReferredForProsecution,
    RemedyDecided,
    RemedySought,
    SurrenderDeferred,
    SurrenderOrdered,
)
from docket.story import Story


def refusal(*charges: str, ground: str = "nationality") -> ExtraditionRefused:
    return ExtraditionRefused(authority="SRE", charges=charges, reasons="stated", ground=ground)


REFERRAL = ReferredForProsecution(authority="FGR", jurisdiction=True)


@pytest.mark.parametrize(
    ("charges", "conditions", "stage"),
    [
        (("1", "2"), (), "granted"),
        (("1",), (), "partly-granted"),
        (("1", "2"), ("no death penalty",), "granted-conditionally"),
        (("2",), ("no death penalty",), "partly-granted"),
    ],
)
def test_a_grant_is_whole_partial_or_conditional(charges, conditions, stage):
    assert Story().granted(*charges, conditions=conditions).stage == stage


def test_the_charges_left_by_a_partial_grant_may_be_refused_or_granted_later():
    story = Story().granted("1").files(refusal("2", ground="lapse-of-time"))
    assert (story.stage, dict(story.track.refused)) == ("partly-granted", {"2": "lapse-of-time"})
    assert Story().granted("1").files(ExtraditionGranted(authority="SRE", charges=("2",))).stage == "granted"


def test_a_refusal_of_some_charges_leaves_the_rest_to_be_decided():
    story = Story().before_the_executive().files(refusal("2"))
    assert story.stage == "opinion-given"
    assert story.files(ExtraditionGranted(authority="SRE", charges=("1",))).stage == "partly-granted"


def test_a_charge_is_decided_once():
    assert Story().granted("1").refused(refusal("1")) == "charge-decided"


def test_a_charge_that_is_not_on_file_is_not_decided():
    assert Story().before_the_executive().refused(refusal("9")) == "unknown-charge"


def test_a_refusal_must_state_reasons():
    empty = ExtraditionRefused(authority="SRE", charges=("1",), reasons=" ", ground="other")
    refused = Story().before_the_executive().tries(empty)
    assert (refused.code, refused.facts["field"]) == ("content-missing", "reasons")


def test_a_refusal_for_nationality_is_referred_for_prosecution():
    story = Story().before_the_executive().files(refusal("1", "2"))
    assert story.stage == "refused"
    assert story.files(REFERRAL).stage == "referred-for-prosecution"


def test_another_refusal_is_not_referred():
    story = Story().before_the_executive().files(refusal("1", "2", ground="evidence"))
    assert story.refused(REFERRAL) == "not-refused-for-nationality"


def test_one_charge_is_referred_while_the_other_goes_on():
    story = Story().granted("1").files(refusal("2")).files(REFERRAL)
    assert story.stage == "partly-granted"
    assert story.files(SurrenderOrdered(authority="SRE")).stage == "surrender-ordered"


def test_a_deferral_ends_where_the_track_then_stands():
    story = Story().granted().files(SurrenderDeferred(reason="serving a sentence"))
    assert story.stage == "deferred"
    assert story.refused(SurrenderOrdered(authority="SRE")) == "wrong-stage"
    story.files(RemedySought(remedy="amparo"))
    assert story.stage == "deferred"
    assert story.files(DeferralEnded()).stage == "in-review"


def test_a_charge_stated_after_the_grant_is_not_granted_by_it():
    story = Story().granted().files(ChargesStated(charges=(Charge(id="3", title="fraud"),)))
    assert "3" not in story.track.granted
    assert story.files(DecisionCommunicated()).stage == "granted"


def test_a_remedy_against_the_arrest_does_not_put_the_later_grant_in_review():
    story = Story().admitted().files(RemedySought(remedy="amparo against arrest"))
    story.files(OpinionGiven(court="Juzgado", favourable=True))
    story.files(ExtraditionGranted(authority="SRE", charges=("1", "2")))
    assert story.stage == "granted"
    upheld = RemedyDecided(remedy="amparo against arrest", court="Juzgado Quinto", upheld=True)
    assert story.files(upheld).track.granted == ("1", "2")
    assert story.files(SurrenderOrdered(authority="SRE")).stage == "surrender-ordered"


def test_an_order_without_a_treaty_that_a_court_undoes_leaves_the_track_open():
    story = Story(kind="national-security-transfer").files(SurrenderOrdered(authority="CSN"))
    story.files(RemedySought(remedy="amparo"))
    assert story.stage == "surrender-ordered"
    story.files(RemedyDecided(remedy="amparo", court="Juzgado", upheld=True))
    assert (story.stage, story.track.ordered) == ("opened", False)
