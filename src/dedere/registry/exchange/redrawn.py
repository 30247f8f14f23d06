"""The rows of a counterpart's file drawn anew from the journal, a page of lines at a time."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, Model, OuterRef

from dedere.docket import text
from dedere.registry import journal
from dedere.registry.compare import Difference, compare
from dedere.registry.exchange import dispatch, file
from dedere.registry.exchange.drawn import DRAWN, counterpart_row, rows_of
from dedere.registry.insert import insert
from dedere.registry.models import CounterpartRow, DispatchRow, JournalLine, LetterRow, ReceiptRow
from dedere.seal.receipt import Event

_PAGE = 500


def redraw(stream: str, *, write: bool) -> Iterator[tuple[Difference, ...]]:
    """Yield what differs in each page of a counterpart's file and, with ``write``, put it right."""
    state, after = stream.partition("-")[2], 0
    with transaction.atomic():
        journal.hold()
        found = compare(CounterpartRow.objects.filter(state=state), _counterpart(state))
        if found and write:
            CounterpartRow.objects.filter(state=state).delete()
            insert(CounterpartRow, _counterpart(state))
        yield found
    while (numbers := _numbers(stream, after)) is not None:
        with transaction.atomic():
            yield _page(stream, *numbers, write=write)
        after = numbers[1]
    yield _unqueued(state, write=write)


def _counterpart(state: str) -> list[CounterpartRow]:
    known = file.counterpart(state)
    return [counterpart_row(known)] if known.card or known.awaiting else []


def _numbers(stream: str, after: int) -> tuple[int, int] | None:
    page = JournalLine.objects.filter(stream=stream, number__gt=after).order_by("number")
    numbers = list(page.values_list("number", flat=True)[:_PAGE])
    return (numbers[0], numbers[-1]) if numbers else None


def _page(stream: str, first: int, last: int, *, write: bool) -> tuple[Difference, ...]:
    lines = JournalLine.objects.filter(stream=stream, number__range=(first, last)).order_by("number")
    told = [text.read(each) for each in lines.values_list("text", flat=True)]
    rows = [row for line in told for row in rows_of(stream, line)]
    found: list[Difference] = []
    for model in DRAWN:
        drawn = [row for row in rows if type(row) is model]
        stored = model._default_manager.filter(stream=stream, line__range=(first, last))
        if (differs := compare(stored, drawn)) and write:
            _replace(model, stream, first, last, drawn)
        found += differs
    return tuple(found)


def _replace(model: type[Model], stream: str, first: int, last: int, drawn: list[Model]) -> None:
    model._default_manager.filter(stream=stream, line__range=(first, last)).delete()
    model._default_manager.filter(pk__in=[row.pk for row in drawn]).delete()  # one that strayed elsewhere
    insert(model, drawn)


@transaction.atomic
def _unqueued(state: str, *, write: bool) -> tuple[Difference, ...]:
    """Find letters that nobody answered and nothing is set to send."""
    journal.hold()
    answered = ReceiptRow.objects.filter(letter=OuterRef("id"), ours=False, rung__gte=Event.ACCEPTED.rung)
    queued = DispatchRow.objects.filter(key=OuterRef("id"))
    letters = LetterRow.objects.filter(~Exists(queued), ~Exists(answered), state=state)
    found = []
    for row in letters.order_by("case", "sequence"):
        found.append(Difference(table="DispatchRow", key=row.id, field="", stored="", drawn="there"))
        if write:
            dispatch.add_letter(row.id, state=state, case=row.case, sequence=row.sequence, at=row.written_at)
    return tuple(found)
