"""Both records of a file; what an officer takes over is an ordinary act, the letter its source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dedere.clerk.deciding import Filed
from dedere.clerk.files import case
from dedere.clerk.filing import file
from dedere.clerk.handovers import FiledHandover, file_handover, handover
from dedere.docket.acts import Act
from dedere.docket.exchange.compare import Compared, Offer, compare
from dedere.docket.exchange.steps import named, steps
from dedere.registry.exchange import inbox
from dedere.words import Refused

_NONE = Refused(code="no-such-offer")


def both_records(number: str) -> Compared:
    """Return what both States say of a case; raises NoSuchFile."""
    return compare(case(number))


def accept(
    number: str, letter: str, line: int, *, by: str, at: datetime, seen: int | None = None
) -> Filed | Refused:
    """File the act that records as ours what line ``line`` of theirs says, with its letter as the source.

    It is judged as any act of ours is, and one of legal effect still awaits a second officer.
    """
    act = _act(both_records(number).offers, letter, line)
    return file(number, act, by=by, at=at, seen=seen) if act else _NONE


def signed_by_them(id: str) -> tuple[Offer, ...]:
    """Return what the other State signed of a handover's legs and our record lacks; raises NoSuchFile."""
    found = handover(id)
    return steps(found, inbox.ours_of(named(found)))


def accept_step(
    id: str, letter: str, line: int, *, by: str, at: datetime, seen: int | None = None
) -> FiledHandover | Refused:
    """File the step that the other State signed: its signature is the letter, and the letter the source."""
    act = _act(signed_by_them(id), letter, line)
    return file_handover(id, act, by=by, at=at, seen=seen) if act else _NONE


def _act(offers: Iterable[Offer], letter: str, line: int) -> Act | None:
    found = (each for each in offers if (each.letter, each.line.number) == (letter, line))
    offer = next(found, None)
    return offer.act if offer else None
