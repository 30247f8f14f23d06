"""The file of what passes between us and one State: lines appended with the rows that are drawn from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from dedere.docket import text
from dedere.docket.entries import Entry, Line
from dedere.docket.exchange.counterpart import FOLDED, Counterpart, fold_counterpart
from dedere.docket.sort import exchange_of
from dedere.registry import journal
from dedere.registry.exchange.drawn import counterpart_row, rows_of
from dedere.registry.insert import insert
from dedere.registry.models import EntryRow, JournalLine

_KINDS = tuple(kind.code for kind in FOLDED)


def counterpart(state: str) -> Counterpart:
    """Return a counterpart's file as it stands, folded from the few of its lines that are of its trust."""
    stream = exchange_of(state)
    places = EntryRow.objects.filter(stream=stream, kind__in=_KINDS).values_list("position", flat=True)
    texts = JournalLine.objects.filter(position__in=list(places)).order_by("number")
    file = fold_counterpart(state, (text.read(each) for each in texts.values_list("text", flat=True)))
    return replace(file, version=version(state))


def version(state: str) -> int:
    """Return the number of the last line of the file; 0 where there is none."""
    stream = exchange_of(state)
    return journal.versions([stream]).get(stream, 0)


def write(state: str, *entries: Entry, by: str, at: datetime, simulated: bool = False) -> tuple[Line, ...]:
    """Append entries of one instant to the file of a State, and draw their rows; holds the journal."""
    journal.hold()
    last = version(state)
    lines = tuple(
        Line(number=number, entry=entry, occurred_at=at, recorded_at=at, by=by, simulated=simulated)
        for number, entry in enumerate(entries, last + 1)
    )
    append(state, lines)
    return lines


def append(state: str, lines: Sequence[Line]) -> None:
    """Append lines that were decided; raises Overtaken."""
    stream = exchange_of(state)
    journal.append(stream, lines, expected=lines[0].number - 1)
    for row in (row for line in lines for row in rows_of(stream, line)):
        insert(type(row), [row])
    if any(isinstance(line.entry, FOLDED) for line in lines):
        counterpart_row(counterpart(state)).save()
