"""An instrument, its clauses, parties and reservations, as the library holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dedere.law.assessment import Effect, Reserved
from dedere.law.logic import Question
from dedere.words import Citation

Text = Mapping[str, str]  # by language: en, es


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """What a clock clause says.

    Attributes:
        length: so many of ``unit`` (``days calendar-days working-days calendar-months``).
        start, stop: entry codes; ``stop_office``, where named, is the office whose receipt stops it.
        pause, resume: entry codes that pair: the second of a pair ends what the first began.
        from_next_day: the day of the start is day 0; else it is day 1.
        expiry: what running out does, as a code.
    """

    rule: str
    length: int
    unit: str
    start: tuple[str, ...]
    stop: tuple[str, ...]
    expiry: str
    stop_office: str = ""
    pause: tuple[str, ...] = ()
    resume: tuple[str, ...] = ()
    from_next_day: bool = True
    calendar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Clause:
    """One clause in the order of its instrument's text.

    Attributes:
        held_from, held_until: the clause holds from the first day to the day before the second.
        requesting, requested: the direction it is limited to; empty for either.
        routes: the routes it attaches on; empty for all of its instrument's.
        without_treaty: it attaches only where no treaty binds the two States.
        question: condition and guard over facts.
        at_request_of: the State at whose request alone it binds: ``requesting`` or ``requested``.
        instead_of: the amended instrument's clauses in whose place it stands, ``clause`` or
            ``instrument:clause``.
        options: by key, the option whose choice its value is.
        versions: of a model's clause with brackets, what it comes to by the choices of ``brackets``.
        reserved: the reservations and declarations that touch it between these States that day.
    """

    id: str
    kind: str
    citation: Citation
    text: Text
    effect: Effect
    weighs: bool
    question: Question
    cures: tuple[str, ...] = ()
    decider: str = ""
    sources: tuple[str, ...] = ()
    held_from: date | None = None
    held_until: date | None = None
    requesting: str = ""
    requested: str = ""
    stage: str = ""
    routes: tuple[str, ...] = ()
    without_treaty: bool = False
    given: Mapping[str, Any] = field(default_factory=dict)
    clock: ClockRule | None = None
    reading: Text = field(default_factory=dict)
    at_request_of: str = ""
    instead_of: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[tuple[Any, ...], Clause] = field(default_factory=dict)
    reserved: tuple[Reserved, ...] = ()

    @property
    def brackets(self) -> tuple[str, ...]:
        """The options on whose choice it rests, each once."""
        return tuple(dict.fromkeys(self.options.values()))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Option:
    """A bracketed choice of an instrument: what may stand in the bracket."""

    id: str
    article: str
    choices: tuple[Any, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A State bound from a day to the day before ``until``."""

    state: str
    since: date
    until: date | None = None
    sources: tuple[str, ...] = ()
    checked: str = ""

    def on(self, day: date) -> bool:
        """Whether the State is bound on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reservation:
    """A reservation or declaration of one State, from the day it was made until it was withdrawn.

    Attributes:
        id: ``state`` and place in the file.
        clauses: the clauses it touches; none where it declares something of the whole.
        effect: ``leaves-out changes declares``.
        reciprocal: it applies against its own State too, when that State asks.
        instead: for ``changes``, by clause, the clause with its values changed.
    """

    id: str
    state: str
    clauses: tuple[str, ...]
    effect: str
    text: Text
    made: date
    withdrawn: date | None = None
    reciprocal: bool = False
    instead: Mapping[str, Clause] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    checked: str = ""

    def on(self, day: date) -> bool:
        """Whether it stands on a day."""
        return self.made <= day and (self.withdrawn is None or day < self.withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Instrument:
    """One instrument as its files say, with the SHA-256 of their bytes.

    Attributes:
        layer: ``treaty``, ``union`` (an act that binds the members of a union), ``statute``,
            ``constitution``, ``ruling``, or ``model``, which is in force for nobody.
        in_force, until: from the first day to the day before the second; no first day, never.
        bound: the parties of a treaty or a union's act, each with its own days.
        requested, requesting: for a State's own law, the part in which that State must stand.
        amends: the instrument of which it is a protocol.
        replaces: the instruments that stand back between its own parties.
        based_on: the instrument whose clauses it took over.
        supposed: whether it is here taken as if it were in force.
    """

    id: str
    title: Text
    short: Text
    layer: str
    done: date
    in_force: date | None
    routes: tuple[str, ...]
    authentic: tuple[str, ...]
    official: str
    sources: tuple[str, ...]
    clauses: tuple[Clause, ...]
    digest: str
    until: date | None = None
    bound: tuple[Party, ...] = ()
    requested: str = ""
    requesting: str = ""
    amends: str = ""
    replaces: tuple[str, ...] = ()
    based_on: str = ""
    options: tuple[Option, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    supposed: bool = False

    @property
    def parties(self) -> tuple[str, ...]:
        """Every State that is, was or will be bound, each once."""
        return tuple(dict.fromkeys(party.state for party in self.bound))

    def party(self, state: str, day: date) -> Party | None:
        """The State's being bound on a day."""
        return next((each for each in self.bound if each.state == state and each.on(day)), None)

    def binds(self, one: str, other: str, day: date) -> bool:
        """Whether two different States are both bound on a day."""
        return one != other and all(self.party(state, day) for state in (one, other))
