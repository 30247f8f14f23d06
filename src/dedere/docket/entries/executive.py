"""The executive's decision."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry

__all__ = [
    "ExtraditionGranted",
    "ExtraditionRefused",
    "DecisionCommunicated",
    "DecisionNotified",
    "ReferredForProsecution",
    "SurrenderDeferred",
    "DeferralEnded",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraditionGranted(Entry):
    """The executive granted extradition for the named charges, with or without conditions."""

    authority: str
    charges: tuple[str, ...]
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraditionRefused(Entry):
    """The executive refused, with reasons, for the named charges."""

    authority: str
    charges: tuple[str, ...]
    reasons: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCommunicated(Entry):
    """The decision was communicated to the other State."""

    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNotified(Entry):
    """The decision was notified to the person."""

    counsel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredForProsecution(Entry):
    """After a refusal for nationality the case went to the State's own prosecutors."""

    authority: str
    jurisdiction: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SurrenderDeferred(Entry):
    """Surrender was deferred until a domestic case or sentence ends."""

    reason: str
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferralEnded(Entry):
    """The reason for deferral ended."""

    reason: str = ""
