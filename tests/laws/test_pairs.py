"""Whatever is done with a pair: no run overrides a decision, an undoing restores, nothing is edited."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dedere.persons.decided import Queue, Verdict, queue
from dedere.persons.proposal import Band
from docket.pairplay import PairPlay
from rolls import held, wanted

import cast

# Two versions of each record, so that decisions on old and on new words meet.
ONES, OTHERS = (wanted(), wanted(sex="M")), (held(), held(surname_2="Arze"))
OFFICERS = st.sampled_from((cast.ANA, cast.BRUNO))
LINES = st.integers(1, 6)
verdicts = st.sampled_from([each.value for each in Verdict])
acts = st.one_of(
    st.tuples(st.just("decides"), verdicts, OFFICERS, st.sampled_from(ONES), st.sampled_from(OTHERS)),
    st.tuples(st.sampled_from(("undoes", "declines", "signs")), LINES, OFFICERS),
)
bands = st.sampled_from((Band.STRONG, Band.REVIEW))


def played(steps: list[tuple]) -> PairPlay:
    play = PairPlay()
    for step in steps:
        take(play, step)
    return play


def take(play: PairPlay, step: tuple) -> str:
    if step[0] == "decides":
        return play.decides(step[1], by=step[2], one=step[3], other=step[4])
    return getattr(play, step[0])(step[1], by=step[2])


def stands(play: PairPlay, band: Band, one, other) -> Queue:
    return queue(
        band,
        play.file.decision,
        wanted=one.digest,
        register=other.digest,
        awaiting=play.file.awaiting is not None,
    )


@given(st.lists(acts, max_size=8), bands, bands, st.sampled_from(ONES), st.sampled_from(OTHERS))
def test_no_run_overrides_a_decision(steps, band, later, one, other):
    play = played(steps)
    found = stands(play, band, one, other)
    if play.file.awaiting or play.file.decision:
        assert found not in (Queue.STRONG, Queue.REVIEW)
        assert stands(play, later, one, other) is found
    else:
        assert found.value == band.value


@given(st.lists(acts, max_size=8), verdicts, st.sampled_from(OTHERS))
def test_undoing_restores_what_stood_before(steps, verdict, other):
    play = played(steps)
    if play.file.awaiting:
        return
    before = play.file.decision
    if play.decides(verdict, other=other):
        return
    if play.file.awaiting:
        assert play.signs(play.file.version) == ""
    assert play.file.decision.verdict.value == verdict
    assert play.undoes(play.file.standing[-1].number) == ""
    assert play.file.decision == before


@given(st.lists(acts, max_size=8))
def test_nothing_is_edited_and_the_same_takes_two_officers(steps):
    play = PairPlay()
    for step in steps:
        before = play.file.lines
        refused = take(play, step)
        added = play.file.lines[len(before) :]
        assert play.file.lines[: len(before)] == before
        assert len(added) == (0 if refused else 1)
    if play.file.decision and play.file.decision.verdict is Verdict.SAME:
        assert play.file.decision.second not in ("", play.file.decision.by)
