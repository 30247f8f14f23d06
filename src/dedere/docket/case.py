"""A case: one person, asked by one State of another, folded from its lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dedere.docket.entries import Charge, Corrected, Line
from dedere.docket.folds import fold_entry, settled
from dedere.docket.parts import (
    Custody,
    Document,
    FactKnown,
    NameKnown,
    OtherRequest,
    Proposal,
    Reminder,
    Stay,
    Track,
    Undertaking,
)
from dedere.docket.stage import TrackKind
from dedere.words import State

NOWHERE = State("ZZ")  # user-assigned in ISO 3166-1: a case before its first line


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The state of a case after its lines; a value, equal to any other fold of the same lines.

    Attributes:
        number: ``MX-2025-0001``: State, year, ordinal.
        version: number of its last line; 0 before the first.
        facts: by (fact, charge); the charge is empty for a fact of the person or the request.
        stays: every stay ever ordered; ``standing_stays`` are those in force.
        others: requests of other States for the same person.
        listed: the handover whose manifest names the person; empty when none does.
        handovers: every handover that the person was listed for, in order.
        struck: line number to the number of the correction that struck it.
        corrections: line number to the corrections that speak of it, striking or not.
    """

    number: str
    version: int = 0
    person: str = ""
    name_standing: str = "established"
    aliases: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    requesting: State = NOWHERE
    requested: State = NOWHERE
    other_number: str = ""
    note: str = ""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    tracks: tuple[Track, ...] = ()
    charges: tuple[Charge, ...] = ()
    facts: Mapping[tuple[str, str], FactKnown] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    stays: tuple[Stay, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    others: tuple[OtherRequest, ...] = ()
    custody: Custody = field(default_factory=Custody)
    consented_at: datetime | None = None
    proposals: tuple[Proposal, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    names: tuple[NameKnown, ...] = ()
    listed: str = ""
    handovers: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    struck: Mapping[int, int] = field(default_factory=dict)
    corrections: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def closed(self) -> bool:
        """Whether the case was closed; to be released is not to be closed."""
        return self.closed_at is not None

    @property
    def standing_stays(self) -> tuple[Stay, ...]:
        """The stays in force, in the order in which they were ordered."""
        return tuple(stay for stay in self.stays if stay.standing)

    def track(self, id: str) -> Track | None:
        """Return the track of that id, or None."""
        return next((track for track in self.tracks if track.id == id), None)

    def tracks_of(self, *kinds: TrackKind) -> tuple[Track, ...]:
        """Return the tracks of these kinds, in the order in which they were opened."""
        return tuple(track for track in self.tracks if track.kind in kinds)

    def stay(self, id: str) -> Stay | None:
        """Return the stay of that id, or None."""
        return next((stay for stay in self.stays if stay.id == id), None)

    def undertaking(self, id: str) -> Undertaking | None:
        """Return the undertaking of that id, or None."""
        return next((given for given in self.undertakings if given.id == id), None)

    def proposal(self, line: int) -> Proposal | None:
        """Return the proposal filed as that line and still awaiting a signature, or None."""
        return next((proposal for proposal in self.proposals if proposal.line == line), None)

    def after(self, line: Line) -> Case:
        """Return the case with one more line; a correction that strikes is folded anew."""
        if isinstance(line.entry, Corrected):
            return fold(self.number, (*self.lines, line))
        return replace(fold_entry(self, line), version=line.number, lines=(*self.lines, line))


def fold(number: str, lines: Iterable[Line]) -> Case:
    """Fold a case from its lines; struck lines stay visible and count for nothing."""
    lines = tuple(lines)
    struck = strikes(lines)
    case = Case(number=number)
    for line in lines:
        # A struck line counts for nothing, but the signature that it fulfilled stays given.
        case = settled(case, line) if line.number in struck else fold_entry(case, line)
    version = lines[-1].number if lines else 0
    return replace(case, version=version, lines=lines, struck=struck, corrections=_corrections(lines))


def strikes(lines: tuple[Line, ...]) -> dict[int, int]:
    """Map each struck line to the correction that struck it.

    Read from the last line back: a correction speaks only of earlier lines, so one that was
    itself struck strikes nothing, and what it had struck holds again.
    """
    struck: dict[int, int] = {}
    for line in reversed(lines):
        entry = line.entry
        if isinstance(entry, Corrected) and entry.strikes and line.number not in struck:
            struck[entry.line] = line.number
    return struck


def _corrections(lines: tuple[Line, ...]) -> dict[int, tuple[int, ...]]:
    spoken: dict[int, tuple[int, ...]] = {}
    for line in lines:
        if isinstance(line.entry, Corrected):
            spoken[line.entry.line] = (*spoken.get(line.entry.line, ()), line.number)
    return spoken
