"""What each entry leaves on a handover; after the lock nothing but corrections, which change nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from dedere.docket.entries import handover as entries
from dedere.docket.entries import upkeep
from dedere.docket.entries.line import Entry, Line
from dedere.docket.handover.parts import Go, Leg, Listed, Mark, Separation, Step
from dedere.docket.parts import Proposal
from dedere.docket.signature import proposed_text

if TYPE_CHECKING:
    from dedere.docket.handover.state import Handover

E = TypeVar("E", bound=Entry)
FOLDS: dict[type[Entry], Callable[[Handover, Any, Line], Handover]] = {}


def _on(kind: type[E]) -> Callable[[Callable[[Handover, E, Line], Handover]], None]:
    def enter(mark: Callable[[Handover, E, Line], Handover]) -> None:
        FOLDS[kind] = mark

    return enter


def fold_line(handover: Handover, line: Line) -> Handover:
    """Return the handover as this line leaves it."""
    mark = FOLDS.get(type(line.entry))
    if mark is not None and (not handover.locked or isinstance(line.entry, entries.HandoverCorrected)):
        handover = mark(_settled(handover, line), line.entry, line)
    return replace(handover, version=line.number, lines=(*handover.lines, line))


@_on(entries.HandoverPlanned)
def _planned(handover: Handover, entry: entries.HandoverPlanned, line: Line) -> Handover:
    return replace(
        handover,
        title=entry.title,
        on=entry.on,
        giving=entry.giving,
        receiving=entry.receiving,
        basis=entry.basis,
        place=entry.place,
        note=entry.note,
        destinations=entry.destinations,
    )


@_on(entries.PlanChanged)
def _moved(handover: Handover, entry: entries.PlanChanged, line: Line) -> Handover:
    """Move the plan; the go was given for another day, so it must be given again."""
    moves = (*handover.moves, handover.on)
    return replace(handover, on=entry.on, place=entry.place or handover.place, moves=moves, decision=None)


@_on(entries.PersonListed)
def _listed(handover: Handover, entry: entries.PersonListed, line: Line) -> Handover:
    person = Listed(
        case=entry.case,
        person=entry.person,
        holder=handover.giving,
        origin=entry.origin,
        destination=entry.destination,
        leg=entry.leg,
    )
    others = tuple(each for each in handover.persons if each.case != entry.case)
    return replace(handover, persons=(*others, person))


@_on(entries.PersonStruck)
def _struck(handover: Handover, entry: entries.PersonStruck, line: Line) -> Handover:
    return _with(handover, entry.case, step=Step.STRUCK, struck_for=entry.reason, leg="", seat="")


@_on(entries.LegPlanned)
def _leg(handover: Handover, entry: entries.LegPlanned, line: Line) -> Handover:
    leg = Leg(
        id=entry.leg,
        carrier=entry.carrier,
        origin=entry.origin,
        destination=entry.destination,
        seats=entry.seats,
        permits=entry.permits,
    )
    return replace(handover, legs=(*handover.legs, leg))


@_on(entries.SeatAssigned)
def _seat(handover: Handover, entry: entries.SeatAssigned, line: Line) -> Handover:
    return _with(handover, entry.case, leg=entry.leg, seat=entry.seat)


@_on(entries.SeparationRuled)
def _apart(handover: Handover, entry: entries.SeparationRuled, line: Line) -> Handover:
    rule = Separation(first=entry.first, second=entry.second, apart=entry.apart, reason=entry.reason)
    return replace(handover, separations=(*handover.separations, rule))


@_on(entries.GateMarked)
def _gate(handover: Handover, entry: entries.GateMarked, line: Line) -> Handover:
    person = handover.listed(entry.case)
    if person is None:
        return handover
    mark = Mark(state=entry.state, evidence=entry.evidence, by=line.by, at=line.occurred_at)
    return _with(handover, entry.case, gates={**person.gates, entry.gate: mark})


@_on(entries.GoDecided)
def _go(handover: Handover, entry: entries.GoDecided, line: Line) -> Handover:
    decision = Go(
        go=entry.go,
        by=line.by,
        second=line.second,
        at=line.occurred_at,
        persons=frozenset(person.case for person in handover.active),
        accepted=entry.accepted,
        reason=entry.reason,
    )
    return replace(handover, decision=decision)


@_on(entries.Identified)
def _identified(handover: Handover, entry: entries.Identified, line: Line) -> Handover:
    return _with(handover, entry.case, step=Step.IDENTIFIED, identified_how=entry.how)


@_on(entries.Checked)
def _checked(handover: Handover, entry: entries.Checked, line: Line) -> Handover:
    return _with(
        handover,
        entry.case,
        step=Step.CHECKED,
        medical=entry.medical,
        property=entry.property,
        cash=entry.cash,
    )


@_on(entries.GivenOver)
def _given(handover: Handover, entry: entries.GivenOver, line: Line) -> Handover:
    """Note the giving; the person stays in the giving State's custody until the other side signs."""
    return _with(
        handover,
        entry.case,
        step=Step.GIVEN_OVER,
        place=entry.place,
        given_by=line.by,
        giving_officer=entry.officer,
        given_at=line.occurred_at,
        despite_stays=entry.despite_stays,
    )


@_on(entries.TakenOver)
def _taken(handover: Handover, entry: entries.TakenOver, line: Line) -> Handover:
    person = handover.listed(entry.case)
    despite = person.despite_stays if person else ()
    return _with(
        handover,
        entry.case,
        step=Step.TAKEN_OVER,
        place=entry.place,
        holder=handover.receiving,
        receiving_officer=entry.officer,
        taken_at=line.occurred_at,
        despite_stays=tuple(dict.fromkeys((*despite, *entry.despite_stays))),
    )


@_on(entries.NotTaken)
def _not_taken(handover: Handover, entry: entries.NotTaken, line: Line) -> Handover:
    person = handover.listed(entry.case)
    refusals = (*person.refusals, entry.reason) if person else ()
    return _with(
        handover, entry.case, step=Step.NOT_TAKEN, given_by="", holder=handover.giving, refusals=refusals
    )


@_on(entries.HandoverReported)
def _reported(handover: Handover, entry: entries.HandoverReported, line: Line) -> Handover:
    over = {
        "step": Step.TAKEN_OVER,
        "place": entry.place,
        "holder": handover.receiving,
        "giving_officer": entry.giving,
        "receiving_officer": entry.receiving,
        "given_at": line.occurred_at,
        "taken_at": line.occurred_at,
    }
    for person in handover.active:
        handover = _with(handover, person.case, **over)
    return handover


@_on(entries.HandoverLocked)
def _locked(handover: Handover, entry: entries.HandoverLocked, line: Line) -> Handover:
    return replace(handover, locked_at=line.recorded_at, proposals=())


@_on(entries.HandoverCorrected)
def _corrected(handover: Handover, entry: entries.HandoverCorrected, line: Line) -> Handover:
    spoken = (*handover.corrections.get(entry.line, ()), line.number)
    return replace(handover, corrections={**handover.corrections, entry.line: spoken})


@_on(upkeep.SignatureAwaited)
def _proposed(handover: Handover, entry: upkeep.SignatureAwaited, line: Line) -> Handover:
    proposal = Proposal(line=line.number, act=entry.act, text=entry.proposed, by=line.by, at=line.recorded_at)
    return replace(handover, proposals=(*handover.proposals, proposal))


@_on(upkeep.SignatureRefused)
def _declined(handover: Handover, entry: upkeep.SignatureRefused, line: Line) -> Handover:
    open_still = tuple(each for each in handover.proposals if each.line != entry.proposal)
    return replace(handover, proposals=open_still)


def _with(handover: Handover, case: str, **changes: Any) -> Handover:
    persons = tuple(
        replace(person, **changes) if person.case == case else person for person in handover.persons
    )
    return replace(handover, persons=persons)


def _settled(handover: Handover, line: Line) -> Handover:
    """Take off the list the proposal that a countersigned line fulfils."""
    if not line.second:
        return handover
    open_still = tuple(
        each
        for each in handover.proposals
        if each.by != line.by or each.text != proposed_text(each.act, line)
    )
    return replace(handover, proposals=open_still)
