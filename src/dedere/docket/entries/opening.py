"""A case and its tracks come into being."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Charge, Entry

__all__ = [
    "CaseOpened",
    "TrackOpened",
    "TrackClosed",
    "ChargesStated",
    "FactEstablished",
    "FactDisputed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Entry):
    """A case on one person, asked by one State of another."""

    person: str
    requesting: str
    requested: str
    nationalities: tuple[str, ...] = ()
    other_number: str = ""
    name_standing: str = "established"
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackOpened(Entry):
    """A legal route was taken; a change of basis opens another, never a relabel."""

    track: str
    kind: str
    basis: str
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackClosed(Entry):
    """A route came to its end, for a stated reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargesStated(Entry):
    """The charges for which the person is wanted."""

    charges: tuple[Charge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEstablished(Entry):
    """A fact of the law's vocabulary is now known, for the person or for one charge."""

    fact: str
    value: bool | int | str
    charge: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDisputed(Entry):
    """A fact that was thought known is disputed; it counts as unknown until settled."""

    fact: str
    charge: str = ""
    reason: str = ""
