"""Both records of a case; what an officer takes over is an ordinary act, the letter its source."""

from __future__ import annotations

from datetime import datetime

from dedere.clerk.deciding import Filed
from dedere.clerk.files import case
from dedere.clerk.filing import file
from dedere.docket.exchange.compare import Compared, compare
from dedere.words import Refused


def both_records(number: str) -> Compared:
    """Return what both States say of a case; raises NoSuchFile."""
    return compare(case(number))


def accept(
    number: str, letter: str, line: int, *, by: str, at: datetime, seen: int | None = None
) -> Filed | Refused:
    """File the act that records as ours what line ``line`` of theirs says, with its letter as the source.

    It is judged as any act of ours is, and one of legal effect still awaits a second officer.
    """
    for offer in both_records(number).offers:
        if (offer.letter, offer.line.number) == (letter, line) and offer.act is not None:
            return file(number, offer.act, by=by, at=at, seen=seen)
    return Refused(code="no-such-offer")
