"""Another State, played in memory for training and tests: it proves, receipts, keeps order, and answers.

It records what it is told as its own, but for the kinds of entries that it is asked to leave out, and tells
its record back: so that an officer sees two records that agree, or differ where it was made to.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from dedere.docket.exchange import message
from dedere.docket.exchange.message import Message
from dedere.seal import envelope, letter, order, receipt, trust
from dedere.seal.envelope import Enclosed, Hands, Opened
from dedere.seal.letter import Address, Letter
from dedere.seal.note import Signer
from dedere.seal.opening import OpeningKey
from dedere.seal.order import Seen, Turn
from dedere.seal.receipt import Event, Receipt
from dedere.seal.trust import Card, Term
from dedere.seal.unsealed import NotOpened
from dedere.words import State

_YEAR = timedelta(days=365)
Dice = Callable[[int], bytes]


@dataclass(slots=True, kw_only=True)
class File:
    """What the State played has of one case: its own number, the other's, its lines, how many it told."""

    number: str
    theirs: str
    kind: str = "case"
    lines: list[Mapping[str, Any]] = field(default_factory=list)
    told: int = 0
    letters: int = 0


class Played:
    """A State that lives as long as its process; ``without`` names the entries that it does not record."""

    def __init__(
        self,
        state: str,
        origin: str,
        *,
        at: datetime,
        without: Sequence[str] = (),
        dice: Dice = secrets.token_bytes,
    ) -> None:
        self.state, self.origin, self.without, self._dice = State(state), origin, frozenset(without), dice
        self._signer, self._opening = Signer(origin, dice(32)), OpeningKey(dice(96))
        span = Term(since=at - _YEAR, until=at + _YEAR)
        self.card = Card(
            origin=origin,
            state=self.state,
            issue=1,
            written_at=at,
            signing=((self._signer.verifier(), span),),
            sealing=((self._opening.sealing(), span),),
        )
        self.files: dict[str, File] = {}
        self.kept: list[Receipt] = []
        self._desk: Card | None = None
        self._receipts: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self._last: dict[tuple[str, str], int] = {}

    def signed_card(self) -> str:
        """Return its card as it is given to the desk."""
        return trust.sign(self.card, self._signer)

    def believe(self, signed: str) -> None:
        """Trust a desk's card unheard: this State is played, and nothing in it is real."""
        self._desk = trust.first(signed)

    def take(self, raw: bytes, at: datetime) -> str:
        """Take an envelope and return the receipt, or the refusal, as a signed note."""
        digest = sha256(raw).hexdigest()
        try:
            opened = envelope.open_envelope(io.BytesIO(raw), self._hands(at), at=at)
            said = b"".join(piece for part, piece in opened.pieces() if part is opened.letter.parts[0])
            told = message.read(said.decode())
        except NotOpened as refused:
            return self._sign(Event.REFUSED, digest, "", at, refused.fault.value)
        return self._turn(opened, told, digest, at)

    def keep(self, signed: str, at: datetime) -> Receipt:
        """Keep a receipt of the desk; raises NotOpened."""
        told = receipt.read(signed, dict(self._hands(at).verifiers))
        self.kept.append(told)
        return told

    def answers(self, at: datetime) -> list[bytes]:
        """Return an envelope for each case of which it has something to tell, and count it as told."""
        fresh = [each for each in self.files.values() if len(each.lines) > each.told]
        return [self._tell(each, at) for each in fresh]

    def _hands(self, at: datetime) -> Hands:
        desk = self._desk
        return Hands(
            origin=self.origin,
            keys={self._opening.sealing().name: self._opening},
            verifiers={desk.origin: desk.verifiers(at)} if desk else {},
        )

    def _turn(self, opened: Opened, told: Message, digest: str, at: datetime) -> str:
        address, of = opened.letter.address, opened.letter.digest()
        turn = order.turn(address, of, Seen(letters=self._seen, last=self._last))
        if turn is Turn.AGAIN:
            return self._receipts[address.id]
        if turn is not Turn.TAKE:
            return self._sign(Event.REFUSED, digest, of, at, turn.value)
        self._seen[address.id] = of
        self._last[address.sender, address.case] = address.sequence
        self._record(told)
        self._receipts[address.id] = self._sign(Event.DELIVERED, digest, of, at)
        return self._receipts[address.id]

    def _record(self, told: Message) -> None:
        number = told.your_case or f"{self.state}-1900-{len(self.files) + 1:04d}"
        file = self.files.setdefault(told.case, File(number=number, theirs=told.case, kind=told.kind))
        for line in told.lines:
            if line["entry"]["code"] not in self.without:
                file.lines.append({**line, "number": len(file.lines) + 1, "sources": []})

    def _sign(self, event: Event, digest: str, of: str, at: datetime, fault: str = "") -> str:
        told = Receipt(event=event, envelope=digest, letter=of, by=self.origin, at=at, fault=fault)
        return receipt.sign(told, self._signer)

    def _tell(self, file: File, at: datetime) -> bytes:
        desk = self._desk
        sealed_for = desk.sealing_key(at) if desk else None
        if desk is None or sealed_for is None:
            raise ValueError("no desk's card is trusted, or all its keys have ended")
        lines = tuple(file.lines[file.told :])
        file.told, file.letters = len(file.lines), file.letters + 1
        text = Message(kind=file.kind, case=file.number, your_case=file.theirs, lines=lines).text().encode()
        part = letter.part("message.json", "application/json", io.BytesIO(text))
        address = Address(
            id=self._dice(16).hex(),
            sender=self.origin,
            recipient=desk.origin,
            case=file.number,
            sequence=file.letters,
            kind=file.kind,
            written_at=at,
            expires_at=at + timedelta(days=30),
        )
        enclosed = Enclosed(part=part, open=lambda: io.BytesIO(text))
        pieces = envelope.seal(
            Letter(address=address, parts=(part,)),
            [enclosed],
            signer=self._signer,
            recipient=sealed_for,
            secret=self._dice(32),
        )
        return b"".join(pieces)
