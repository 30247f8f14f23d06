"""Signatures, corrections, notes: the file's own upkeep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dedere.docket.entries.line import Entry

__all__ = [
    "SignatureAwaited",
    "SignatureRefused",
    "Corrected",
    "Noted",
    "DueSet",
    "CopyNamed",
    "NameRecorded",
    "TextErased",
    "Erased",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAwaited(Entry):
    """An act of legal effect was filed and awaits a second officer."""

    act: str
    proposed: str
    track_named: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureRefused(Entry):
    """A second officer declined to sign."""

    proposal: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Entry):
    """An earlier line was wrong; it stands, and this says what holds."""

    line: int
    reason: str
    holds: str = ""
    strikes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Entry):
    """A free-form act, for what no form foresees."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSet(Entry):
    """An officer set a reminder."""

    on: date
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyNamed(Entry):
    """The other State's number for this case."""

    other_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRecorded(Entry):
    """A source records the person under another name, or mixes the person up with somebody of this name."""

    name: str
    name_kind: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextErased(Entry):
    """A court ordered the text of an earlier line erased; the line's place stays, and every proof with it."""

    line: int
    court: str
    order: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased(Entry):
    """What is read in a line's place once its text was erased; never recorded itself."""

    court: str
    order: str
