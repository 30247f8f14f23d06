"""A letter that comes: proved to its last byte, then taken, told on its case and receipted at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from dedere.clerk.exchange.keys import Keys, keys
from dedere.clerk.exchange.said import say_on, tell_waiting
from dedere.docket.entries import CaseLinked, LetterRefused, LetterTaken
from dedere.docket.exchange import message
from dedere.docket.exchange.message import Message, UnreadableMessage
from dedere.docket.sort import exchange_of
from dedere.registry import journal
from dedere.registry.commit import together
from dedere.registry.exchange import counterparts, file, inbox, refusals
from dedere.registry.exchange.counterparts import Correspondent
from dedere.registry.exchange.drawn import key_of
from dedere.seal import envelope, order, receipt
from dedere.seal.envelope import Hands, Opened
from dedere.seal.order import Turn
from dedere.seal.receipt import Event, Receipt
from dedere.seal.unsealed import Fault, NotOpened

GATE = "gate"  # who recorded it: no officer did
LONGEST_MESSAGE = 4 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What goes back to the sender: a receipt as a signed note; ``fault`` is empty unless it is a refusal.

    ``again`` says that the letter had come before and that this is the receipt that stands.
    """

    receipt: str
    fault: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Arrived:
    """An envelope proved to its end: its bytes' digest, whose it is, and what it says."""

    digest: str
    sender: Correspondent
    opened: Opened
    said: Message

    @property
    def key(self) -> str:
        return key_of(self.sender.state, self.opened.letter.address.id)

    def receipt(self, event: Event, ours: Keys, at: datetime, fault: str = "") -> str:
        told = Receipt(
            event=event,
            envelope=self.digest,
            letter=self.opened.letter.digest(),
            by=ours.origin,
            at=at,
            fault=fault,
        )
        return receipt.sign(told, ours.signer(at))


def take(spool: BinaryIO, digest: str, *, at: datetime) -> Answer:
    """Take an envelope that lies in a file, whose SHA-256 is ``digest``, or refuse it; never raise for it.

    Nothing of it is recorded before its last byte was proved.
    """
    ours = keys()
    try:
        arrived = _prove(spool, digest, ours, at)
    except NotOpened as refused:
        return _unopened(refused.fault, digest, ours, at)
    return _record(arrived, spool, ours, at)


def _prove(spool: BinaryIO, digest: str, ours: Keys, at: datetime) -> _Arrived:
    opened = _open(spool, ours, at)
    said, parts = bytearray(), opened.letter.parts
    if not parts or parts[0].length > LONGEST_MESSAGE:
        raise NotOpened(Fault.TOO_LONG, "its message is longer than any that this desk reads")
    for part, piece in opened.pieces():
        if part is parts[0]:
            said += piece
    sender = counterparts.by_origin(opened.letter.address.sender)
    if sender is None:
        raise NotOpened(Fault.UNKNOWN_SENDER, "its sender is trusted no longer")
    return _Arrived(digest=digest, sender=sender, opened=opened, said=_understood(bytes(said), opened))


def _open(spool: BinaryIO, ours: Keys, at: datetime) -> Opened:
    spool.seek(0)
    hands = Hands(origin=ours.origin, keys=ours.openers(at), verifiers=counterparts.verifiers(at))
    return envelope.open_envelope(spool, hands, at=at)


def _understood(raw: bytes, opened: Opened) -> Message:
    address = opened.letter.address
    try:
        said = message.read(raw.decode())
    except (UnreadableMessage, UnicodeDecodeError):
        raise NotOpened(Fault.NOT_UNDERSTOOD, "its message is none of this version") from None
    if (said.kind, said.case) != (address.kind, address.case):
        raise NotOpened(Fault.NOT_UNDERSTOOD, "its message speaks of something else than its address")
    return said


@together
def _record(arrived: _Arrived, spool: BinaryIO, ours: Keys, at: datetime) -> Answer:
    journal.hold()
    address, state = arrived.opened.letter.address, arrived.sender.state
    turn = order.turn(address, arrived.opened.letter.digest(), inbox.seen(state, address))
    if turn is Turn.TAKE:
        return _taken(arrived, spool, ours, at)
    given = inbox.given(arrived.key) if turn is Turn.AGAIN else None
    if given is not None:
        return Answer(receipt=given.text, again=True)
    signed = arrived.receipt(Event.REFUSED, ours, at, fault=turn.value)
    _refused(state, arrived.digest, arrived.opened.letter.digest(), turn.value, signed, at)
    return Answer(receipt=signed, fault=turn.value)


def _taken(arrived: _Arrived, spool: BinaryIO, ours: Keys, at: datetime) -> Answer:
    address, state = arrived.opened.letter.address, arrived.sender.state
    linked = inbox.link(state, address.case)
    named = arrived.said.your_case
    case = linked or inbox.likely(state, str(ours.state), named=named, theirs=address.case)
    event = Event.DELIVERED if case else Event.ACCEPTED
    signed = arrived.receipt(event, ours, at)
    entry = LetterTaken(
        letter=address.id,
        their_case=address.case,
        sequence=address.sequence,
        kind=address.kind,
        note=arrived.opened.note,
        envelope=arrived.digest,
        event=event.value,
        receipt=signed,
    )
    link = (CaseLinked(their_case=address.case, case=case),) if case and not linked else ()
    file.write(state, entry, *link, by=GATE, at=at)
    _keep(arrived, spool, ours, at)
    if link:
        tell_waiting(ours, state, address.case, case, by=GATE, at=at)
    if case:
        say_on(case, arrived.key, arrived.said, at=at)
    return Answer(receipt=signed)


def _keep(arrived: _Arrived, spool: BinaryIO, ours: Keys, at: datetime) -> None:
    """Open it once more and keep its documents, a piece in memory at a time."""
    opened = _open(spool, ours, at)
    numbers = {part.name: number for number, part in enumerate(opened.letter.parts)}
    inbox.keep(arrived.key, ((numbers[part.name], piece) for part, piece in opened.pieces()))


@together
def _unopened(fault: Fault, digest: str, ours: Keys, at: datetime) -> Answer:
    """Refuse what did not open: whose it was cannot be known, so it stands on this State's own file."""
    journal.hold()
    told = Receipt(event=Event.REFUSED, envelope=digest, letter="", by=ours.origin, at=at, fault=fault.value)
    signed = receipt.sign(told, ours.signer(at))
    _refused(str(ours.state), digest, "", fault.value, signed, at)
    return Answer(receipt=signed, fault=fault.value)


def _refused(state: str, digest: str, letter: str, fault: str, signed: str, at: datetime) -> None:
    """Put a refusal on record: so many an hour leave a line, the rest are counted, and the disk is safe."""
    unsaid = refusals.count(exchange_of(state), at)
    if unsaid is None:
        return
    entry = LetterRefused(envelope=digest, fault=fault, receipt=signed, letter=letter, unsaid=unsaid)
    file.write(state, entry, by=GATE, at=at)
