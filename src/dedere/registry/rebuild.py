"""Draws every worklist anew from the journal, and says where what is stored differs, bit for bit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, Model, OuterRef, QuerySet

from dedere.docket import text
from dedere.docket.case import fold
from dedere.docket.handover import fold_handover
from dedere.docket.pairs import fold_pair
from dedere.docket.sort import LETTERS, Sort
from dedere.registry import accords, journal, matches, networks, worklists
from dedere.registry.compare import Difference, compare
from dedere.registry.drawn import draw
from dedere.registry.drawnhandover import handover_row, listed_rows
from dedere.registry.drawnmatches import decided_row, run_row
from dedere.registry.exchange.redrawn import redraw
from dedere.registry.insert import insert
from dedere.registry.models import (
    AccordRow,
    CaseRow,
    ClockRow,
    ColumnRow,
    DecidedRow,
    EntryRow,
    HandoverRow,
    InboxRow,
    JournalLine,
    LetterRow,
    LinkRow,
    ListedRow,
    NetworkRow,
    PairRow,
    PartyRow,
    ProposalRow,
    ReceiptRow,
    RunRow,
    TieRow,
    WordRow,
)

_BATCH = 500
_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild found: files read, rows that differ, and the first hundred differences.

    ``written`` says whether the rows now are what the journal says.
    """

    cases: int
    handovers: int
    pairs: int
    runs: int
    networks: int
    accords: int
    counterparts: int
    differing: int
    shown: tuple[Difference, ...]
    written: bool


class _Count:
    """Keeps a count of differences and the first of them, so that memory stays bounded."""

    def __init__(self) -> None:
        self.differing = 0
        self.shown: list[Difference] = []

    def take(self, found: Sequence[Difference]) -> bool:
        self.differing += len(found)
        self.shown.extend(found[: _SHOWN - len(self.shown)])
        return bool(found)


def rebuild(*, write: bool = True) -> Rebuilt:
    """Compare every worklist with the journal and, with ``write``, put right what differs.

    Works a batch of files at a time, each in a transaction that holds the journal.
    """
    count = _Count()
    cases = sum(_cases(batch, count, write) for batch in _streams(Sort.CASE))
    handovers = sum(_handover(id, count, write) for batch in _streams(Sort.HANDOVER) for id in batch)
    runs = sum(_runs(batch, count, write) for batch in _streams(Sort.RUN))
    loaded = sum(_networks(batch, count, write) for batch in _streams(Sort.NETWORK))
    kept = sum(_accords(batch, count, write) for batch in _streams(Sort.ACCORD))
    counterparts = sum(_exchanges(batch, count, write) for batch in _streams(Sort.EXCHANGE))
    pairs = sum(_pairs(batch, count, write) for batch in _streams(Sort.PAIR))
    _queue(count, write)
    _entries(count, write)
    _strays(count, write)
    return Rebuilt(
        cases=cases,
        handovers=handovers,
        pairs=pairs,
        runs=runs,
        networks=loaded,
        accords=kept,
        counterparts=counterparts,
        differing=count.differing,
        shown=tuple(count.shown),
        written=write,
    )


def _streams(sort: Sort) -> Iterator[list[str]]:
    """Yield the numbers of all files of one sort, in batches."""
    lines = JournalLine.objects.filter(number=1).order_by("position")
    for letter, other in LETTERS.items():
        if sort is other:
            lines = lines.filter(stream__startswith=f"{letter}-")
        elif sort is Sort.CASE:
            lines = lines.exclude(stream__startswith=f"{letter}-")
    after = 0
    while batch := list(lines.filter(position__gt=after).values_list("stream", "position")[:_BATCH]):
        yield [stream for stream, _ in batch]
        after = batch[-1][1]


@transaction.atomic
def _cases(numbers: Sequence[str], count: _Count, write: bool) -> int:
    journal.hold()
    positions = journal.starts(numbers)
    drawn = [draw(fold(n, lines), positions[n]) for n, lines in journal.read_all(numbers).items()]
    differs = [
        count.take(compare(CaseRow.objects.filter(number__in=numbers), [each.case for each in drawn])),
        count.take(compare(_of(ClockRow, numbers), (row for each in drawn for row in each.clocks))),
        count.take(compare(_of(ProposalRow, numbers), (row for each in drawn for row in each.proposals))),
        count.take(compare(_of(WordRow, numbers), (row for each in drawn for row in each.words))),
    ]
    if write and any(differs):
        worklists.write(drawn)
    return len(drawn)


def _of(model: type[Model], numbers: Sequence[str]) -> QuerySet[Model]:
    return model._default_manager.filter(case_id__in=numbers)


@transaction.atomic
def _handover(id: str, count: _Count, write: bool) -> int:
    journal.hold()
    handover = fold_handover(id, journal.read(id))
    cases = worklists.cases_of(person.case for person in handover.active)
    listed = listed_rows(handover, cases)
    own = handover_row(handover, journal.starts([id])[id], [row.gaps for row in listed])
    differs = [
        count.take(compare(ListedRow.objects.filter(handover_id=id), listed)),
        count.take(compare(HandoverRow.objects.filter(id=id), [own])),
    ]
    if write and any(differs):
        worklists.refresh_handover(handover, cases)
    return 1


@transaction.atomic
def _runs(numbers: Sequence[str], count: _Count, write: bool) -> int:
    positions = journal.starts(numbers)
    drawn = [run_row(n, lines[0], positions[n]) for n, lines in journal.read_all(numbers).items()]
    return _replace(RunRow, numbers, drawn, count, write)


@transaction.atomic
def _networks(numbers: Sequence[str], count: _Count, write: bool) -> int:
    positions = journal.starts(numbers)
    drawn = [networks.network_row(n, lines, positions[n]) for n, lines in journal.read_all(numbers).items()]
    return _replace(NetworkRow, numbers, drawn, count, write)


@transaction.atomic
def _accords(numbers: Sequence[str], count: _Count, write: bool) -> int:
    journal.hold()
    positions = journal.starts(numbers)
    files = accords.files(numbers)
    drawn = [accords.accord_row(file, positions[number]) for number, file in files.items()]
    columns = [row for file in files.values() for row in accords.column_rows(file)]
    stored = ColumnRow.objects.filter(accord__in=numbers)
    if count.take(compare(stored, columns)) and write:
        stored.delete()
        insert(ColumnRow, columns)
    return _replace(AccordRow, numbers, drawn, count, write)


@transaction.atomic
def _pairs(numbers: Sequence[str], count: _Count, write: bool) -> int:
    journal.hold()
    positions = journal.starts(numbers)
    files = [fold_pair(number, lines) for number, lines in journal.read_all(numbers).items()]
    return _replace(
        DecidedRow, numbers, [decided_row(file, positions[file.number]) for file in files], count, write
    )


def _exchanges(numbers: Sequence[str], count: _Count, write: bool) -> int:
    for found in (each for number in numbers for each in redraw(number, write=write)):
        count.take(found)
    return len(numbers)


def _replace(
    model: type[Model], numbers: Sequence[str], drawn: Sequence[Model], count: _Count, write: bool
) -> int:
    """Compare the rows of files that have one row each, and put them right."""
    stored = model._default_manager.filter(pk__in=numbers)
    if count.take(compare(stored, drawn)) and write:
        stored.delete()
        insert(model, drawn)
    return len(drawn)


def _queue(count: _Count, write: bool) -> None:
    for keys in matches.proposed_keys():
        with transaction.atomic():
            journal.hold()
            count.take(matches.place(keys, write=write))


def _entries(count: _Count, write: bool) -> None:
    for page in journal.pages():
        kept = [row for row in page if row.text]  # of an erased line the ledger's row is all that is left
        rows = [journal.entry_row(row, text.read(row.text)) for row in kept]
        stored = EntryRow.objects.filter(position__gte=page[0].position, position__lte=page[-1].position)
        stored = stored.exclude(position__in=[row.position for row in page if not row.text])
        if count.take(compare(stored, rows)) and write:
            with transaction.atomic():
                stored.delete()
                insert(EntryRow, rows)


def _strays(count: _Count, write: bool) -> None:
    """Find rows of files that the journal does not know."""
    for model, file in _FILES:
        known = JournalLine.objects.filter(stream=OuterRef(file), number=1)
        stray = model._default_manager.filter(~Exists(known))
        if count.take(compare(stray, ())) and write:
            stray.delete()
    beyond = EntryRow.objects.filter(position__gt=journal.head().size)
    if count.take(compare(beyond, ())) and write:
        beyond.delete()


_FILES: Iterable[tuple[type[Model], str]] = (
    (CaseRow, "number"),
    (ClockRow, "case_id"),
    (ProposalRow, "case_id"),
    (WordRow, "case_id"),
    (HandoverRow, "id"),
    (ListedRow, "handover_id"),
    (RunRow, "number"),
    (DecidedRow, "number"),
    (PairRow, "run"),
    (NetworkRow, "number"),
    (PartyRow, "network"),
    (TieRow, "network"),
    (AccordRow, "number"),
    (ColumnRow, "accord"),
    (LetterRow, "stream"),
    (InboxRow, "stream"),
    (LinkRow, "stream"),
    (ReceiptRow, "stream"),
)
