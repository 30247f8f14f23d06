"""Whatever happens to a handover, nobody is in two custodies and a locked record never changes."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dedere.docket import Act, Case, decide, fold, read, write
from dedere.docket.entries import (
    Checked,
    GivenOver,
    GoDecided,
    HandedOver,
    HandoverLocked,
    HandoverPlanned,
    Identified,
    LegPlanned,
    Line,
    NotTaken,
    PersonListed,
    SeatAssigned,
    StayOrdered,
    TakenOver,
)
from dedere.docket.handover import (
    HANDOVER_RULES,
    Handover,
    Step,
    allowed_on,
    countersign_handover,
    decide_handover,
    fold_handover,
    gaps,
    gates_of,
)
from dedere.docket.handover.seats import broken
from dedere.words import Refused
from docket.story import Story
from laws.docketplay import CASES, any_acts, dice, entries, some_entry

import cast

OFFICERS = (cast.ANA, cast.BRUNO, cast.CARLA)
ROWS = [row for row in HANDOVER_RULES if row.code != "plan-handover"]


class Journey(RuleBasedStateMachine):
    """Two persons and two handovers that both want them; officers file whatever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.cases = {}
        self.handovers: dict[str, Handover] = {}
        self.locked: dict[str, Handover] = {}
        self.minutes = 0

    @property
    def at(self):
        return cast.later(days=1, minutes=self.minutes)

    @initialize(stayed=st.booleans(), listed=st.booleans(), gone=st.booleans())
    def planned(self, stayed: bool, listed: bool, gone: bool) -> None:
        for number in CASES:
            story = Story(kind="national-security-transfer", number=number)
            story = story.files(StayOrdered(stay="s1", court="x")) if stayed else story
            self.cases[number] = story.case
        for id in ("H-2025-0001", "H-2025-0002"):
            self.handovers[id] = Handover(id=id)
            plan = HandoverPlanned(title="x", on=date(2025, 1, 16), giving="MX", receiving="US", basis="x")
            self.file(id, plan, cast.ANA, opening=True)
            self.file(id, LegPlanned(leg="f1", carrier="x", origin="x", destination="y"), cast.ANA)
        if listed:
            for number in CASES:
                self.file("H-2025-0001", PersonListed(case=number, person=number), cast.ANA)
                self.file("H-2025-0001", SeatAssigned(case=number, leg="f1"), cast.ANA)
        if gone:
            self.goes("H-2025-0001", cast.ANA, cast.BRUNO)

    def file(self, id: str, entry, by: str, *, opening: bool = False):
        self.minutes += 1
        code = next(row.code for row in HANDOVER_RULES if row.records is type(entry))
        act = Act(code=code, entry=entry, occurred_at=self.at)
        before = None if opening else self.handovers[id]
        permitted = {row.code for row in self.buttons(before, entry)}
        decision = decide_handover(before, act, self.cases, by=by, at=self.at)
        if not isinstance(decision, Refused):
            assert code in permitted, "decide permits what no button shows"
        self.take(id, decision)

    def buttons(self, handover, entry):
        case = getattr(entry, "case", "")
        return (*allowed_on(handover, self.cases, case=case), *allowed_on(handover, self.cases))

    def take(self, id: str, decision) -> None:
        if isinstance(decision, Refused):
            return
        for line in decision.lines:
            assert read(write(line)) == line
            self.handovers[id] = self.handovers[id].after(line)
        for number, lines in decision.case_lines.items():
            for line in lines:
                self.cases[number] = self.cases[number].after(line)
        if self.handovers[id].locked:
            self.locked.setdefault(id, self.handovers[id])

    @rule(data=st.data(), id=st.sampled_from(("H-2025-0001", "H-2025-0002")), by=st.sampled_from(OFFICERS))
    def files(self, data, id: str, by: str) -> None:
        row = data.draw(st.sampled_from(ROWS))
        self.file(id, data.draw(entries(row.records)), by)

    @rule(
        id=st.sampled_from(("H-2025-0001", "H-2025-0002")),
        by=st.sampled_from(OFFICERS),
        signer=st.sampled_from(OFFICERS),
    )
    def goes(self, id: str, by: str, signer: str) -> None:
        self.file(id, GoDecided(go=True, accepted=gaps(self.handovers[id], self.cases)), by)
        for proposal in self.handovers[id].proposals:
            decision = countersign_handover(
                self.handovers[id], proposal.line, self.cases, by=signer, at=self.at
            )
            assert isinstance(decision, Refused) or signer != proposal.by
            self.take(id, decision)

    @rule(seed=st.integers(0, 2**32))
    def proceeds(self, seed: int) -> None:
        """Carry persons as far as the rules allow, with things happening on the way."""
        random = dice(seed)
        for _ in range(6):
            number, by = random.choice(CASES), random.choice(OFFICERS)
            id = self.cases[number].listed or random.choice(list(self.handovers))
            if random.random() < 0.3:
                chosen = random.choice(ROWS)
                if chosen.records is not HandoverLocked:
                    self.file(id, some_entry(chosen.records, random), by)
            else:
                self.pass_on(id, number, random)

    def pass_on(self, id: str, number: str, random) -> None:
        for each in random.sample(list(self.handovers), 2):  # both want the person
            self.file(each, PersonListed(case=number, person=number), cast.ANA)
        id = self.cases[number].listed or id
        self.file(id, SeatAssigned(case=number, leg="f1"), cast.ANA)
        self.goes(id, cast.ANA, cast.BRUNO)
        honest = random.random() < 0.8
        named = tuple(stay.id for stay in self.cases[number].standing_stays) if honest else ()
        self.file(id, Identified(case=number, leg="f1", how="x"), cast.ANA)
        self.file(id, Checked(case=number, leg="f1"), cast.ANA)
        give = GivenOver(case=number, leg="f1", place="x", officer="Núñez", despite_stays=named)
        self.file(id, give, cast.ANA)
        if random.random() < 0.5:
            self.file(id, NotTaken(case=number, leg="f1", place="x", reason="x"), cast.CARLA)
        elif random.random() < 0.8:
            taker = random.choice(OFFICERS)
            self.file(id, TakenOver(case=number, leg="f1", place="x", officer="Ortiz"), taker)

    @rule(number=st.sampled_from(CASES), ordinal=st.integers(2, 9))
    def a_court_orders_a_stay(self, number: str, ordinal: int) -> None:
        entry = StayOrdered(stay=f"s{ordinal}", court="x")
        lines = decide(
            self.cases[number],
            Act(code="record-stay", entry=entry, occurred_at=self.at),
            by=cast.ANA,
            at=self.at,
        )
        for line in () if isinstance(lines, Refused) else lines:
            self.cases[number] = self.cases[number].after(line)

    @rule(id=st.sampled_from(("H-2025-0001", "H-2025-0002")))
    def locks(self, id: str) -> None:
        self.file(id, HandoverLocked(), cast.ANA)

    @invariant()
    def a_fold_of_the_lines_is_the_state(self) -> None:
        for id, handover in self.handovers.items():
            assert fold_handover(id, handover.lines) == handover
        for number, case in self.cases.items():
            assert fold(number, case.lines) == case

    @invariant()
    def nobody_is_in_two_custodies_or_on_two_manifests(self) -> None:
        for number, case in self.cases.items():
            on = [
                id
                for id, handover in self.handovers.items()
                for person in handover.active
                if person.case == number and person.step not in (Step.TAKEN_OVER,) and not handover.locked
            ]
            assert on == ([case.listed] if case.listed else [])
            holders = {
                person.holder
                for handover in self.handovers.values()
                for person in handover.active
                if person.case == number and person.step is Step.TAKEN_OVER
            }
            assert holders <= {case.custody.holder}

    @invariant()
    def a_locked_handover_never_changes(self) -> None:
        for id, locked in self.locked.items():
            now = self.handovers[id]
            assert now.lines[: locked.version] == locked.lines
            assert (now.persons, now.legs, now.on, now.place, now.decision, now.moves) == (
                locked.persons,
                locked.legs,
                locked.on,
                locked.place,
                locked.decision,
                locked.moves,
            )
            assert {line.entry.code for line in now.lines[locked.version :]} <= {"handover-corrected"}

    @invariant()
    def every_person_has_every_gate(self) -> None:
        for handover in self.handovers.values():
            for person in handover.active:
                assert len(gates_of(handover, person, self.cases)) == 9

    def teardown(self) -> None:
        """Read every story once more, line by line."""
        for handover in self.handovers.values():
            before = Handover(id=handover.id)
            for line in handover.lines:
                _taken_by_another_officer(before, line)
                _gone_by_two_and_kept_apart(before, line)
                before = before.after(line)
        for number, case in self.cases.items():
            told = Case(number=number)
            for line in case.lines:
                _stays_named(told, line)
                told = told.after(line)


def _taken_by_another_officer(before: Handover, line: Line) -> None:
    if isinstance(line.entry, TakenOver):
        person = before.listed(line.entry.case)
        assert person.step is Step.GIVEN_OVER
        assert person.given_by != line.by


def _gone_by_two_and_kept_apart(before: Handover, line: Line) -> None:
    if isinstance(line.entry, GoDecided):
        assert line.second not in ("", line.by)
        assert not broken(before)
    if isinstance(line.entry, GivenOver):
        assert before.decision.go
        assert line.entry.case in before.decision.persons


def _stays_named(before: Case, line: Line) -> None:
    if isinstance(line.entry, HandedOver):
        assert {stay.id for stay in before.standing_stays} == set(line.entry.despite_stays)


TestJourney = Journey.TestCase
TestJourney.settings = settings(max_examples=80, stateful_step_count=8)


@given(act=any_acts(), by=st.sampled_from(("", cast.ANA)), planned=st.booleans())
def test_decide_handover_answers_every_act_and_never_raises(act, by, planned):
    journey = Journey()
    journey.planned(True, True, True)
    handover = journey.handovers["H-2025-0001"] if planned else None
    answer = decide_handover(handover, act, journey.cases, by=by, at=cast.later(days=30))
    assert isinstance(answer, Refused) or answer.lines
