"""A request that the United States receives: certification is a gate, the Secretary decides."""

from dedere.docket.entries import (
    CertificationRefused,
    Certified,
    Committed,
    ExtraditionGranted,
    ExtraditionRefused,
    OpinionGiven,
    RemedyDecided,
    RemedySought,
    SurrenderOrdered,
)
from docket.story import Story

COURT = "S.D. Tex."


def test_the_secretary_grants_only_what_the_judge_certified():
    story = Story("US").admitted().files(Certified(court=COURT, charges=("1",)))
    assert story.refused(ExtraditionGranted(authority="State", charges=("1", "2"))) == "charge-not-certified"
    assert story.files(ExtraditionGranted(authority="State", charges=("1",))).stage == "partly-granted"


def test_without_certification_there_is_no_grant_but_the_government_may_file_again():
    story = Story("US").admitted().files(CertificationRefused(court=COURT, reasons="no probable cause"))
    assert story.refused(ExtraditionGranted(authority="State", charges=("1",))) == "wrong-stage"
    assert story.files(Certified(court="W.D. Tex.", charges=("1", "2"))).stage == "certified"


def test_the_secretary_may_refuse_what_the_judge_certified():
    story = Story("US").before_the_executive()
    refusal = ExtraditionRefused(
        authority="State", charges=("1", "2"), reasons="humanitarian", ground="other"
    )
    assert story.files(refusal).stage == "refused"


def test_the_mexican_opinion_does_not_exist_in_the_united_states():
    assert (
        Story("US").admitted().refused(OpinionGiven(court=COURT, favourable=True)) == "not-in-this-direction"
    )


def test_commitment_exists_only_in_the_united_states_and_puts_the_person_in_custody():
    story = Story("US").before_the_executive().files(Committed(court=COURT))
    assert (story.case.custody.holder, story.stage) == ("US", "certified")
    assert Story().before_the_executive().refused(Committed(court="x")) == "not-in-this-direction"


def test_habeas_corpus_does_not_by_itself_stop_the_order_but_a_stay_does():
    story = Story("US").granted().files(RemedySought(remedy="habeas corpus"))
    assert story.stage == "in-review"
    stayed = Story("US").granted().files(RemedySought(remedy="habeas corpus")).stayed()
    assert stayed.refused(SurrenderOrdered(authority="State")) == "stay-in-force"
    assert story.files(SurrenderOrdered(authority="State")).stage == "surrender-ordered"


def test_habeas_corpus_upheld_undoes_the_certificate():
    story = Story("US").granted().files(RemedySought(remedy="habeas corpus"))
    story.files(RemedyDecided(remedy="habeas corpus", court="5th Cir.", upheld=True))
    assert story.stage == "not-certified"
