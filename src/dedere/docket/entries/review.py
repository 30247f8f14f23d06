"""Remedies against the decision, and stays."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry

__all__ = ["RemedySought", "RemedyDecided", "StayOrdered", "StayLifted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedySought(Entry):
    """Amparo, habeas corpus or another remedy was sought."""

    remedy: str
    court: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyDecided(Entry):
    """A remedy was decided."""

    remedy: str
    court: str
    upheld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StayOrdered(Entry):
    """A court ordered that the person not be surrendered or removed."""

    stay: str
    court: str
    reference: str = ""
    covers: str = "extradition"


@dataclass(frozen=True, slots=True, kw_only=True)
class StayLifted(Entry):
    """A stay ended."""

    stay: str
    court: str
    reason: str = ""
