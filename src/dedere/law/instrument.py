"""An instrument and its clauses, as the library holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dedere.law.assessment import Effect
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
        about: the facts' widest subject: a clause about no charge's facts comes out alike for all.
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Instrument:
    """One instrument as its file says, with the SHA-256 of the file's bytes.

    A treaty names its ``parties``; a State's own law names ``requested`` or ``requesting``, the
    part in which that State must stand for it to apply. It is in force from ``in_force`` to the
    day before ``until``.
    """

    id: str
    title: Text
    short: Text
    layer: str
    done: date
    in_force: date
    routes: tuple[str, ...]
    authentic: tuple[str, ...]
    official: str
    sources: tuple[str, ...]
    clauses: tuple[Clause, ...]
    digest: str
    until: date | None = None
    parties: tuple[str, ...] = ()
    requested: str = ""
    requesting: str = ""
