"""A handover of one or many persons, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.docket.entries.line import Entry

__all__ = [
    "HandoverPlanned",
    "PlanChanged",
    "PersonListed",
    "PersonStruck",
    "LegPlanned",
    "SeatAssigned",
    "SeparationRuled",
    "GateMarked",
    "GoDecided",
    "Identified",
    "Checked",
    "GivenOver",
    "TakenOver",
    "NotTaken",
    "HandoverReported",
    "HandoverLocked",
    "HandoverCorrected",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPlanned(Entry):
    """A handover of one or many persons was planned; ``destinations`` are the places where they arrive."""

    title: str
    on: date
    giving: str
    receiving: str
    basis: str
    place: str = ""
    note: str = ""
    destinations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanged(Entry):
    """The plan moved; what was recorded of the journey stays as it was."""

    on: date
    place: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonListed(Entry):
    """A person was put on the manifest."""

    case: str
    person: str
    origin: str = ""
    destination: str = ""
    leg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStruck(Entry):
    """A person was taken off the manifest."""

    case: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegPlanned(Entry):
    """A leg of the journey: carrier, from, to, seats, the other zone."""

    leg: str
    carrier: str
    origin: str
    destination: str
    seats: int = 0
    permits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatAssigned(Entry):
    """A person was given a leg and a seat."""

    case: str
    leg: str
    seat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparationRuled(Entry):
    """Two persons may not share a leg, or may not sit together."""

    first: str
    second: str
    reason: str
    apart: str = "leg"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateMarked(Entry):
    """One gate of one person was marked, with the evidence."""

    case: str
    gate: str
    state: str
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoDecided(Entry):
    """Go or no-go, naming each gap accepted."""

    go: bool
    accepted: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified(Entry):
    """The person was identified for the leg."""

    case: str
    leg: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Entry):
    """Health, restraints, papers and property were checked."""

    case: str
    leg: str
    medical: str = ""
    property: tuple[str, ...] = ()
    cash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOver(Entry):
    """The giving officer handed the person over."""

    case: str
    leg: str
    place: str
    officer: str
    despite_stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(Entry):
    """The receiving officer took the person: the second signature of the leg."""

    case: str
    leg: str
    place: str
    officer: str
    despite_stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken(Entry):
    """The receiving side did not take the person: a normal event."""

    case: str
    leg: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverReported(Entry):
    """Published sources report that everyone listed was handed over; no custody chain of it is held here."""

    place: str
    giving: str
    receiving: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverLocked(Entry):
    """The records of the handover were locked."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverCorrected(Entry):
    """An earlier line of a handover was wrong; it stands, and this says what holds."""

    line: int
    reason: str
    holds: str = ""
