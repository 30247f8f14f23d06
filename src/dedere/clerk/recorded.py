"""What the docket records of a handover, told as claims can be compared with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dedere.claims.recorded import Recorded
from dedere.clerk.files import cases
from dedere.clerk.handovers import find_handover
from dedere.docket.case import Case
from dedere.docket.handover import Handover

DEATH = "death-penalty"


def record_of(number: str) -> Recorded | None:
    """Return the record of a handover of this docket, or None where there is no such handover."""
    handover = find_handover(number)
    if handover is None:
        return None
    people = cases(person.case for person in handover.active)
    return Recorded(
        number=number,
        on=handover.on,
        giving=handover.giving,
        receiving=handover.receiving,
        track=handover.basis,
        place=handover.place,
        cities=handover.destinations,
        persons=tuple((person.case, person.person) for person in handover.active),
        undertaken=tuple(_undertaken(people.values())),
        sources=_sources(handover),
    )


def _undertaken(people: Iterable[Case]) -> Iterator[date]:
    return (given.since.date() for case in people for given in case.undertakings if given.about == DEATH)


def _sources(handover: Handover) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for line in handover.lines for source in line.sources))
