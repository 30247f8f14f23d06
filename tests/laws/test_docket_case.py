"""Whatever officers file, in whatever order, a case keeps its promises."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dedere.docket import Act, Case, Stage, allowed, countersign, decide, fold, read, write
from dedere.docket.acts import RULES, rules_of
from dedere.docket.acts.rule import Onward
from dedere.docket.clock import OVER, clocks
from dedere.docket.entries import (
    CaseOpened,
    Certified,
    Charge,
    ChargesStated,
    ExtraditionGranted,
    FactDisputed,
    HandedOver,
    Line,
    OpinionGiven,
    RequestAdmitted,
    RequestReceived,
    StayLifted,
    StayOrdered,
    SurrenderOrdered,
    TemporarilySurrendered,
    TrackOpened,
)
from dedere.docket.preview import preview
from dedere.law.library import library
from dedere.words import Refused
from laws.docketplay import any_acts, case_acts, dice, some_entry

import cast

TREATY = ("treaty-extradition", "simplified-extradition")
OFFICERS = (cast.ANA, cast.BRUNO, cast.CARLA)
KINDS = st.sampled_from(
    ("treaty-extradition", "treaty-extradition", "simplified-extradition", "national-security-transfer")
)


class Play(RuleBasedStateMachine):
    """Officers file and sign whatever they like; most is refused, and the rest must hold together."""

    def __init__(self) -> None:
        super().__init__()
        self.case = Case(number="MX-2025-0001")
        self.hours = 0

    @property
    def at(self):
        return cast.later(hours=self.hours)

    @initialize(
        kind=KINDS, requested=st.sampled_from(("MX", "US")), far=st.sampled_from((9, 0, 2, 4, 6, 9, 9))
    )
    def opened(self, kind: str, requested: str, far: int) -> None:
        requesting = "US" if requested == "MX" else "MX"
        charges = tuple(Charge(id=each, title="x") for each in ("1", "2"))
        self.filed("open-case", CaseOpened(person="x", requesting=requesting, requested=requested))
        self.filed("open-track", TrackOpened(track="t1", kind=kind, basis="x"))
        self.filed("state-charges", ChargesStated(charges=charges))
        for code, filled in _FAR.get((kind, requested), ())[:far]:
            self.filed(code, filled)

    def filed(self, code: str, entry) -> None:
        self.take(self.decided(Act(code=code, entry=entry, occurred_at=self.at), cast.ANA))
        for proposal in self.case.proposals:
            self.take(countersign(self.case, proposal.line, by=cast.BRUNO, at=self.at))

    def decided(self, act: Act, by: str):
        return decide(self.case if self.case.version else None, act, by=by, at=self.at)

    def take(self, lines) -> None:
        if isinstance(lines, Refused):
            return
        for line in lines:
            assert read(write(line)) == line
            self.case = self.case.after(line)

    @rule(data=st.data(), by=st.sampled_from(OFFICERS), hours=st.integers(0, 900))
    def files(self, data, by: str, hours: int) -> None:
        """File any act, sound or not."""
        self.hours += hours
        self.judged(data.draw(case_acts(self.at)), by)

    @rule(seed=st.integers(0, 2**32), hours=st.integers(1, 400))
    def proceeds(self, seed: int, hours: int) -> None:
        """File acts for which there is a button, and sign them."""
        random = dice(seed)
        for _ in range(15):
            self.hours += random.randint(0, hours)
            rules = [each for each in allowed(self.case) if random.random() < (_ODDS.get(each.code) or 0.9)]
            chosen = random.choice(rules or RULES)
            entry = some_entry(chosen.records, random)
            track = random.choice([each.id for each in self.case.tracks] or [""])
            self.judged(Act(code=chosen.code, entry=entry, occurred_at=self.at, track=track), cast.ANA)
            for proposal in self.case.proposals:
                own = countersign(self.case, proposal.line, by=proposal.by, at=self.at)
                assert isinstance(own, Refused), "an officer signed twice"
                self.take(countersign(self.case, proposal.line, by=cast.BRUNO, at=self.at))

    def judged(self, act: Act, by: str) -> None:
        permitted = {each.code for each in allowed(self.case)}
        lines = self.decided(act, by)
        if not isinstance(lines, Refused):
            assert act.code in permitted, "decide permits what no button shows"
        if self.case.version % 4 == 0:  # the panel reads clocks, which takes its time
            self.foreseen(act, lines, by)
        self.take(lines)

    def foreseen(self, act: Act, lines, by: str) -> None:
        """What the effect panel shows is refused when filing is, and needs a signature when filing does."""
        seen = preview(self.case, act, by=by, at=self.at, library=library())
        if isinstance(seen, Refused):
            assert lines == seen
        elif not isinstance(lines, Refused):
            assert seen.second is (lines[0].entry.code == "signature-awaited")

    @rule(data=st.data(), by=st.sampled_from(OFFICERS))
    def signs(self, data, by: str) -> None:
        if not self.case.proposals:
            return
        proposal = data.draw(st.sampled_from(self.case.proposals))
        lines = countersign(self.case, proposal.line, by=by, at=self.at)
        assert isinstance(lines, Refused) or proposal.by != by
        self.take(lines)

    @invariant()
    def a_fold_of_the_lines_is_the_case(self) -> None:
        assert fold(self.case.number, self.case.lines) == self.case

    @invariant()
    def lines_are_numbered_without_gap(self) -> None:
        assert [line.number for line in self.case.lines] == list(range(1, self.case.version + 1))

    @invariant()
    def nobody_signs_their_own_act(self) -> None:
        assert all(line.second != line.by for line in self.case.lines)

    @invariant()
    def what_binds_was_signed_by_two(self) -> None:
        binding = {each.records for each in RULES if each.legal_effect}
        assert all(line.second for line in self.case.lines if type(line.entry) in binding)

    @invariant()
    def the_person_is_in_one_custody(self) -> None:
        custody = self.case.custody
        assert (custody.status == "held") is bool(custody.holder)
        assert custody.holder in ("", self.case.requested, self.case.requesting)

    @invariant()
    def no_clock_runs_after_its_track_ended(self) -> None:
        on = (self.at + timedelta(days=1)).date()
        for track in self.case.tracks:
            readings = clocks(self.case, library(), on, track.id)
            if track.stage in OVER or self.case.custody.status == "dead":
                assert not [reading for reading in readings if reading.state in ("running", "paused")]
            for reading in readings:
                assert reading.stopped_on is None or reading.state in ("stopped", "expired")

    @invariant()
    def a_charge_is_decided_once_on_a_track(self) -> None:
        for track in self.case.tracks:
            assert len(track.granted) == len(set(track.granted))
            assert not set(track.granted) & set(track.refused)

    def teardown(self) -> None:
        """Read the whole story once more, line by line."""
        before = Case(number=self.case.number)
        for line in self.case.lines:
            _no_surrender_under_an_unnamed_stay(before, line)
            _no_treaty_order_under_a_covering_stay(before, line)
            after = before.after(line)
            _moved_where_the_rule_says(before, after, line)
            before = after
        assert before == self.case


def _no_surrender_under_an_unnamed_stay(before: Case, line: Line) -> None:
    if isinstance(line.entry, HandedOver | TemporarilySurrendered):
        stood = {stay.id for stay in before.standing_stays}
        assert stood == set(line.entry.despite_stays)
        assert stood <= set(before.after(line).track(line.track).despite_stays)


def _no_treaty_order_under_a_covering_stay(before: Case, line: Line) -> None:
    track = before.track(line.track)
    if not isinstance(line.entry, SurrenderOrdered) or track.kind.value not in TREATY:
        return
    standing = [stay for stay in before.standing_stays if stay.track in ("", track.id)]
    assert not [stay for stay in standing if stay.covers != "expulsion"]


def _moved_where_the_rule_says(before: Case, after: Case, line: Line) -> None:
    was, now = before.track(line.track), after.track(line.track)
    if was and now and was.stage is not now.stage and line.entry.code != "corrected":
        assert now.stage in _ends(line.entry)
        assert (now.since, now.moved_by) == (line.occurred_at, line.entry.code)


def _ends(entry) -> set[Stage]:
    ends: set[Stage] = set()
    for row in (row for row in RULES if row.records is type(entry)):
        match row.leads_to:
            case Onward(stages=stages):
                ends |= stages
            case Stage() as stage:
                ends.add(stage)
    return ends


# Acts that end a story or move nothing are drawn less often, so that stories get somewhere.
_ODDS = dict.fromkeys(
    ("record-death", "close-track", "withdraw-request", "record-lapse", "record-escape", "close-case"), 0.05
) | dict.fromkeys(
    ("correct", "note", "set-reminder", "name-other-number", "file-document", "state-charges", "open-track"),
    0.15,
)
_RECEIVED = (
    ("receive-request", RequestReceived(office="executive", complete=True)),
    ("admit-request", RequestAdmitted()),
)
# A start further on, so that late acts are met as often as early ones.
_FAR = {
    ("treaty-extradition", "MX"): (
        *_RECEIVED,
        ("give-opinion", OpinionGiven(court="x", favourable=True)),
        ("grant-extradition", ExtraditionGranted(authority="SRE", charges=("1", "2"))),
        ("order-surrender", SurrenderOrdered(authority="SRE")),
        ("record-stay", StayOrdered(stay="s1", court="x")),
    ),
    ("treaty-extradition", "US"): (
        *_RECEIVED,
        ("certify", Certified(court="x", charges=("1", "2"))),
        ("grant-extradition", ExtraditionGranted(authority="State", charges=("1",))),
        ("record-stay", StayOrdered(stay="s1", court="x")),
        ("order-surrender", SurrenderOrdered(authority="State")),  # refused: the stay stands
        ("lift-stay", StayLifted(stay="s1", court="x")),
        ("order-surrender", SurrenderOrdered(authority="State")),
        ("hand-over", HandedOver(place="x", giving="x", receiving="y")),
    ),
}
TestPlay = Play.TestCase
TestPlay.settings = settings(max_examples=60, stateful_step_count=6)


@given(act=any_acts(), by=st.sampled_from(("", " ", cast.ANA)), opened=st.booleans())
def test_decide_answers_every_act_on_every_case_and_never_raises(act, by, opened):
    case = _opened() if opened else None
    answer = decide(case, act, by=by, at=cast.later(days=30))
    assert isinstance(answer, Refused) or all(read(write(line)) == line for line in answer)
    if isinstance(answer, Refused):
        assert not answer
        assert answer.code


def _opened() -> Case:
    story = Play()
    story.opened("treaty-extradition", "MX", 6)
    return story.case


@given(case_acts(cast.NOON), st.sampled_from(OFFICERS))
def test_a_line_is_read_back_as_it_was_written(act, by):
    line = Line(number=7, entry=act.entry, occurred_at=cast.NOON, recorded_at=cast.later(days=1), by=by)
    assert read(write(line)) == line
    assert write(read(write(line))) == write(line)


@given(st.lists(st.sampled_from(("order", "lift", "expel")), max_size=8))
def test_stays_are_counted_one_by_one(moves):
    story = Play()
    story.opened("national-security-transfer", "MX", 0)
    standing: list[str] = []
    for ordinal, move in enumerate(moves):
        if move == "lift" and standing:
            story.filed("lift-stay", StayLifted(stay=standing.pop(), court="x"))
        elif move != "lift":
            covers = "extradition" if move == "order" else "expulsion"
            story.filed("record-stay", StayOrdered(stay=f"s{ordinal}", court="x", covers=covers))
            standing.append(f"s{ordinal}")
    assert [stay.id for stay in story.case.standing_stays] == standing


def test_the_same_act_code_never_records_two_kinds_of_entry():
    for rule_ in RULES:
        assert {row.records for row in rules_of(rule_.code)} == {rule_.records}


def test_a_dispute_needs_a_fact():
    story = Play()
    story.opened("treaty-extradition", "MX", 0)
    act = Act(code="dispute-fact", entry=FactDisputed(fact="offence-wilful"), occurred_at=story.at)
    assert story.decided(act, cast.ANA).code == "unknown-fact"
