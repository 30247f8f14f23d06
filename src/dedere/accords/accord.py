"""An accord: a meeting, an agreement, a commitment or a measure, as each side tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from dedere.accords.figures import Figure
from dedere.accords.partial import first_day


class Kind(str, Enum):
    """What stands in the ledger of two States."""

    MEETING = "meeting"
    AGREEMENT = "agreement"
    COMMITMENT = "commitment"
    MEASURE = "measure"


class Area(str, Enum):
    """What it is about."""

    BORDER_SECURITY = "border-security"
    COUNTER_NARCOTICS = "counter-narcotics"
    COUNTER_TERRORISM = "counter-terrorism"
    ARMS_TRAFFICKING = "arms-trafficking"
    EXTRADITION_AND_TRANSFER = "extradition-and-transfer"
    MONEY = "money"
    OTHER = "other"


# Whose an account is, where it is no single State's.
BOTH, LEDGER = "both", "ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The same thing in both languages of the desk."""

    en: str
    es: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How a side tells it, in both languages; or that its own account of the occasion leaves it out.

    Attributes:
        whose: a State's code, ``both`` for a joint text, ``ledger`` for what this desk wrote to name it.
        words: None where the side's account is ``silent``.
        original: language of the words as published (``en`` or ``es``), the other being a translation;
            empty where both are this desk's own wording of what the source says.
        sources: ids of published sources.
    """

    whose: str
    words: Words | None = None
    original: str = ""
    silent: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """Somebody who met for a State, by name or office."""

    state: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is measured, in which unit, and from where it started; empty where nobody said."""

    what: Words
    unit: str = ""
    baseline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accord:
    """One line of the ledger of two States.

    Attributes:
        kind, area: codes of ``Kind`` and ``Area``.
        between: the two States whose ledger it is.
        by: who met, agreed, promised or acts: one of the two States, or both.
        office: the office of the State that acted, where not the State as a whole (``Congress``).
        beneficiary: the State to which it was promised; empty where both promise or nobody said.
        on, until: when it was made, and the last day of a meeting; ISO, and may be partial (``2008-06``).
        accounts: how each side tells it; at least one that is not silent.
        at: number of the meeting or agreement at which it was made.
        place, attended, agenda: of a meeting.
        due, term: the day by which, and the term in the words of the promise.
        every: months between one time and the next of a recurring promise; 0 where no interval was stated.
        indicator, proof: what is measured, and the thing that would prove it.
        figure: the figure of the docket that proves it, where one can.
        note: what else a reader must know, with nobody's word for it but the ledger's.
    """

    kind: str
    area: str
    between: tuple[str, ...]
    by: tuple[str, ...]
    on: str
    accounts: tuple[Account, ...]
    office: str = ""
    beneficiary: str = ""
    until: str = ""
    at: str = ""
    place: str = ""
    attended: tuple[Attendant, ...] = ()
    agenda: Words | None = None
    due: date | None = None
    term: Words | None = None
    every: int = 0
    indicator: Indicator | None = None
    proof: Words | None = None
    figure: Figure | None = None
    note: Words | None = None

    @property
    def first_day(self) -> date:
        """The first day on which it may have been made."""
        return first_day(self.on)

    def of(self, whose: str) -> Account | None:
        """Return the account of a State, of both, or of the ledger; None where there is none."""
        return next((each for each in self.accounts if each.whose == whose), None)

    @property
    def title(self) -> Words:
        """What it is called: the ledger's words, else the joint text, else the first account that speaks."""
        named = (self.of(LEDGER), self.of(BOTH), *self.accounts)
        return next(each.words for each in named if each is not None and each.words is not None)

    @property
    def told_apart(self) -> bool:
        """Whether the two sides tell it differently, each in an account of its own."""
        own = [each for each in self.accounts if each.whose in self.between and not each.silent]
        return len({each.words for each in own}) > 1

    @property
    def told_by_one(self) -> bool:
        """Whether one side tells it and the other's own account of the same occasion leaves it out."""
        return any(each.silent for each in self.accounts)
