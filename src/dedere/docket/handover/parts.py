"""What a handover is made of: persons with their steps and gates, legs, separations, the go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class Step(str, Enum):
    """How far one person has come on the journey."""

    LISTED = "listed"
    IDENTIFIED = "identified"
    CHECKED = "checked"
    GIVEN_OVER = "given-over"
    TAKEN_OVER = "taken-over"
    NOT_TAKEN = "not-taken"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What an officer marked for one gate: its state, the evidence, who and when."""

    state: str
    evidence: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person on the manifest.

    Attributes:
        holder: the State in whose custody the person is: one at any time.
        given_by: the desk's officer who filed the giving over, until it is taken or not taken.
        despite_stays: the stays named by those who gave and took the person.
        property, cash: as itemised at the check.
        refusals: why the receiving side did not take the person, once for each time.
    """

    case: str
    person: str
    holder: str
    origin: str = ""
    destination: str = ""
    leg: str = ""
    seat: str = ""
    step: Step = Step.LISTED
    gates: Mapping[str, Mark] = field(default_factory=dict)
    identified_how: str = ""
    medical: str = ""
    property: tuple[str, ...] = ()
    cash: str = ""
    place: str = ""
    given_by: str = ""
    giving_officer: str = ""
    receiving_officer: str = ""
    given_at: datetime | None = None
    taken_at: datetime | None = None
    despite_stays: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    struck_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One part of the journey, from custody to custody; no seats stated means no count."""

    id: str
    carrier: str
    origin: str
    destination: str
    seats: int = 0
    permits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """Two persons kept apart: on different ``leg`` s, or not on ``adjacent`` seats."""

    first: str
    second: str
    apart: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """The decision to go or not: the two who signed, the persons it covers, each gap accepted."""

    go: bool
    by: str
    second: str
    at: datetime
    persons: frozenset[str]
    accepted: tuple[str, ...] = ()
    reason: str = ""
