"""What the other State is told: a letter beside the entry, written in the same transaction."""

from __future__ import annotations

import io
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings

from dedere.clerk.exchange.keys import Keys, find_keys
from dedere.docket.accords import AccordFile
from dedere.docket.case import Case
from dedere.docket.entries import LetterWritten, Line
from dedere.docket.exchange.message import of_file
from dedere.docket.exchange.release import release, tells
from dedere.docket.handover import Handover
from dedere.docket.sort import sort_of
from dedere.registry.exchange import dispatch, file, inbox, outbox
from dedere.registry.exchange.counterparts import Correspondent, correspondent
from dedere.seal import envelope, letter, note, receipt
from dedere.seal.envelope import Enclosed
from dedere.seal.letter import Address, Letter
from dedere.seal.opening import SealingKey
from dedere.seal.receipt import Event, Receipt

if TYPE_CHECKING:
    from hashlib import _Hash as Hash

MESSAGE, MEDIA = "message.json", "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """A letter to write: to whom, of which file and which of its lines, saying what."""

    to: Correspondent
    sealed_for: SealingKey
    case: str
    kind: str
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A file of which another State is told; ``yours`` is its number there, where somebody typed it."""

    number: str
    lines: tuple[Line, ...]
    state: str
    yours: str = ""


def tell(told: Told, fresh: Sequence[Line]) -> str:
    """Write to the other State of fresh lines of a file, where it is to be told; return the letter's id.

    Every line since the last letter goes with them, as far as it may cross. Runs in the transaction that
    appended the lines. Empty where there is nobody to tell, or nothing.
    """
    return tell_all(told, by=fresh[-1].by, at=fresh[-1].recorded_at) if tells(told.lines, fresh) else ""


def tell_all(told: Told, *, by: str, at: datetime) -> str:
    """Write to the other State all that it has not been told of a file and may be; return the letter's id."""
    keys, to = find_keys(), correspondent(told.state)
    sealed_for = to.card.sealing_key(at) if to else None
    if keys is None or to is None or sealed_for is None:
        return ""
    after = outbox.told(to.state, told.number)
    released = release(told.lines, after)
    if not released.lines:
        return ""
    message = of_file(sort_of(told.number).value, told.number, _yours(told), released)
    to_tell = ToTell(
        to=to,
        sealed_for=sealed_for,
        case=told.number,
        kind=message.kind,
        first=after + 1,
        last=len(told.lines),
        text=message.text(),
    )
    return write(keys, to_tell, by=by, at=at)


def of_case(case: Case) -> Told:
    """Return a case as it is told to the State that it is with."""
    state = _other(str(case.requesting), str(case.requested))
    return Told(number=case.number, lines=case.lines, state=state, yours=case.other_number)


def of_handover(handover: Handover) -> Told:
    """Return a handover as it is told to the State that gives, or that takes."""
    return Told(number=handover.id, lines=handover.lines, state=_other(handover.giving, handover.receiving))


def of_accord(file: AccordFile) -> Told:
    """Return an accord as it is told to the State that it is with."""
    return Told(number=file.number, lines=file.lines, state=_other(*file.recorded.between))


def _yours(told: Told) -> str:
    return inbox.their_number(told.state, told.number) or told.yours


def _other(*states: str) -> str:
    """Return the State of two that is not this desk's; empty where the file is not between us and another."""
    others = [state for state in states if state != settings.DEDERE_HOME]
    return others[0] if len(others) == 1 else ""


def write(keys: Keys, to_tell: ToTell, *, by: str, at: datetime, sequence: int = 0) -> str:
    """Sign, seal and queue a letter; ``sequence`` is given where it takes the place of one that failed."""
    state, number = to_tell.to.state, to_tell.case
    sequence = sequence or outbox.next_sequence(state, number)
    address = _address(keys, to_tell, sequence, at)
    content = to_tell.text.encode()
    part = letter.part(MESSAGE, MEDIA, io.BytesIO(content))
    written, signer, digest = Letter(address=address, parts=(part,)), keys.signer(at), sha256()
    sealed = envelope.seal(
        written,
        [Enclosed(part=part, open=lambda: io.BytesIO(content))],
        signer=signer,
        recipient=to_tell.sealed_for,
        secret=secrets.token_bytes(32),
    )
    outbox.keep(address.id, _hashed(sealed, digest))
    submitted = Receipt(
        event=Event.SUBMITTED, envelope=digest.hexdigest(), letter=written.digest(), by=keys.origin, at=at
    )
    entry = LetterWritten(
        letter=address.id,
        case=number,
        sequence=sequence,
        kind=to_tell.kind,
        first=to_tell.first,
        last=to_tell.last,
        note=note.sign(written.text(), signer),
        envelope=digest.hexdigest(),
        receipt=receipt.sign(submitted, signer),
    )
    file.write(state, entry, by=by, at=at)
    dispatch.add_letter(address.id, state=state, case=number, sequence=sequence, at=at)
    return address.id


def _hashed(pieces: Iterable[bytes], digest: Hash) -> Iterator[bytes]:
    for piece in pieces:
        digest.update(piece)
        yield piece


def _address(keys: Keys, to_tell: ToTell, sequence: int, at: datetime) -> Address:
    return Address(
        id=secrets.token_hex(16),
        sender=keys.origin,
        recipient=to_tell.to.card.origin,
        case=to_tell.case,
        sequence=sequence,
        kind=to_tell.kind,
        written_at=at,
        expires_at=at + timedelta(days=settings.DEDERE_LETTER_DAYS),
    )
