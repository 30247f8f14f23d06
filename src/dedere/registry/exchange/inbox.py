"""Letters that came: what was seen before, the documents opened, which cases they are linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Exists, Max, OuterRef, QuerySet

from dedere.docket.sort import Sort, sort_of
from dedere.registry.exchange.drawn import key_of
from dedere.registry.models import AccordRow, CaseRow, HandoverRow, InboxPiece, InboxRow, LinkRow, ReceiptRow
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


def ours_of(theirs: Iterable[str]) -> dict[str, str]:
    """Return our numbers of those of their cases that are linked, by theirs."""
    return dict(LinkRow.objects.filter(their_case__in=list(theirs)).values_list("their_case", "case"))


def between(number: str) -> set[str]:
    """Return the two States that a file of ours is between; none where it isn't here."""
    match sort_of(number):
        case Sort.CASE:
            case = CaseRow.objects.filter(number=number).values_list("requesting", "requested")
            return set(case.first() or ())
        case Sort.HANDOVER:
            handover = HandoverRow.objects.filter(id=number).values_list("giving", "receiving")
            return set(handover.first() or ())
        case Sort.ACCORD:
            told = AccordRow.objects.filter(number=number).values_list("between", flat=True).first()
            return set((told or "").split())
        case _:
            return set()


def likely(state: str, home: str, *, named: str, theirs: str) -> str:
    """Return the file of ours that a letter is about: the one it names, or the only case that names its own.

    Only one between the two States, of the same sort, and that is no other file of theirs.
    """
    pair, linked = {state, home}, LinkRow.objects.filter(state=state).values("case")
    if sort_of(named) is sort_of(theirs) and between(named) == pair and not linked.filter(case=named):
        return named
    if sort_of(theirs) is not Sort.CASE:
        return ""
    rows = CaseRow.objects.filter(requesting__in=pair, requested__in=pair, other_number=theirs)
    numbers = list(rows.exclude(number__in=linked).values_list("number", flat=True)[:2])
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
