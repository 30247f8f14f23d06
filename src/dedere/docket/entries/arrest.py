"""Provisional arrest, detention and release."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry

__all__ = [
    "ProvisionalArrestSought",
    "ProvisionallyArrested",
    "ArrestSought",
    "Arrested",
    "PlacedAtDisposal",
    "Committed",
    "Bailed",
    "Released",
    "Escaped",
    "Died",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionalArrestSought(Entry):
    """Provisional arrest was asked for in urgency."""

    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionallyArrested(Entry):
    """The person was apprehended on a provisional request."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrestSought(Entry):
    """The prosecutor asked a judge to order arrest on the formal request."""

    court: str
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrested(Entry):
    """The person was apprehended for the formal request."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedAtDisposal(Entry):
    """The person was placed at the disposal of an authority."""

    authority: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed(Entry):
    """A judge committed the person to await surrender."""

    court: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bailed(Entry):
    """The person was released on bail."""

    court: str
    conditions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Entry):
    """The person was released; the case stays open."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Escaped(Entry):
    """The person escaped."""

    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Died(Entry):
    """The person died."""

    place: str = ""
