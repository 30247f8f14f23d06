"""An event that sources speak of, and what each was confirmed by a person to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.docket.entries.line import Entry

__all__ = ["ClaimConfirmed", "ClaimCorrected", "ClaimWithdrawn", "EventOpened", "SourceCorrected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOpened(Entry):
    """A file was opened on an event between two States; ``handover`` is its number, where it is one."""

    title_en: str
    title_es: str
    on: date
    giving: str
    receiving: str
    handover: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimConfirmed(Entry):
    """An officer confirmed that a source says this of the event.

    ``about`` is the id of the person or place within the event that it is said of; ``party`` the State for
    which ``speaker`` speaks, both empty where the outlet says it by itself. ``words`` is a paraphrase.
    ``start`` and ``end`` are characters of the report's text, whose SHA-256 is ``report``.
    """

    source: str
    attribute: str
    value: str
    about: str = ""
    bound: str = "exact"
    negated: bool = False
    kind: str = "fact"
    words: str = ""
    speaker: str = ""
    party: str = ""
    report: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCorrected(Entry):
    """The claim of an earlier line was read wrongly: the source says this instead, and said so all along."""

    line: int
    value: str
    reason: str
    bound: str = "exact"
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWithdrawn(Entry):
    """The claim of an earlier line does not hold: the source does not say it."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCorrected(Entry):
    """The source itself took back the claim of an earlier line; ``source`` is the text that says so."""

    line: int
    source: str
    value: str
    bound: str = "exact"
    negated: bool = False
    words: str = ""
