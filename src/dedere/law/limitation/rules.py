"""What a State's rules of limitation are: a closed list of rules, each with its article and its own keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from dedere.law.logic import ALWAYS, Condition
from dedere.words import Citation, State

Kind = TypeVar("Kind", bound="Rule")
STAGES = ("accusation", "sentence")
MEASURES = ("mean", "sentence", "rest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has.

    Attributes:
        when: what puts it in point; always where the file names nothing.
        since: the first day from which this wording stands; an offence before it is not covered.
    """

    id: str
    citation: Citation
    text: Mapping[str, str]
    reading: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    when: Condition = ALWAYS
    since: date | None = None
    stage: str = "accusation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Rule):
    """How long the time is.

    Attributes:
        months: a fixed length; the least length where it is measured.
        of: ``mean`` of the penalty, the ``sentence`` itself, or the ``rest`` of it; empty for a fixed length.
        quarter_more: the measure and a quarter of it.
        unlimited: no lapse of time at all.
        running_while, until: never over while the first fact holds, nor before the day of the second.
    """

    months: int = 0
    of: str = ""
    quarter_more: bool = False
    unlimited: bool = False
    running_while: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Rule):
    """From which day it runs: the latest of these facts, each a day; the term's first day is the next."""

    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought(Rule):
    """A charge brought within the time ends its running."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(Rule):
    """An arrest within the time ends its running while the person is held."""

    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed(Rule):
    """A new charge in place of one that was dismissed has so many months of its own."""

    months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension(Rule):
    """The time stands still between two days.

    Attributes:
        begin, ended, end: the day it begins; whether it has ended; the day it ended.
        most_months: it stands still for no longer; 0 for as long as it takes.
        most_months_if_early: the same, where it ended before the time would have run out.
    """

    begin: str = ""
    ended: str = ""
    end: str = ""
    most_months: int = 0
    most_months_if_early: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubled(Rule):
    """The time is doubled; ``throughout`` says whether the cause covered all of it."""

    throughout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gravest(Rule):
    """Where offences concur, the time is that of the gravest: its measure in months is the fact ``of``."""

    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption(Rule):
    """An act begins the time anew.

    Attributes:
        by: events that do so in the first half of the time; ``by_later`` at any moment of it.
        complete: the fact that every such act is listed.
        capped: the terms (rule ids) that interruptions may extend by one half at most.
    """

    by: tuple[str, ...] = ()
    by_later: tuple[str, ...] = ()
    complete: str = ""
    capped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint(Rule):
    """An offence pursued on complaint: so long from knowledge of it and of the offender, or else from it."""

    months: int = 0
    months_without_knowledge: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LimitationLaw:
    """One State's rules of limitation, read for one side (``requesting`` or ``requested``) of a request.

    ``scope`` says which offences they reach: beyond it no rule is encoded.
    """

    id: str
    state: State
    side: str
    title: Mapping[str, str]
    short: Mapping[str, str]
    official: str
    read_in: str
    since: date
    scope: Condition
    rules: tuple[Rule, ...]
    digest: str

    def of(self, kind: type[Kind], stage: str = "accusation") -> tuple[Kind, ...]:
        """The rules of one kind at one stage, in the order of the file."""
        return tuple(rule for rule in self.rules if isinstance(rule, kind) and rule.stage == stage)
