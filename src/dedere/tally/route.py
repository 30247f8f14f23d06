"""What is counted: one route of one request, one assurance, one handover, without name or number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One legal route of a case, as far as it is counted; an empty string is *does not apply*.

    Attributes:
        track, stage: codes of the docket.
        direction: ``received`` where this State is asked, ``made`` where it asks.
        opened: year in which the route was opened.
        ground: the ground of the last refusal that stands.
        consent: ``given`` or ``not-given``; empty where the route asks for none.
        handed_over: year of the handover.
        operation: id of the published handover that the person was part of.
        aftercare: ``watched`` or ``ended``, of a person handed over.
        arrested, decided: year of the first arrest for it, and of the executive's decision, either way.
        days_to_decision, days_to_surrender: from the receipt of the request; None where a day is not on file.
        days_held: from the arrest to the decision; None likewise.
    """

    track: str
    direction: str
    opened: str
    stage: str
    ground: str = ""
    consent: str = ""
    handed_over: str = ""
    operation: str = ""
    aftercare: str = ""
    arrested: str = ""
    decided: str = ""
    days_to_decision: int | None = None
    days_to_surrender: int | None = None
    days_held: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The last standing of what was promised for one person on one subject.

    ``about`` is a code of the law room's assurances, ``standing`` one of
    ``given confirmed fulfilled breached withdrawn not-known``: the last where no paper shows that it covers
    this person.
    """

    about: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A handover whose number of persons is published: the day, the States, and the sources that say so."""

    id: str
    on: date
    giving: str
    receiving: str
    persons: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """All that is counted of a docket.

    ``persons`` is how many persons have a case; ``until`` the day of the last line that was counted;
    ``simulated`` whether an act among them was filed in a demonstration and did not happen.
    """

    home: str
    until: date | None
    persons: int
    simulated: bool
    routes: tuple[Route, ...]
    given: tuple[Given, ...]
    operations: tuple[Operation, ...]
