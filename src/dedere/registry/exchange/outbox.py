"""Letters that this State wrote: which comes next of a case, their bytes, how far each came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Max, Q, QuerySet, Sum
from django.db.models.functions import Length

from dedere.registry.models import EnvelopePiece, LetterRow, ReceiptRow
from dedere.seal.receipt import Event

PIECE = 1 << 20


def letter(id: str) -> LetterRow | None:
    """Return a letter of ours, or None."""
    return LetterRow.objects.filter(id=id).first()


def receipted(state: str, *, digest: str, envelope: str) -> LetterRow | None:
    """Return the letter that a receipt speaks of: by its digest or, where it did not open, by its bytes."""
    which = Q(digest=digest) if digest else Q(envelope=envelope)
    return LetterRow.objects.filter(which, state=state).first()


def told(state: str, case: str) -> int:
    """Return the last line of a case of which the State was written to; 0 where it never was."""
    return _of_case(state, case).aggregate(Max("last"))["last__max"] or 0


def next_sequence(state: str, case: str) -> int:
    """Return the sequence of the next letter on a case."""
    return (_of_case(state, case).aggregate(Max("sequence"))["sequence__max"] or 0) + 1


def keep(id: str, envelope: Iterable[bytes]) -> None:
    """Keep an envelope's bytes in pieces of one MiB at most, as they come."""
    place, waiting = 0, bytearray()
    for chunk in envelope:
        waiting += chunk
        while len(waiting) >= PIECE:
            EnvelopePiece.objects.create(letter=id, place=place, content=bytes(waiting[:PIECE]))
            place, waiting = place + 1, waiting[PIECE:]
    EnvelopePiece.objects.create(letter=id, place=place, content=bytes(waiting))


def length(id: str) -> int:
    """Return how many bytes a letter's envelope has."""
    return EnvelopePiece.objects.filter(letter=id).aggregate(n=Sum(Length("content")))["n"] or 0


def envelope(id: str) -> Iterator[bytes]:
    """Yield a letter's envelope, one piece in memory at a time."""
    place = 0
    while (piece := _piece(id, place)) is not None:
        yield piece
        place += 1


def drop(id: str) -> None:
    """Take away an envelope's bytes: it was delivered, and its digest stays on record."""
    EnvelopePiece.objects.filter(letter=id).delete()


def rung(id: str) -> Event:
    """Return how far a letter came: the highest event of its receipts."""
    row = ReceiptRow.objects.filter(letter=id).order_by("-rung").first()
    return Event(row.event) if row else Event.SUBMITTED


def _of_case(state: str, case: str) -> QuerySet[LetterRow]:
    return LetterRow.objects.filter(state=state, case=case)


def _piece(id: str, place: int) -> bytes | None:
    found = EnvelopePiece.objects.filter(letter=id, place=place).values_list("content", flat=True).first()
    return None if found is None else bytes(found)
