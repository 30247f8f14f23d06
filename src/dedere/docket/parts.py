"""What a case is made of: tracks, stays, undertakings, custody, proposals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dedere.docket.entries import Charge
from dedere.docket.stage import Stage, TrackKind
from dedere.law.assurances.assurance import Answer, Change
from dedere.law.competing.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One legal route of a case.

    Attributes:
        since, moved_by: when the track came to its stage, and the entry that brought it there.
        received, admitted: whether a formal request ever came, and was found in order.
        certified, granted: ids of charges; ``refused`` maps a charge to the ground.
        remedies, attacks: remedies sought and not yet decided; those among them sought against a
            decision or an order already taken.
        decided_from: the stage in which the executive first decided; a remedy upheld returns there.
        ordered, deferred, temporary: surrender ordered; put off; only for a trial, to be returned.
        conviction: what proves the conviction that a temporary surrender rests on.
        final: the route lapsed for good and cannot be taken up again.
        surrendered_at, despite_stays: when the person was given up, and which stays stood then.
        asked: charges for which speciality consent is awaited.
        consented, withheld: charges for which it was given or refused.
    """

    id: str
    kind: TrackKind
    basis: str
    opened_at: datetime
    article: str = ""
    stage: Stage = Stage.OPENED
    since: datetime | None = None
    moved_by: str = ""
    received: bool = False
    admitted: bool = False
    certified: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    remedies: tuple[str, ...] = ()
    attacks: tuple[str, ...] = ()
    decided_from: Stage | None = None
    ordered: bool = False
    deferred: bool = False
    temporary: bool = False
    conviction: str = ""
    final: bool = False
    surrendered_at: datetime | None = None
    despite_stays: tuple[str, ...] = ()
    asked: tuple[Charge, ...] = ()
    consented: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def decided(self) -> frozenset[str]:
        """The charges that the executive has decided, either way."""
        return frozenset(self.granted) | frozenset(self.refused)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A court's order against surrender or removal; it stands until it is lifted.

    ``covers`` is one of ``extradition expulsion removal not-published``; ``track`` is empty
    where the order concerns the person whatever the route.
    """

    id: str
    court: str
    covers: str
    since: datetime
    track: str = ""
    reference: str = ""
    lifted: datetime | None = None
    sources: tuple[str, ...] = ()

    @property
    def standing(self) -> bool:
        """Whether the stay is in force."""
        return self.lifted is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """A State's promise: who gave it, when, on what, for which charges (none named: for all).

    ``changes`` are its later days (confirmed, withdrawn, breached, fulfilled), ``answers`` those to
    the questions about its quality; for the rest see ``dedere.law.assurances``.
    """

    id: str
    giver: str
    about: str
    since: datetime
    text: str = ""
    text_of: str = ""
    form: str = ""
    charges: tuple[str, ...] = ()
    covers_person: str = "covered"
    authority_to_bind: bool | None = None
    authority_by: str = ""
    addressee: str = ""
    begins_on: date | None = None
    until: date | None = None
    conditions: str = ""
    changes: tuple[Change, ...] = ()
    answers: tuple[Answer, ...] = ()
    sources: tuple[str, ...] = ()
    line: int = 0

    @property
    def breaches(self) -> tuple[str, ...]:
        """What was reported of its breaches."""
        return tuple(change.note for change in self.changes if change.kind == "breached")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRequest:
    """Another State's request for the same person; ``case`` is our number of it, where it has one."""

    asked: Request
    case: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """Where the person is, as the file knows it.

    ``status`` is one of ``unknown held bail at-liberty escaped dead``; ``holder`` is the State
    that holds the person and is empty unless the status is ``held``.
    """

    status: str = "unknown"
    holder: str = ""
    since: datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKnown:
    """A fact as the file has it; a disputed one counts as unknown until it is settled."""

    fact: str
    value: bool | int | str
    charge: str = ""
    sources: tuple[str, ...] = ()
    document: str = ""
    line: int = 0
    disputed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document on file, or a published source that proves something."""

    id: str
    title: str
    language: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKnown:
    """A name under which a source records the person; of another person where ``kind`` is a conflation."""

    name: str
    kind: str
    line: int
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An act of legal effect that awaits a second officer; ``text`` is the act as canonical JSON."""

    line: int
    act: str
    text: str
    by: str
    at: datetime
    track: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A day that an officer set to look at the case again."""

    line: int
    on: date
    what: str
