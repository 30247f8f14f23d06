"""The pouch: the same envelopes and receipts as a file on a stick, with the same guarantees.

A line that names the form, one that says from whom to whom, then each thing with its length before it. The
pouch itself is trusted for nothing: all that it carries is signed, and the letters are sealed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from django.db import transaction

from dedere.clerk.exchange import receipts
from dedere.clerk.exchange.keys import keys
from dedere.clerk.exchange.spool import LONGEST, Unspooled, spooled
from dedere.clerk.exchange.taking import GATE, Answer, take
from dedere.registry import journal
from dedere.registry.exchange import dispatch, file, outbox
from dedere.registry.exchange.drawn import receipt_key
from dedere.registry.models import DispatchRow, ReceiptRow
from dedere.words import Refused, Unreadable
from dedere.words.canonical import canonical

MAGIC = b"dedere-pouch/1\n"
LETTER, RECEIPT = "letter", "receipt"
_LONGEST_LINE = 256
_LONGEST_RECEIPT = 16 << 10


class UnreadablePouch(Unreadable):
    """A file that is no pouch, is another State's, or ends in the middle; what stood before was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing out of a pouch: a letter or a receipt, and why it was not taken (empty where it was)."""

    kind: str
    fault: str = ""
    again: bool = False


def pack(state: str, *, at: datetime) -> Iterator[bytes]:
    """Yield a pouch for a State: its letters that are not answered, in their order, and our receipts."""
    rows = list(DispatchRow.objects.filter(state=state, standing=dispatch.DUE).order_by("lane", "sequence"))
    _relay(state, [row for row in rows if not row.receipt], at)
    yield MAGIC + canonical({"from": str(keys().state), "to": state}).encode() + b"\n"
    for row in rows:
        if not row.receipt and (length := outbox.length(row.key)):
            yield _head(LETTER, length)
            yield from outbox.envelope(row.key)
        elif (kept := ReceiptRow.objects.filter(digest=row.key).first()) is not None:
            raw = kept.text.encode()
            yield _head(RECEIPT, len(raw)) + raw
            dispatch.done(row.key)  # if the stick is lost, their letter comes again, and so does the receipt


def unpack(pouch: BinaryIO, *, at: datetime) -> Iterator[Item]:
    """Take what a pouch holds and yield what became of each thing; its receipts go with our next pouch.

    Raises UnreadablePouch.
    """
    sender = _opened(pouch)
    while line := pouch.readline(_LONGEST_LINE):
        head = _row(line)
        kind, length = head.get("kind"), head.get("length")
        if kind not in {LETTER, RECEIPT} or type(length) is not int or not 0 <= length <= LONGEST:
            raise _unreadable("an item in it is none")
        yield _item(pouch, kind, length, sender, at)


def _item(pouch: BinaryIO, kind: str, length: int, sender: str, at: datetime) -> Item:
    try:
        with spooled(pouch, length) as spool:
            spool.file.seek(0)
            if kind == LETTER:
                return _letter(spool.file, spool.digest, sender, at)
            return _receipt(spool.file, at)
    except Unspooled:
        raise _unreadable("it ends in the middle") from None


@transaction.atomic
def _relay(state: str, rows: list[DispatchRow], at: datetime) -> None:
    """Put on record, once for each letter, that it lies in a pouch."""
    journal.hold()
    letters = [letter for row in rows if (letter := outbox.letter(row.key)) is not None]
    entries = [entry for letter in letters for entry in receipts.relay(letter, at=at)]
    if entries:
        file.write(state, *entries, by=GATE, at=at)


def _head(kind: str, length: int) -> bytes:
    return canonical({"kind": kind, "length": length}).encode() + b"\n"


def _opened(pouch: BinaryIO) -> str:
    if pouch.read(len(MAGIC)) != MAGIC:
        raise _unreadable("it does not begin as a pouch of this version does")
    named = _row(pouch.readline(_LONGEST_LINE))
    ours = str(keys().state)
    if named.get("to") != ours:
        raise _unreadable(f"it is for {named.get('to')}, and this desk is {ours}")
    return str(named.get("from"))


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise _unreadable("a line of it cannot be read")
    return row


def _letter(spool: BinaryIO, digest: str, sender: str, at: datetime) -> Item:
    answer = take(spool, digest, at=at)
    _answer(answer, sender, at)
    return Item(kind=LETTER, fault=answer.fault, again=answer.again)


def _answer(answer: Answer, sender: str, at: datetime) -> None:
    """Queue the receipt for whoever sent the pouch; a refusal that left no line is not answered."""
    digest = receipt_key(answer.receipt)
    if ReceiptRow.objects.filter(digest=digest).exists():
        dispatch.add_receipt(digest, state=sender, at=at)


def _receipt(spool: BinaryIO, at: datetime) -> Item:
    raw = spool.read(_LONGEST_RECEIPT)
    try:
        kept = receipts.keep(raw.decode(), at=at)
    except UnicodeDecodeError:
        kept = Refused(code="receipt-not-believed")
    return Item(kind=RECEIPT, fault=kept.code if isinstance(kept, Refused) else "")


def _unreadable(what: str) -> UnreadablePouch:
    return UnreadablePouch(where="pouch", what=what, remedy="ask the other State for the pouch again")
