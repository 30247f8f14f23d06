"""The board: one row for each person, one cell for each gate, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dedere.desk.frame.tags import day
from dedere.desk.wording import code, say
from dedere.docket.case import Case
from dedere.docket.choices import GATES
from dedere.docket.entries import PersonListed
from dedere.docket.handover import Gate, Handover, Listed, gates_of
from dedere.docket.handover.parts import Step

# A sign for the eye, words for the ear; never colour alone.
_DONE, _GAP, _OPEN, _NOT_NEEDED = "✓", "!", "–", "·"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One gate of one person: its sign, the class that colours it, and the words behind it."""

    gate: str
    sign: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person of the manifest."""

    person: Listed
    name_standing: str
    cells: list[Cell]
    step: str
    sources: tuple[str, ...]
    simulated: bool
    gaps: int
    stays: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many gaps in how many persons."""

    gaps: int
    persons: int


def rows(handover: Handover, cases: Mapping[str, Case]) -> list[Row]:
    """Return the board's rows in the order of the manifest."""
    proof = {
        line.entry.case: (line.sources, line.simulated)
        for line in handover.lines
        if isinstance(line.entry, PersonListed)
    }
    return [_row(handover, person, cases, *proof.get(person.case, ((), False))) for person in handover.active]


def tally(board: list[Row]) -> Tally:
    """Count what is missing."""
    return Tally(gaps=sum(row.gaps for row in board), persons=sum(row.gaps > 0 for row in board))


def columns(handover: Handover, *, fills: bool) -> list[tuple[str, str, bool]]:
    """Return the gates as columns: code, words, whether the column may be filled."""
    return [(gate, code("gate", gate), fills and not handover.locked) for gate in GATES]


def _row(
    handover: Handover, person: Listed, cases: Mapping[str, Case], sources: tuple[str, ...], simulated: bool
) -> Row:
    gates = gates_of(handover, person, cases)
    case = cases.get(person.case)
    return Row(
        person=person,
        name_standing=case.name_standing if case else "established",
        cells=[cell(gate) for gate in gates],
        step=code("leg", person.step),
        sources=sources,
        simulated=simulated,
        gaps=0 if person.step is Step.TAKEN_OVER else sum(gate.state == "missing" for gate in gates),
        stays=len(case.standing_stays) if case else 0,
    )


def cell(gate: Gate) -> Cell:
    """Return a gate as a cell: a gap that somebody found is *!*, one that nobody marked is *–*."""
    why = code("gate", f"why.{gate.why}", named=", ".join(gate.named))
    state = code("gate", f"state.{gate.state}")
    told = gate.mark and f"{gate.mark.evidence} ({gate.mark.by}, {day(gate.mark.at)})"
    words = ". ".join(part for part in (f"{code('gate', gate.gate)}: {state}", why, told) if part)
    if gate.state == "met":
        return Cell(gate=gate.gate, sign=_DONE, kind="done", words=words)
    if gate.state == "not-in-point":
        return Cell(gate=gate.gate, sign=_NOT_NEEDED, kind="quiet", words=words)
    if gate.mark is None and gate.why in ("unmarked", "no-leg"):
        return Cell(gate=gate.gate, sign=_OPEN, kind="open", words=words)
    return Cell(gate=gate.gate, sign=_GAP, kind="gap", words=words)


def readiness(handover: Handover, count: Tally) -> tuple[str, str]:
    """Return the one sentence on whether it is ready, and its tone."""
    decision = handover.decision
    if not count.gaps:
        return say("handover.ready"), "good"
    facts = {"gaps": count.gaps, "persons": count.persons}
    if decision and decision.go:
        return say("handover.gaps-accepted", first=decision.by, second=decision.second, **facts), "warn"
    return say("handover.gaps", **facts), "late"
