"""Which step of a leg comes next for a person, whether it may be recorded now, what is recorded already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from dedere.desk.acts.refusals import why
from dedere.desk.acts.spoken import Spoken, spoken
from dedere.desk.leg.forms import FORMS
from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.entries import Entry, HandoverCorrected, Line
from dedere.docket.entries import handover as entries
from dedere.docket.handover import Handover, Listed, Step, decide_handover
from dedere.words import Refused

# What may be recorded of a person who has come so far, in the order in which it is offered.
NEXT: Mapping[Step, tuple[str, ...]] = {
    Step.LISTED: ("identify-person",),
    Step.NOT_TAKEN: ("identify-person",),
    Step.IDENTIFIED: ("check-person",),
    Step.CHECKED: ("give-over",),
    Step.GIVEN_OVER: ("take-over", "record-not-taken"),
    Step.TAKEN_OVER: (),
    Step.STRUCK: (),
}
_DONE = {
    Step.LISTED: 0,
    Step.NOT_TAKEN: 0,
    Step.IDENTIFIED: 1,
    Step.CHECKED: 2,
    Step.GIVEN_OVER: 3,
    Step.TAKEN_OVER: 4,
}
_ORDER = ("identify-person", "check-person", "give-over", "take-over")
_OF_A_LEG = (
    entries.Identified,
    entries.Checked,
    entries.GivenOver,
    entries.TakenOver,
    entries.NotTaken,
)


class Mark(NamedTuple):
    """One of the four steps: its word among the sentences, and ``done``, ``now`` or ``later``."""

    word: str
    state: str


class Recorded(NamedTuple):
    """A line of this person's leg in words, and the lines that correct it."""

    line: Line
    details: list[Spoken]
    corrections: tuple[Line, ...]


def marks(person: Listed) -> list[Mark]:
    """Return the four steps and how far the person has come; nobody struck has any."""
    done = _DONE.get(person.step, 0)
    return [Mark(FORMS[act].word, _state(ordinal, done)) for ordinal, act in enumerate(_ORDER)]


def _state(ordinal: int, done: int) -> str:
    return "done" if ordinal < done else "now" if ordinal == done else "later"


def closed(handover: Handover, person: Listed, case: Case, act: str, *, by: str, at: datetime) -> str:
    """Return why the step may not be recorded now whatever the form says; empty where it may.

    The docket is asked with a form filled in beyond reproach, so that the sentence is its own.
    """
    asked = Act(code=act, entry=_filled(act, person, case), occurred_at=at)
    decided = decide_handover(handover, asked, {case.number: case}, by=by, at=at)
    return why(decided) if isinstance(decided, Refused) else ""


def recorded(handover: Handover, case: str) -> list[Recorded]:
    """Return what is recorded of one person's leg, oldest first."""
    lines = [
        line
        for line in handover.lines
        if isinstance(line.entry, _OF_A_LEG) and getattr(line.entry, "case", "") == case
    ]
    return [Recorded(line, spoken(line.entry), _corrections(handover, line)) for line in lines]


def _corrections(handover: Handover, of: Line) -> tuple[Line, ...]:
    numbers = handover.corrections.get(of.number, ())
    return tuple(
        line
        for line in handover.lines
        if line.number in numbers and isinstance(line.entry, HandoverCorrected)
    )


def _filled(act: str, person: Listed, case: Case) -> Entry:
    name, leg, stays = person.case, person.leg or "–", tuple(stay.id for stay in case.standing_stays)
    match act:
        case "identify-person":
            return entries.Identified(case=name, leg=leg, how="–")
        case "check-person":
            return entries.Checked(case=name, leg=leg)
        case "give-over":
            return entries.GivenOver(case=name, leg=leg, place="–", officer="–", despite_stays=stays)
        case "take-over":
            return entries.TakenOver(case=name, leg=leg, place="–", officer="–", despite_stays=stays)
        case _:
            return entries.NotTaken(case=name, leg=leg, place="–", reason="–")
