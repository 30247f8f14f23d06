"""The State that is asked: it opens each case, asks for a supplement, and orders the transfer."""

from __future__ import annotations

from dataclasses import replace

from dedere.clerk.exchange import said
from dedere.clerk.filing import open_case
from dedere.docket.acts import Act
from dedere.docket.entries import (
    CaseOpened,
    ChargesStated,
    Line,
    RequestReceived,
    SupplementReceived,
    SupplementRequested,
    SurrenderOrdered,
    TrackOpened,
)
from dedere.docket.exchange import message
from dedere.docket.exchange.compare import source_of
from dedere.docket.sort import Sort, sort_of
from dedere.docket.stage import TrackKind
from dedere.gate.pair.acting import FIRST, act, demand, now, on_case, take_over_record
from dedere.gate.pair.asking import TRACK
from dedere.registry.exchange import inbox
from dedere.registry.models import CaseRow, InboxRow

TRANSFER, BASIS, ARTICLE = "transfer", "mx-lsn-2005", "5"
MISSING = ("traducción de la acusación / translation of the charge",)
_OPENING = {CaseOpened: "open-case", TrackOpened: "open-track", ChargesStated: "state-charges"}


def receive() -> int:
    """Open a case for each request that waits, say which it is, and ask for what is missing."""
    waiting = [row for row in inbox.waiting() if sort_of(row.their_case) is Sort.CASE]
    for row in waiting:
        number = _open(row)
        demand(said.link(row.state, row.their_case, number, by=FIRST, at=now()))
        take_over_record(number)
        received = RequestReceived(office="central-authority", complete=False)
        on_case(number, act("receive-request", received, track=TRACK))
        on_case(number, act("request-supplement", SupplementRequested(missing=MISSING), track=TRACK))
    return len(waiting)


def order() -> int:
    """Record the supplements, and order each transfer by two officers; return how many."""
    numbers = list(CaseRow.objects.order_by("number").values_list("number", flat=True))
    for number in numbers:
        take_over_record(number)
        whole = SupplementReceived(office="central-authority", complete=True)
        on_case(number, act("receive-supplement", whole, track=TRACK))
        route = TrackOpened(
            track=TRANSFER, kind=TrackKind.NATIONAL_SECURITY_TRANSFER.value, basis=BASIS, article=ARTICLE
        )
        on_case(number, act("open-track", route))
        ordered = SurrenderOrdered(authority="SRE")
        on_case(number, act("order-surrender", ordered, track=TRANSFER))
    return len(numbers)


def _open(row: InboxRow) -> str:
    """Open our case of theirs, from what its letter tells."""
    told = message.read(inbox.message(row.key)).read_lines(row.state)
    source = source_of(row.key.partition("/")[2])
    acts = [_opening(line, row.their_case, source) for line in told if type(line.entry) in _OPENING]
    return demand(open_case(acts[0], *acts[1:], by=FIRST, at=now())).case.number


def _opening(line: Line, their_case: str, source: str) -> Act:
    entry = line.entry
    if isinstance(entry, CaseOpened):
        entry = replace(entry, other_number=their_case)
    return act(_OPENING[type(entry)], entry, sources=(*line.sources, source))
