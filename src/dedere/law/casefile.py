"""What the law room is told of a case: parties, route, day, facts and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dedere.law.assurances.assurance import Assurance
from dedere.law.competing.request import Request
from dedere.law.worksheet.element import Element
from dedere.words import State

Value = bool | int | str | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A fact that is known: its value and the sources or documents that prove it."""

    value: Value
    sources: tuple[str, ...] = ()


Facts = Mapping[str, Known]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeFacts:
    """One charge and what is known of it; a fact that is absent is unknown, never false.

    Attributes:
        iccs: its division of the ICCS, such as ``0101``; empty where none was given.
        group: its group on the treaty's list, as that list's file names it.
        elements: those of the two offences, as somebody entered them side by side.
    """

    id: str
    title: str = ""
    facts: Facts = field(default_factory=dict)
    iccs: str = ""
    group: str = ""
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that starts, stops or pauses a clock.

    Attributes:
        kind: the docket's entry code, such as ``provisionally-arrested``.
        at: day, or instant with zone.
        office: who received or ordered, where the rule cares: ``executive``, ``court``.
        charge: the charge it concerns; empty for all.
        sources: what proves it.
    """

    kind: str
    at: date | datetime
    office: str = ""
    charge: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One request as the law sees it on one day.

    ``facts`` are those of the person and the request; each charge adds its own.
    ``route`` is a track kind of the docket, such as ``treaty-extradition``. ``requests`` are those
    of every State that asks for the person, this one's among them, where several do;
    ``assurances`` are those on file, whatever their day. ``as_if`` names instruments that are
    taken as if they were in force between the two States, and ``choose`` what is chosen for their
    brackets: instrument, option, choice.
    """

    id: str
    requesting: State
    requested: State
    on: date
    route: str
    facts: Facts = field(default_factory=dict)
    charges: tuple[ChargeFacts, ...] = ()
    events: tuple[Event, ...] = ()
    requests: tuple[Request, ...] = ()
    assurances: tuple[Assurance, ...] = ()
    title: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    as_if: tuple[str, ...] = ()
    choose: tuple[tuple[str, str, bool | int | str], ...] = ()
