"""What is due is sent: one pass, safe with several workers, in order, later each time it fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import transaction

from dedere.clerk.exchange import receipts
from dedere.clerk.exchange.taking import GATE
from dedere.docket.entries import LetterAbandoned
from dedere.registry.exchange import dispatch, file, outbox
from dedere.registry.exchange.counterparts import Correspondent, correspondents
from dedere.registry.models import DispatchRow, LetterRow, ReceiptRow
from dedere.seal.receipt import Event
from dedere.words import Refused


class Unreached(Exception):
    """The other gate did not answer, or not as a gate does; what is sent will be sent again."""


class Post(Protocol):
    """Carries bytes to a counterpart's gate and returns what it answered; raises Unreached."""

    def letter(self, to: Correspondent, envelope: Iterator[bytes], length: int) -> str:
        """Carry an envelope; return the receipt."""

    def receipt(self, to: Correspondent, signed: str) -> None:
        """Carry a receipt."""


@dataclass(slots=True, kw_only=True)
class Sent:
    """What one pass did: ``answered`` of those ``tried``; ``refused`` and ``abandoned`` await an officer."""

    tried: int = 0
    answered: int = 0
    refused: int = 0
    unreached: int = 0
    abandoned: int = 0


def send_due(post: Post, *, at: datetime, most: int = 100) -> Sent:
    """Send what is due at ``at`` to every State that is trusted and has an address; each thing once."""
    sent = Sent()
    to = {each.state: each for each in correspondents() if each.address}
    for row in dispatch.due(at, most=most, states=tuple(to)):
        if dispatch.claim(row, at):
            _send(post, to[row.state], row, sent, at)
    return sent


def _send(post: Post, to: Correspondent, row: DispatchRow, sent: Sent, at: datetime) -> None:
    letter = None if row.receipt else outbox.letter(row.key)
    if letter is not None and (reason := _spent(row, letter, at)):
        sent.abandoned += 1
        _abandon(letter, reason, row.tries, at)
        return
    sent.tried += 1
    try:
        if letter is None:
            post.receipt(to, ReceiptRow.objects.get(digest=row.key).text)
            dispatch.done(row.key)
            sent.answered += 1
        else:
            _letter(post, to, letter, sent, at)
    except Unreached as complaint:
        sent.unreached += 1
        dispatch.later(row.key, at, tries=row.tries, said=str(complaint)[:40])


def _letter(post: Post, to: Correspondent, letter: LetterRow, sent: Sent, at: datetime) -> None:
    signed = post.letter(to, outbox.envelope(letter.id), outbox.length(letter.id))
    told = receipts.keep(signed, at=at)
    if isinstance(told, Refused):
        raise Unreached(told.code)
    if told.event is not Event.REFUSED:
        sent.answered += 1
    elif told.fault in receipts.PASSING:
        raise Unreached(told.fault)
    else:
        sent.refused += 1


def _spent(row: DispatchRow, letter: LetterRow, at: datetime) -> str:
    if at >= letter.expires_at:
        return "expired"
    return "unanswered" if row.tries >= dispatch.MOST_TRIES else ""


@transaction.atomic
def _abandon(letter: LetterRow, reason: str, tries: int, at: datetime) -> None:
    """Try a letter no more, on record; an officer may have it tried anew."""
    file.write(letter.state, LetterAbandoned(letter=letter.id, reason=reason, tries=tries), by=GATE, at=at)
    dispatch.hold(letter.id, reason)
