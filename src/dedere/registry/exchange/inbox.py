"""Letters that came: what was seen before, the documents opened, which cases they are linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Exists, Max, OuterRef, QuerySet

from dedere.registry.exchange.drawn import key_of
from dedere.registry.models import CaseRow, InboxPiece, InboxRow, LinkRow, ReceiptRow
from dedere.seal.letter import Address
from dedere.seal.order import Seen


def seen(state: str, address: Address) -> Seen:
    """Return what came before that bears on one letter: its id, and the last of its case."""
    row = InboxRow.objects.filter(key=key_of(state, address.id)).first()
    last = InboxRow.objects.filter(state=state, their_case=address.case).aggregate(n=Max("sequence"))["n"]
    return Seen(
        letters={address.id: row.digest} if row else {}, last={(address.sender, address.case): last or 0}
    )


def keep(key: str, pieces: Iterable[tuple[int, bytes]]) -> None:
    """Keep a letter's documents: the number of the part with each piece, in their order."""
    place, of = 0, -1
    for part, content in pieces:
        place, of = (place + 1, of) if part == of else (0, part)
        InboxPiece.objects.create(letter=key, part=part, place=place, content=content)


def part(key: str, number: int) -> Iterator[bytes]:
    """Yield a part of a letter, one piece in memory at a time."""
    rows = InboxPiece.objects.filter(letter=key, part=number).order_by("place")
    for place in range(rows.count()):
        yield bytes(rows.values_list("content", flat=True)[place])


def message(key: str) -> str:
    """Return a letter's message."""
    return b"".join(part(key, 0)).decode()


def link(state: str, their_case: str) -> str:
    """Return the number of our case that the counterpart's is; empty where none is."""
    found = LinkRow.objects.filter(key=key_of(state, their_case)).values_list("case", flat=True)
    return found.first() or ""


def their_number(state: str, case: str) -> str:
    """Return the counterpart's number of a case of ours; empty where it is not known."""
    return LinkRow.objects.filter(state=state, case=case).values_list("their_case", flat=True).first() or ""


def likely(state: str, home: str, *, named: str, their_case: str) -> str:
    """Return the case of ours that a letter is about: the one it names, or the only one that names its own.

    Only a case between the two States, and one that is no other case of theirs.
    """
    between = CaseRow.objects.filter(requesting__in=(state, home), requested__in=(state, home)).exclude(
        number__in=LinkRow.objects.filter(state=state).values("case")
    )
    if between.filter(number=named).exists():
        return named
    numbers = list(between.filter(other_number=their_case).values_list("number", flat=True)[:2])
    return numbers[0] if len(numbers) == 1 else ""


def waiting() -> QuerySet[InboxRow]:
    """Return the letters of cases that are not linked to one of ours, in the order in which they came."""
    linked = LinkRow.objects.filter(state=OuterRef("state"), their_case=OuterRef("their_case"))
    return InboxRow.objects.filter(~Exists(linked)).order_by("taken_at", "state", "line")


def of_case(state: str, their_case: str) -> tuple[InboxRow, ...]:
    """Return every letter of a case of theirs, in its order."""
    return tuple(InboxRow.objects.filter(state=state, their_case=their_case).order_by("sequence"))


def given(key: str) -> ReceiptRow | None:
    """Return the highest receipt that this State signed of a letter."""
    return ReceiptRow.objects.filter(letter=key, ours=True).order_by("-rung").first()
