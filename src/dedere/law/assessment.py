"""What an assessment says: a finding for each clause and charge, clocks, and the one next thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from dedere.words import Citation, Finding


class Effect(str, Enum):
    """What a clause does when its condition is met."""

    SCOPE = "scope"
    REQUIREMENT = "requirement"
    MANDATORY_BAR = "mandatory-bar"
    DISCRETION = "discretion"
    EXCEPTION = "exception"
    DOCUMENT = "document"
    CLOCK = "clock"
    DUTY = "duty"
    DEFERRAL = "deferral"
    AFTER_SURRENDER = "condition-after-surrender"
    STAY = "stay"
    COST = "cost"
    NO_PROVISION = "no-provision"


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentUsed:
    """An instrument in force that day: the SHA-256 of its file, and why it binds, as a code."""

    id: str
    digest: str
    reason: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One line of the explanation: an indented step of the condition and how it came out."""

    depth: int
    text: str
    finding: Finding
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """A reservation or declaration that touches a clause in this case.

    Attributes:
        state, made: whose it is, and since when.
        effect: ``leaves-out changes declares``.
        text: what it says, by language.
        reciprocal: it is applied against the State that made it, which here asks.
    """

    state: str
    made: date
    effect: str
    text: Mapping[str, str]
    reciprocal: bool = False
    checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFinding:
    """What one clause comes to for one charge.

    ``finding`` is about the clause's condition: a bar that is *met* bars, a requirement
    that is *met* is satisfied. ``needs`` are the smallest sets of facts that could settle
    an unknown; ``cures`` the assurances that would lift a bar. ``weighs`` says whether it counts
    in the standing of a charge; ``beside`` why it is not in point whatever the facts, as a code.
    ``because``, in one sentence, and ``reasons``, step by step, are filled where the assessment was
    asked to explain itself in a language;
    ``reserved`` are the reservations and declarations that touch the clause here.
    """

    clause: str
    citation: Citation
    kind: str
    effect: Effect
    finding: Finding
    needs: tuple[frozenset[str], ...] = ()
    decider: str = ""
    cures: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    because: str = ""
    weighs: bool = False
    beside: str = ""
    reserved: tuple[Reserved, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedFact:
    """A fact that a State's rules gave, with the law and articles it was computed from.

    ``asserted`` is what the case says of it; where the two differ the fact counts as unknown.
    """

    fact: str
    value: bool
    asserted: bool | None
    law: str
    articles: tuple[str, ...]

    @property
    def contradicts(self) -> bool:
        """Whether the case asserts otherwise."""
        return self.asserted is not None and self.asserted is not self.value

    @property
    def source(self) -> str:
        """What stands as its proof: the law and the articles."""
        return f"{self.law}/{', '.join(self.articles)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeAssessment:
    """One charge: its findings and how it stands (``barred stayed lacking unknown discretion clear``)."""

    id: str
    title: str
    findings: tuple[ClauseFinding, ...]
    standing: str
    computed: tuple[ComputedFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """One clause over all charges: the charges by finding, so that a partial result shows."""

    clause: str
    citation: Citation
    kind: str
    effect: Effect
    finding: Finding
    met: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    not_in_point: tuple[str, ...] = ()
    decider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockReading:
    """A clock read on one day.

    Attributes:
        rule: the clock's code, such as ``provisional-arrest``.
        start, due: days; ``due`` already carries the pauses passed so far.
        day, of: day ``day`` of ``of``, in ``unit`` (``days`` or ``working-days``); calendar months
            are read as the days they hold from this start.
        length, length_unit: the rule's own length, such as 2 ``calendar-months``.
        state: ``not-started running paused stopped expired``, or ``not-covered`` where the
            calendar of its working days does not cover the years.
        expiry: what running out does, as a code.
        stopped_on: the day a stop event came; None while it runs.
        pauses: the intervals in which it stood still; the end is None while it still does.
        paused_by: for each of them the event that began it.
        from_next_day: the day of the start is day 0; else it is day 1.
    """

    rule: str
    citation: Citation
    unit: str
    of: int
    state: str
    expiry: str
    start: date | None = None
    due: date | None = None
    day: int | None = None
    stopped_on: date | None = None
    started_by: str = ""
    stopped_by: str = ""
    pauses: tuple[tuple[date, date | None], ...] = ()
    paused_by: tuple[str, ...] = ()
    from_next_day: bool = True
    calendar: str = ""
    decider: str = ""
    clause: str = ""
    length: int = 0
    length_unit: str = ""
    reserved: tuple[Reserved, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThing:
    """The one next thing: what is missing or due, under which article, and who must act."""

    code: str
    citation: Citation
    clause: str
    needs: tuple[str, ...] = ()
    decider: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A case on a day: repeatable, since it names the digests of the instruments used."""

    case: str
    on: date
    route: str
    instruments: tuple[InstrumentUsed, ...]
    charges: tuple[ChargeAssessment, ...]
    combined: tuple[Combined, ...]
    clocks: tuple[ClockReading, ...]
    next: NextThing | None
