"""A letter that was refused or given up: an officer has it sent anew, or written anew in its place."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dedere.clerk.exchange.keys import keys
from dedere.clerk.exchange.telling import ToTell, write
from dedere.docket.exchange.message import of_file
from dedere.docket.exchange.release import release
from dedere.registry import journal
from dedere.registry.exchange import dispatch, inbox, outbox
from dedere.registry.exchange.counterparts import correspondent
from dedere.registry.models import DispatchRow, LetterRow
from dedere.words import Refused


@transaction.atomic
def send_again(id: str, *, at: datetime) -> LetterRow | Refused:
    """Try the same bytes anew, from the first try."""
    journal.hold()
    letter = _held(id)
    if isinstance(letter, LetterRow):
        dispatch.resume(id, at)
    return letter


@transaction.atomic
def write_again(id: str, *, by: str, at: datetime) -> str | Refused:
    """Write a letter anew in the place of one that is held: a later day, today's keys, the same sequence.

    It tells the same lines as the file now has them. Returns the new letter's id. Where the one before had
    been taken after all, the other gate refuses this one as replayed, and nothing is told twice.
    """
    journal.hold()
    letter = _held(id)
    if isinstance(letter, Refused):
        return letter
    to = correspondent(letter.state)
    sealed_for = to.card.sealing_key(at) if to else None
    if to is None or sealed_for is None:
        return Refused(code="counterpart-not-trusted", facts={"state": letter.state})
    yours = inbox.their_number(letter.state, letter.case)
    released = release(journal.read(letter.case), letter.first - 1, letter.last)
    text = of_file(letter.kind, letter.case, yours, released).text()
    dispatch.done(id)
    to_tell = ToTell(
        to=to,
        sealed_for=sealed_for,
        case=letter.case,
        kind=letter.kind,
        first=letter.first,
        last=letter.last,
        text=text,
    )
    return write(keys(), to_tell, by=by, at=at, sequence=letter.sequence)


def _held(id: str) -> LetterRow | Refused:
    letter = outbox.letter(id)
    held = DispatchRow.objects.filter(key=id, standing=dispatch.HELD).exists()
    return letter if letter is not None and held else Refused(code="letter-not-held")
