"""The rows that a line of a counterpart's file comes to: a function of the line and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from django.db.models import Model

from dedere.docket.entries import (
    CaseLinked,
    LetterRefused,
    LetterTaken,
    LetterWritten,
    Line,
    ReceiptGiven,
    ReceiptKept,
)
from dedere.docket.exchange.counterpart import Counterpart
from dedere.registry.models import CounterpartRow, InboxRow, LetterRow, LinkRow, ReceiptRow
from dedere.seal import letter, note
from dedere.seal.receipt import Event

DRAWN: tuple[type[Model], ...] = (LetterRow, InboxRow, LinkRow, ReceiptRow)


def key_of(state: str, id: str) -> str:
    """Return the key of what the counterpart numbers: its State and its own number."""
    return f"{state}/{id}"


def counterpart_row(file: Counterpart) -> CounterpartRow:
    """Draw the row of a counterpart."""
    return CounterpartRow(
        state=file.state,
        origin=file.origin,
        card=file.card,
        address=file.address,
        certificate=file.certificate,
        trusted_at=file.trusted_at,
        ended_at=file.ended_at,
        awaiting=file.awaiting.line if file.awaiting else 0,
    )


def rows_of(stream: str, line: Line) -> Iterator[Model]:
    """Draw the rows of one line of the file ``stream``."""
    state = stream.partition("-")[2]
    match line.entry:
        case LetterWritten() as entry:
            yield _letter(stream, state, line.number, entry)
            yield _receipt(stream, line, entry.letter, Event.SUBMITTED.value, entry.receipt)
        case LetterTaken() as entry:
            yield _taken(stream, state, line, entry)
            yield _receipt(stream, line, key_of(state, entry.letter), entry.event, entry.receipt)
        case LetterRefused() as entry:
            yield _receipt(stream, line, "", Event.REFUSED.value, entry.receipt, fault=entry.fault)
        case ReceiptGiven() as entry:
            yield _receipt(stream, line, entry.letter, entry.event, entry.receipt)
        case ReceiptKept() as entry:
            yield _receipt(
                stream, line, entry.letter, entry.event, entry.receipt, fault=entry.fault, ours=False
            )
        case CaseLinked() as entry:
            yield LinkRow(
                key=key_of(state, entry.their_case),
                stream=stream,
                line=line.number,
                state=state,
                their_case=entry.their_case,
                case=entry.case,
            )


def receipt_key(signed: str) -> str:
    """Return the key of a receipt: the SHA-256 of its text, whoever signed it."""
    return sha256(note.text_of(signed).encode()).hexdigest()


def _letter(stream: str, state: str, line: int, entry: LetterWritten) -> LetterRow:
    written = letter.read(note.text_of(entry.note))
    return LetterRow(
        id=entry.letter,
        stream=stream,
        line=line,
        state=state,
        case=entry.case,
        sequence=entry.sequence,
        kind=entry.kind,
        first=entry.first,
        last=entry.last,
        digest=written.digest(),
        envelope=entry.envelope,
        written_at=written.address.written_at,
        expires_at=written.address.expires_at,
    )


def _taken(stream: str, state: str, line: Line, entry: LetterTaken) -> InboxRow:
    return InboxRow(
        key=key_of(state, entry.letter),
        stream=stream,
        line=line.number,
        state=state,
        their_case=entry.their_case,
        sequence=entry.sequence,
        kind=entry.kind,
        digest=letter.read(note.text_of(entry.note)).digest(),
        envelope=entry.envelope,
        taken_at=line.recorded_at,
    )


def _receipt(
    stream: str, line: Line, of: str, event: str, signed: str, *, fault: str = "", ours: bool = True
) -> ReceiptRow:
    return ReceiptRow(
        digest=receipt_key(signed),
        stream=stream,
        line=line.number,
        state=stream.partition("-")[2],
        ours=ours,
        letter=of,
        event=event,
        rung=Event(event).rung,
        fault=fault,
        text=signed,
        at=line.recorded_at,
    )
