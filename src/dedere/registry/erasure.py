"""What a court orders erased: a line's text and salt go, its place, its leaf and its commitment stay.

Who recorded the line, and when, is kept in the ledger's row of it, which is drawn from the text no more.
"""

from __future__ import annotations

from collections.abc import Iterable

from dedere.docket import text
from dedere.docket.entries import Erased, Line, TextErased
from dedere.registry.models import EntryRow, JournalLine
from dedere.seal.leaf import commitment


def erase(stream: str, number: int) -> None:
    """Erase a line's text and salt; must run in the transaction that records the order."""
    row = JournalLine.objects.get(stream=stream, number=number)
    committed = commitment(bytes(row.salt), row.text)
    JournalLine.objects.filter(pk=row.pk).update(text="", salt=b"", commitment=committed)


def lines_of(rows: Iterable[tuple[int, str]]) -> tuple[Line, ...]:
    """Return the lines of one file, given each position and text, with a sign where one is erased."""
    told = list(rows)
    kept = {position: text.read(each) for position, each in told if each}
    if len(kept) == len(told):
        return tuple(kept.values())
    orders = {line.entry.line: line.entry for line in kept.values() if isinstance(line.entry, TextErased)}
    gone = EntryRow.objects.in_bulk([position for position, each in told if not each])
    return tuple(kept.get(position) or _sign(gone[position], orders) for position, _ in told)


def _sign(row: EntryRow, orders: dict[int, TextErased]) -> Line:
    ordered = orders[row.number]
    return Line(
        number=row.number,
        entry=Erased(court=ordered.court, order=ordered.order),
        occurred_at=row.occurred_at,
        recorded_at=row.recorded_at,
        by=row.by,
        second=row.second,
        simulated=row.simulated,
    )
