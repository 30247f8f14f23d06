"""A pair is decided with a reason, the same by two officers; whatever was decided can be undone."""

from dedere.docket import text
from dedere.docket.acts import Act
from dedere.docket.entries import DecisionUndone, PairDecided, SignatureAwaited
from dedere.docket.pairs import decide_pair, fold_pair
from dedere.persons.decided import Verdict
from docket.pairplay import PairPlay
from rolls import held, pair, wanted

import cast


def test_parting_two_records_takes_one_officer_and_binds_at_once():
    play = PairPlay()
    assert play.decides("not-the-same") == ""
    decision = play.file.decision
    assert (decision.verdict, decision.by, decision.pair) == (Verdict.NOT_THE_SAME, cast.ANA, pair())
    assert decision.holds(wanted().digest, held().digest)


def test_saying_that_two_records_are_one_person_takes_a_second_officer():
    play = PairPlay()
    assert play.decides("same") == ""
    assert (play.file.decision, play.file.awaiting.by) == (None, cast.ANA)
    assert play.signs(1, by=cast.ANA) == "same-officer"
    assert play.signs(1) == ""
    assert (play.file.decision.verdict, play.file.decision.second) == (Verdict.SAME, cast.BRUNO)
    assert play.file.awaiting is None


def test_a_second_officer_may_decline_and_the_pair_is_open_again():
    play = PairPlay()
    play.decides("same")
    assert play.declines(1) == ""
    assert (play.file.awaiting, play.file.decision) == (None, None)
    assert play.decides("cannot-say") == ""


def test_nothing_else_is_decided_while_a_signature_is_awaited():
    play = PairPlay()
    play.decides("same")
    assert play.decides("not-the-same", by=cast.BRUNO) == "pair-awaits-signature"
    assert play.undoes(1) == "pair-awaits-signature"
    assert play.signs(2) == "no-such-proposal"
    assert play.declines(2) == "no-such-proposal"


def test_a_decision_on_the_same_words_is_undone_before_it_is_decided_anew():
    play = PairPlay()
    play.decides("not-the-same")
    assert play.decides("cannot-say") == "pair-decided-already"
    assert play.undoes(1) == ""
    assert play.file.decision is None
    assert play.decides("cannot-say") == ""


def test_a_changed_record_may_be_decided_on_and_undoing_that_restores_what_stood():
    play = PairPlay()
    play.decides("not-the-same")
    assert play.decides("cannot-say", other=held(surname_2="Arze")) == ""
    assert play.file.decision.verdict is Verdict.CANNOT_SAY
    assert play.undoes(1) == "not-the-binding-decision"
    assert play.undoes(2) == ""
    assert (play.file.decision.verdict, play.file.decision.at) == (Verdict.NOT_THE_SAME, cast.NOON)


def test_undoing_is_an_act_with_a_line_of_its_own_and_edits_nothing():
    play = PairPlay()
    play.decides("not-the-same")
    play.undoes(1)
    assert [type(line.entry) for line in play.file.lines] == [PairDecided, DecisionUndone]
    assert play.undoes(1) == "not-the-binding-decision"


def test_the_file_of_one_pair_takes_no_decision_on_another():
    play = PairPlay()
    play.decides("not-the-same")
    assert play.decides("same", one=wanted("W-2")) == "another-pair"


def test_a_decision_needs_a_known_verdict_and_a_reason():
    play = PairPlay()
    assert play.decides("perhaps") == "content-not-a-choice"
    entry = PairDecided(wanted=wanted(), held=held(), verdict="cannot-say", reason="  ")
    act = Act(code="decide-pair", entry=entry, occurred_at=cast.NOON)
    refused = decide_pair(play.file, act, by=cast.ANA, at=cast.NOON)
    assert (refused.code, refused.facts) == ("content-missing", {"field": "reason"})


def test_an_act_that_pairs_do_not_know_is_refused():
    act = Act(code="open-case", entry=DecisionUndone(line=1, reason="x"), occurred_at=cast.NOON)
    assert decide_pair(PairPlay().file, act, by=cast.ANA, at=cast.NOON).code == "unknown-act"
    act = Act(code="decide-pair", entry=act.entry, occurred_at=cast.later(days=1))
    assert decide_pair(PairPlay().file, act, by=cast.ANA, at=cast.NOON).code == "wrong-entry"


def test_nothing_is_decided_in_the_future():
    entry = PairDecided(wanted=wanted(), held=held(), verdict="cannot-say", reason="x")
    act = Act(code="decide-pair", entry=entry, occurred_at=cast.later(days=1))
    assert decide_pair(PairPlay().file, act, by=cast.ANA, at=cast.NOON).code == "in-the-future"


def test_a_decision_comes_back_from_the_journal_with_both_records():
    play = PairPlay()
    play.decides("same")
    play.signs(1)
    again = [text.read(text.write(line)) for line in play.file.lines]
    assert isinstance(again[0].entry, SignatureAwaited)
    assert fold_pair("P-2025-0001", again) == play.file
