"""Keeps a run of the matcher: its seal in the ledger, its proposals in the queue, no decision touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone

from dedere.docket.content import incomplete
from dedere.docket.entries import FileRead, Line, RunKept
from dedere.persons.decided import Pair
from dedere.persons.explained import Explained, Run
from dedere.persons.proposal import Band
from dedere.persons.record import write_record
from dedere.persons.told import write_proposal
from dedere.registry import journal, matches, serials
from dedere.registry.drawnmatches import run_row
from dedere.registry.models import DecidedRow, PairRow, RunRow
from dedere.words import Refused
from dedere.words.canonical import canonical

_BATCH = 2000


@transaction.atomic
def keep(
    run: Run, pairs: Iterable[Explained], *, by: str, at: datetime, simulated: bool = False
) -> RunRow | Refused:
    """Keep a run: what earlier runs of its two rolls proposed is replaced, what was decided is not.

    Reads ``pairs`` once, in bounded memory; pairs in the hidden band are left out. Refuses a run that
    does not say what it is (``content-missing``).
    """
    journal.hold()
    number = next(serials.give(f"R-{timezone.localtime(at).year}"))
    matches.clear(run.wanted_roll, run.register_roll)
    for rows in _rows(run, number, pairs, simulated):
        matches.propose(rows)
    entry = _sealed(run, number)
    if (refused := incomplete(entry)) is not None:
        transaction.set_rollback(True)
        return refused
    line = Line(number=1, entry=entry, occurred_at=at, recorded_at=at, by=by, simulated=simulated)
    (position,) = journal.append(number, (line,), expected=0)
    kept = run_row(number, line, position)
    kept.save(force_insert=True)
    return kept


def _rows(run: Run, number: str, pairs: Iterable[Explained], simulated: bool) -> Iterator[list[PairRow]]:
    files = matches.decided(run.wanted_roll, run.register_roll)
    shown = (each for each in pairs if each.proposal.band is not Band.HIDDEN)
    while batch := list(islice(shown, _BATCH)):
        yield [_row(run, number, each, files, simulated) for each in batch]


def _row(run: Run, number: str, each: Explained, files: Mapping[str, DecidedRow], simulated: bool) -> PairRow:
    pair = Pair(
        wanted_roll=run.wanted_roll,
        wanted_id=each.wanted.id,
        register_roll=run.register_roll,
        register_id=each.held.id,
    )
    row = PairRow(
        key=pair.key,
        run=number,
        **asdict(pair),
        band=each.proposal.band.value,
        bits=each.proposal.bits,
        probability=each.proposal.probability,
        wanted_name=each.wanted.name,
        register_name=each.held.name,
        wanted_digest=each.wanted.digest,
        register_digest=each.held.digest,
        wanted=write_record(each.wanted),
        held=write_record(each.held),
        proposal=write_proposal(each.proposal),
        simulated=simulated,
    )
    row.queue = matches.stands(row, files.get(pair.key))
    return row


def _sealed(run: Run, number: str) -> RunKept:
    counts = matches.bands(number)
    return RunKept(
        wanted_roll=run.wanted_roll,
        register_roll=run.register_roll,
        model=run.model,
        parameters=canonical(run.parameters),
        inputs=tuple(FileRead(**asdict(each)) for each in run.inputs),
        strong=counts[Band.STRONG.value],
        review=counts[Band.REVIEW.value],
        proposals=matches.seal_of(number),
    )
