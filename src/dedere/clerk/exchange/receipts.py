"""A receipt that comes: proved, matched to the letter that it speaks of, kept once."""

from __future__ import annotations

from datetime import datetime

from dedere.clerk.exchange.keys import keys
from dedere.clerk.exchange.taking import GATE
from dedere.docket.entries import Entry, ReceiptGiven, ReceiptKept
from dedere.registry import journal
from dedere.registry.commit import together
from dedere.registry.exchange import counterparts, dispatch, file, outbox
from dedere.registry.exchange.drawn import receipt_key
from dedere.registry.models import LetterRow, ReceiptRow
from dedere.seal import receipt
from dedere.seal.order import Turn
from dedere.seal.receipt import Event, Receipt
from dedere.seal.unsealed import NotOpened
from dedere.words import Refused

# Refusals that pass of themselves: the letters before this one come, and it is taken when it comes again.
PASSING = frozenset({Turn.EARLY.value})


@together
def keep(signed: str, *, at: datetime) -> Receipt | Refused:
    """Keep a receipt of one of our letters; the same one once.

    A refusal of other bytes than ours is not kept: they were changed on the way, and go again.
    """
    journal.hold()
    try:
        told = receipt.read(signed, dict(counterparts.verifiers(at)))
    except NotOpened as refused:
        return Refused(code="receipt-not-believed", facts={"fault": refused.fault.value})
    by = counterparts.by_origin(told.by)
    row = outbox.receipted(by.state, digest=told.letter, envelope=told.envelope) if by else None
    if row is None or (told.event is Event.REFUSED and told.envelope != row.envelope):
        return Refused(code="receipt-of-other-bytes")
    if entries := (*relay(row, at=at), *_new(row, told, signed)):
        file.write(row.state, *entries, by=GATE, at=at)
    _settle(row, told)
    return told


def relay(row: LetterRow, *, at: datetime) -> tuple[Entry, ...]:
    """Return the entry that says a letter was put on the wire or the stick; none after the first time."""
    if not dispatch.relayed(row.id, at):
        return ()
    ours = keys()
    told = Receipt(event=Event.RELAYED, envelope=row.envelope, letter=row.digest, by=ours.origin, at=at)
    signed = receipt.sign(told, ours.signer(at))
    return (ReceiptGiven(letter=row.id, event=Event.RELAYED.value, receipt=signed),)


def _new(row: LetterRow, told: Receipt, signed: str) -> list[Entry]:
    """Return the receipt's entry, unless it is on file; a passing refusal is put on record once."""
    if ReceiptRow.objects.filter(digest=receipt_key(signed)).exists():
        return []
    if told.fault in PASSING and ReceiptRow.objects.filter(letter=row.id, fault=told.fault).exists():
        return []
    return [ReceiptKept(letter=row.id, event=told.event.value, receipt=signed, fault=told.fault)]


def _settle(row: LetterRow, told: Receipt) -> None:
    if told.event is Event.REFUSED:
        if told.fault not in PASSING:
            dispatch.hold(row.id, told.fault)
        return
    dispatch.done(row.id)
    if told.event.rung >= Event.DELIVERED.rung:
        outbox.drop(row.id)
