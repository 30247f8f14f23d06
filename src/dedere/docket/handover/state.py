"""A handover: one operation, many persons, folded from its lines; a journey once made is never rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dedere.docket.entries import Line
from dedere.docket.handover.fold import fold_line
from dedere.docket.handover.parts import Go, Leg, Listed, Separation, Step
from dedere.docket.parts import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The state of a handover after its lines.

    ``persons`` holds everyone ever listed, struck or not; ``active`` those on the manifest now.
    ``moves`` are the days planned before the present one. ``corrections`` maps a line to those
    that speak of it; they change nothing else.
    """

    id: str
    version: int = 0
    title: str = ""
    on: date = date.min
    giving: str = ""
    receiving: str = ""
    basis: str = ""
    place: str = ""
    note: str = ""
    destinations: tuple[str, ...] = ()
    moves: tuple[date, ...] = ()
    persons: tuple[Listed, ...] = ()
    legs: tuple[Leg, ...] = ()
    separations: tuple[Separation, ...] = ()
    decision: Go | None = None
    proposals: tuple[Proposal, ...] = ()
    locked_at: datetime | None = None
    lines: tuple[Line, ...] = ()
    corrections: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def locked(self) -> bool:
        """Whether its records are locked."""
        return self.locked_at is not None

    @property
    def active(self) -> tuple[Listed, ...]:
        """The persons on the manifest, in the order in which they were listed."""
        return tuple(person for person in self.persons if person.step is not Step.STRUCK)

    @property
    def under_way(self) -> bool:
        """Whether anyone was ever given over."""
        return any(person.given_at for person in self.persons)

    def listed(self, case: str) -> Listed | None:
        """Return the person of that case, struck or not, or None."""
        return next((person for person in self.persons if person.case == case), None)

    def leg(self, id: str) -> Leg | None:
        """Return the leg of that id, or None."""
        return next((leg for leg in self.legs if leg.id == id), None)

    def aboard(self, leg: str) -> tuple[Listed, ...]:
        """Return the persons who have a place on the leg."""
        return tuple(person for person in self.active if person.leg == leg)

    def proposal(self, line: int) -> Proposal | None:
        """Return the proposal filed as that line and still awaiting a signature, or None."""
        return next((proposal for proposal in self.proposals if proposal.line == line), None)

    def after(self, line: Line) -> Handover:
        """Return the handover with one more line."""
        return fold_line(self, line)


def fold_handover(id: str, lines: Iterable[Line]) -> Handover:
    """Fold a handover from its lines."""
    handover = Handover(id=id)
    for line in lines:
        handover = handover.after(line)
    return handover
