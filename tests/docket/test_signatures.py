"""Acts of legal effect take two officers, and the second signs exactly what the first filed."""

from dedere.docket import countersign
from dedere.docket.acts import RULES
from dedere.docket.entries import (
    ExtraditionGranted,
    ExtraditionRefused,
    SignatureAwaited,
    SignatureRefused,
    SurrenderOrdered,
)
from docket.story import Story

import cast

GRANT = ExtraditionGranted(authority="SRE", charges=("1",))


def test_the_acts_that_bind_need_two_signatures():
    two = {rule.code for rule in RULES if rule.legal_effect}
    assert two == {
        "close-track",
        "not-admit-request",
        "withdraw-request",
        "record-lapse",
        "give-consent",
        "grant-extradition",
        "refuse-extradition",
        "refer-for-prosecution",
        "defer-surrender",
        "lift-stay",
        "order-surrender",
        "agree-temporary-surrender",
        "hand-over",
        "surrender-temporarily",
        "return-person",
        "give-speciality-consent",
        "refuse-speciality-consent",
        "close-case",
        "erase-text",
    }


def test_a_proposal_changes_nothing_until_it_is_signed():
    story = Story().before_the_executive()
    line = story.proposes(GRANT)
    assert (story.stage, story.case.proposal(line).by) == ("opinion-given", cast.ANA)
    assert isinstance(story.case.lines[-1].entry, SignatureAwaited)


def test_the_signed_line_names_both_officers_and_settles_the_proposal():
    story = Story().before_the_executive()
    line = story.proposes(GRANT)
    (signed,) = countersign(story.case, line, by=cast.BRUNO, at=story.at)
    assert (signed.entry, signed.by, signed.second) == (GRANT, cast.ANA, cast.BRUNO)
    story.records((signed,))
    assert story.case.proposals == ()


def test_nobody_signs_their_own_act():
    story = Story().before_the_executive()
    line = story.proposes(GRANT)
    assert countersign(story.case, line, by=cast.ANA, at=story.at).code == "same-officer"
    assert countersign(story.case, line, by="", at=story.at).code == "same-officer"


def test_an_act_is_signed_once():
    story = Story().before_the_executive()
    line = story.proposes(GRANT)
    story.records(countersign(story.case, line, by=cast.BRUNO, at=story.at))
    assert countersign(story.case, line, by=cast.BRUNO, at=story.at).code == "no-such-proposal"


def test_an_act_is_judged_anew_when_it_is_signed():
    story = Story().granted()
    line = story.proposes(SurrenderOrdered(authority="SRE"))
    story.stayed()
    assert countersign(story.case, line, by=cast.BRUNO, at=story.at).code == "stay-in-force"


def test_two_proposals_on_one_charge_cannot_both_be_signed():
    story = Story().before_the_executive()
    first = story.proposes(GRANT)
    refusal = ExtraditionRefused(authority="SRE", charges=("1",), reasons="x", ground="other")
    second = story.proposes(refusal)
    story.records(countersign(story.case, first, by=cast.BRUNO, at=story.at))
    assert countersign(story.case, second, by=cast.BRUNO, at=story.at).code == "charge-decided"


def test_the_same_act_does_not_await_two_signatures():
    story = Story().before_the_executive()
    story.proposes(GRANT)
    assert story.refused(GRANT) == "already-proposed"


def test_a_signature_may_be_declined_with_a_reason():
    story = Story().before_the_executive()
    line = story.proposes(GRANT)
    story.files(SignatureRefused(proposal=line, reason="the second charge is missing"), by=cast.BRUNO)
    assert countersign(story.case, line, by=cast.BRUNO, at=story.at).code == "no-such-proposal"
    assert story.refused(SignatureRefused(proposal=line, reason="x")) == "nothing-proposed"
