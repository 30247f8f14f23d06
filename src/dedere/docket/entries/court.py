"""The judicial phase."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.docket.entries.line import Entry

__all__ = [
    "ExceptionsFiled",
    "ProofClosed",
    "HearingSet",
    "HearingHeld",
    "ConsentGiven",
    "OpinionGiven",
    "Certified",
    "CertificationRefused",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionsFiled(Entry):
    """The person raised exceptions."""

    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofClosed(Entry):
    """The time to prove exceptions ended."""

    court: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingSet(Entry):
    """A hearing was set."""

    court: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingHeld(Entry):
    """A hearing was held."""

    court: str
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Entry):
    """The person consented, informed of what consent costs."""

    before: str
    informed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(Entry):
    """A Mexican judge gave an opinion; it does not bind the ministry."""

    court: str
    favourable: bool
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified(Entry):
    """A judge certified extraditability to the Secretary of State."""

    court: str
    charges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRefused(Entry):
    """A judge did not certify."""

    court: str
    reasons: str
