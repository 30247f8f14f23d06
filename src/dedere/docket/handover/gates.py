"""The gates of each person on a manifest: what is shown, what is missing, and what the case itself says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dedere.docket.case import Case, fold
from dedere.docket.choices import GATES
from dedere.docket.entries import HandedOver, Returned
from dedere.docket.handover.parts import Listed, Mark
from dedere.docket.handover.state import Handover
from dedere.docket.stage import Stage

NOTHING: Mapping[str, Case] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One gate of one person.

    Attributes:
        state: ``met``, ``missing`` or ``not-in-point``.
        why: ``marked``, ``unmarked``, or what the case says: ``stay-standing``,
            ``undertaking-on-file``, ``undertaking-breached``, ``order-on-file``, ``no-leg``.
        named: the stays or undertakings that it rests on.
        mark: what an officer marked, if anyone did; the case may overrule it.
    """

    gate: str
    state: str
    why: str
    named: tuple[str, ...] = ()
    mark: Mark | None = None


def gates_of(handover: Handover, person: Listed, cases: Mapping[str, Case] = NOTHING) -> tuple[Gate, ...]:
    """Return the nine gates of a person in the order of the board; ``cases`` by number."""
    case = _as_it_stood(handover, cases.get(person.case))
    return tuple(_gate(handover, person, case, gate) for gate in GATES)


def gaps(handover: Handover, cases: Mapping[str, Case] = NOTHING) -> tuple[str, ...]:
    """Return every gap of everyone on the manifest as ``case:gate``, the form in which a go accepts it."""
    return tuple(gap for person in handover.active for gap in gaps_of(handover, person, cases))


def gaps_of(handover: Handover, person: Listed, cases: Mapping[str, Case] = NOTHING) -> tuple[str, ...]:
    """Return one person's gaps as ``case:gate``."""
    missing = (gate for gate in gates_of(handover, person, cases) if gate.state == "missing")
    return tuple(f"{person.case}:{gate.gate}" for gate in missing)


def _as_it_stood(handover: Handover, case: Case | None) -> Case | None:
    """Return the case as it was when the person left: what came later never changes the board."""
    lines = case.lines if case else ()
    for index, line in enumerate(lines):
        if getattr(line.entry, "handover", "") == handover.id and isinstance(
            line.entry, HandedOver | Returned
        ):
            return fold(case.number, lines[:index]) if case else None
    return case


def _gate(handover: Handover, person: Listed, case: Case | None, gate: str) -> Gate:
    """Let the case overrule a mark where it shows a bar, and stand in for one where it shows proof."""
    mark = person.gates.get(gate)
    if gate == "transport" and not person.leg:
        return Gate(gate=gate, state="missing", why="no-leg", mark=mark)
    if case is not None and (barred := _barred(handover, case, gate, mark)):
        return barred
    if mark is not None:
        return Gate(gate=gate, state=mark.state, why="marked", mark=mark)
    return (case is not None and _proved(handover, case, gate)) or Gate(
        gate=gate, state="missing", why="unmarked"
    )


def _barred(handover: Handover, case: Case, gate: str, mark: Mark | None) -> Gate | None:
    if gate == "stays" and (standing := tuple(stay.id for stay in case.standing_stays)):
        return Gate(gate=gate, state="missing", why="stay-standing", named=standing, mark=mark)
    if gate == "assurances" and (broken := tuple(each.id for each in case.undertakings if each.breaches)):
        return Gate(gate=gate, state="missing", why="undertaking-breached", named=broken, mark=mark)
    return None


def _proved(handover: Handover, case: Case, gate: str) -> Gate | None:
    if gate == "assurances" and (given := _against_death(handover, case)):
        return Gate(gate=gate, state="met", why="undertaking-on-file", named=given)
    if gate == "order" and any(track.stage is Stage.SURRENDER_ORDERED for track in case.tracks):
        return Gate(gate=gate, state="met", why="order-on-file")
    return None


def _against_death(handover: Handover, case: Case) -> tuple[str, ...]:
    """Return the undertakings on the death penalty given by the day of the handover."""
    return tuple(
        given.id
        for given in case.undertakings
        if given.about == "death-penalty" and given.since.date() <= handover.on
    )
