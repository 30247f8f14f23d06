"""What is watched after surrender."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry

__all__ = [
    "FreedToLeave",
    "LeftTerritory",
    "ReturnedVoluntarily",
    "Tried",
    "Sentenced",
    "JudgmentCopyReceived",
    "CaseClosed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreedToLeave(Entry):
    """The person became free to leave the receiving State."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftTerritory(Entry):
    """The person left the receiving State."""

    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedVoluntarily(Entry):
    """The person came back of their own will."""

    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried(Entry):
    """The person was tried on a charge."""

    charge: str
    court: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentenced(Entry):
    """The person was sentenced."""

    court: str
    penalty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentCopyReceived(Entry):
    """A certified copy of the final judgment was received."""

    court: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed(Entry):
    """The case was closed; nothing remains to be watched."""

    reason: str
