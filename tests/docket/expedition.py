"""A handover told act by act, with the cases of its persons beside it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from dedere.docket import Act
from dedere.docket.entries import (
    Checked,
    Entry,
    GivenOver,
    GoDecided,
    HandoverPlanned,
    Identified,
    LegPlanned,
    PersonListed,
    SeatAssigned,
    SurrenderOrdered,
    TakenOver,
)
from dedere.docket.handover import (
    HANDOVER_RULES,
    Handover,
    HandoverDecision,
    allowed_on,
    countersign_handover,
    decide_handover,
    fold_handover,
    gaps,
)
from docket.story import Story

import cast

CODES = {rule.records: rule.code for rule in HANDOVER_RULES}
GIVING, RECEIVING = "Cap. Núñez", "Deputy Marshal Ortiz"


class Expedition:
    """Two persons, one leg; the officers are Ana, who gives, and Carla, who takes."""

    def __init__(
        self, people: int = 2, kind: str = "national-security-transfer", ordered: bool = True, seats: int = 0
    ) -> None:
        self.cases = {}
        for ordinal in range(1, people + 1):
            story = Story(kind=kind, number=f"MX-2025-000{ordinal}")
            if ordered:
                story = story.files(SurrenderOrdered(authority="CSN"))
            self.cases[story.case.number] = story.case
        self.handover: Handover | None = None
        self.minutes = 0
        plan = HandoverPlanned(
            title="Entrega", on=date(2025, 1, 16), giving="MX", receiving="US", basis=kind, place="AIFA"
        )
        self.files(plan)
        self.files(
            LegPlanned(leg="f1", carrier="Fuerza Aérea", origin="AIFA", destination="Dulles", seats=seats)
        )
        for number, name in zip(self.cases, cast.LISTED, strict=False):
            self.files(PersonListed(case=number, person=name))

    @property
    def numbers(self) -> list[str]:
        return list(self.cases)

    @property
    def at(self) -> datetime:
        return cast.later(days=1, minutes=self.minutes)

    @property
    def gaps(self) -> tuple[str, ...]:
        return gaps(self.handover, self.cases)

    def person(self, ordinal: int = 0) -> Any:
        return self.handover.listed(self.numbers[ordinal])

    def case(self, ordinal: int = 0) -> Any:
        return self.cases[self.numbers[ordinal]]

    def tries(self, entry: Entry, *, by: str = cast.ANA) -> Any:
        self.minutes += 1
        act = Act(code=CODES[type(entry)], entry=entry, occurred_at=self.at)
        return decide_handover(self.handover, act, self.cases, by=by, at=self.at)

    def refused(self, entry: Entry, *, by: str = cast.ANA) -> str:
        decision = self.tries(entry, by=by)
        assert not isinstance(decision, HandoverDecision), decision
        return decision.code

    def files(self, entry: Entry, *, by: str = cast.ANA) -> Expedition:
        decision = self.tries(entry, by=by)
        assert isinstance(decision, HandoverDecision), decision
        self.records(decision)
        for proposal in self.handover.proposals:
            signed = countersign_handover(self.handover, proposal.line, self.cases, by=cast.BRUNO, at=self.at)
            assert isinstance(signed, HandoverDecision), signed
            self.records(signed)
        return self

    def records(self, decision: HandoverDecision) -> None:
        for line in decision.lines:
            self.handover = (self.handover or Handover(id="H-2025-0001")).after(line)
        for number, lines in decision.case_lines.items():
            for line in lines:
                self.cases[number] = self.cases[number].after(line)
        assert fold_handover("H-2025-0001", self.handover.lines) == self.handover

    def seated(self) -> Expedition:
        """Give everyone the leg."""
        for person in self.handover.active:
            self.files(SeatAssigned(case=person.case, leg="f1"))
        return self

    def gone(self) -> Expedition:
        """Seat everyone and have a go signed that accepts every gap."""
        self.seated()
        return self.files(GoDecided(go=True, accepted=self.gaps))

    def checked(self, ordinal: int = 0, **found: Any) -> Expedition:
        number = self.numbers[ordinal]
        self.files(Identified(case=number, leg="f1", how="fingerprints"))
        return self.files(Checked(case=number, leg="f1", **found))

    def given(self, ordinal: int = 0, *despite: str) -> Expedition:
        number = self.numbers[ordinal]
        return self.files(
            GivenOver(case=number, leg="f1", place="AIFA", officer=GIVING, despite_stays=despite)
        )

    def taken(self, ordinal: int = 0, *despite: str, by: str = cast.CARLA) -> Expedition:
        return self.files(self.taking(ordinal, *despite), by=by)

    def taking(self, ordinal: int = 0, *despite: str, officer: str = RECEIVING) -> TakenOver:
        number = self.numbers[ordinal]
        return TakenOver(case=number, leg="f1", place="AIFA", officer=officer, despite_stays=despite)

    def allows(self, ordinal: int | None = None) -> set[str]:
        case = "" if ordinal is None else self.numbers[ordinal]
        return {rule.code for rule in allowed_on(self.handover, self.cases, case=case)}
