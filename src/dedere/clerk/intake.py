"""The import: rows become cases, and rows that come again update them; a broken row stops no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction

from dedere.clerk.bulk import open_many
from dedere.clerk.files import cases
from dedere.clerk.filing import Filed, file_all
from dedere.clerk.rows import BrokenRow, Wanted, read_rows
from dedere.clerk.tables import Table
from dedere.clerk.wanted import opening, update
from dedere.law.library import library
from dedere.registry import imported, journal
from dedere.registry.imported import Import
from dedere.words import Refused

BATCH = 500
OPENED, UPDATED, UNCHANGED = "opened", "updated", "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a row: the case's number and ``opened``, ``updated`` or ``unchanged``.

    In a preview the number is empty where a case would be opened.
    """

    wanted: Wanted
    number: str
    what: str


def preview(table: Table) -> Iterator[Taken | BrokenRow]:
    """Say what the import would do with each row, in order; write nothing.

    Raises UnreadableTable for a column that no case has.
    """
    for part in _parts(table):
        known = imported.known([row.key for row in part if isinstance(row, Wanted)])
        for row in part:
            yield row if isinstance(row, BrokenRow) else _foreseen(row, known.get(row.key))


def take(
    table: Table, *, by: str, at: datetime, simulated: bool = False, batch: int = BATCH
) -> Iterator[Taken | BrokenRow]:
    """Import a table and yield what became of each row, in order, once its batch is on disk.

    A batch is one transaction: after a crash the same file is imported again and nothing stands
    twice. Raises UnreadableTable before anything is written.
    """
    for part in _parts(table, batch):
        yield from _take_batch(part, by=by, at=at, simulated=simulated)


def _parts(table: Table, batch: int = BATCH) -> Iterator[list[Wanted | BrokenRow]]:
    rows = read_rows(table, library().facts)
    while part := list(islice(rows, batch)):
        yield part


def _foreseen(row: Wanted, known: Import | None) -> Taken:
    if known is None:
        return Taken(wanted=row, number="", what=OPENED)
    return Taken(wanted=row, number=known.stream, what=UNCHANGED if known.digest == row.digest else UPDATED)


@transaction.atomic
def _take_batch(
    part: Sequence[Wanted | BrokenRow], *, by: str, at: datetime, simulated: bool
) -> list[Taken | BrokenRow]:
    journal.hold()  # what is read of earlier imports stays true until this batch is on disk
    wanted = [row for row in part if isinstance(row, Wanted)]
    known = imported.known([row.key for row in wanted])
    results = {
        **_open([row for row in wanted if row.key not in known], by, at, simulated),
        **_update([row for row in wanted if row.key in known], known, by, at, simulated),
    }
    taken = [each for each in results.values() if isinstance(each, Taken) and each.what != UNCHANGED]
    imported.remember(
        (Import(key=each.wanted.key, stream=each.number, digest=each.wanted.digest) for each in taken), at=at
    )
    return [row if isinstance(row, BrokenRow) else results[row.key] for row in part]


def _open(rows: Sequence[Wanted], by: str, at: datetime, simulated: bool) -> dict[str, Taken | BrokenRow]:
    openings = (opening(row, at=at, simulated=simulated) for row in rows)
    filed = open_many(openings, by=by, at=at, batch=max(len(rows), 1))
    return {row.key: _taken(row, each, OPENED) for row, each in zip(rows, filed, strict=True)}


def _update(
    rows: Sequence[Wanted], known: Mapping[str, Import], by: str, at: datetime, simulated: bool
) -> dict[str, Taken | BrokenRow]:
    changed = [row for row in rows if known[row.key].digest != row.digest]
    found = cases(known[row.key].stream for row in changed)
    results: dict[str, Taken | BrokenRow] = {}
    for row in rows:
        number = known[row.key].stream
        acts = update(found[number], row, at=at, simulated=simulated) if number in found else ()
        if acts:
            results[row.key] = _taken(row, file_all(number, acts, by=by, at=at), UPDATED)
        else:
            results[row.key] = Taken(wanted=row, number=number, what=UNCHANGED)
    return results


def _taken(row: Wanted, filed: Filed | Refused, what: str) -> Taken | BrokenRow:
    if isinstance(filed, Refused):
        return BrokenRow(at=row.at, code=filed.code, facts=filed.facts, cells=row.cells, group="refused")
    return Taken(wanted=row, number=filed.case.number, what=what)
