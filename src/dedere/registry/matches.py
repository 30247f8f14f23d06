"""Writes what a run proposed and what was decided, in the transaction that appends the lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from django.db.models import Count

from dedere.docket.pairs import PairFile
from dedere.persons.decided import Decision, queue
from dedere.persons.proposal import Band
from dedere.registry import journal
from dedere.registry.compare import Difference
from dedere.registry.drawnmatches import decided_row, decision_of
from dedere.registry.insert import insert
from dedere.registry.models import DecidedRow, PairRow, RunRow

_PAGE = 900  # an older SQLite takes 999 values in one statement


def number_of(key: str) -> str:
    """Return the number of the pair's file, or an empty text where it has none yet."""
    return DecidedRow.objects.filter(key=key).values_list("number", flat=True).first() or ""


def decided(wanted_roll: str, register_roll: str) -> dict[str, DecidedRow]:
    """Return every pair of two rolls that has a file, by the pair's key."""
    rows = DecidedRow.objects.filter(wanted_roll=wanted_roll, register_roll=register_roll)
    return {row.key: row for row in rows}


def binding() -> Iterator[Decision]:
    """Yield every decision that binds, in the order of its pair."""
    rows = DecidedRow.objects.exclude(verdict="")
    for row in rows.order_by("wanted_roll", "wanted_id", "register_roll", "register_id").iterator(_PAGE):
        if (decision := decision_of(row)) is not None:
            yield decision


def stands(row: PairRow, file: DecidedRow | None) -> str:
    """Return the queue in which a proposed pair stands; ``file`` is the pair's, if it has one."""
    return queue(
        Band(row.band),
        decision_of(file) if file else None,
        wanted=row.wanted_digest,
        register=row.register_digest,
        awaiting=bool(file and file.awaiting),
    ).value


def refresh_pair(file: PairFile) -> None:
    """Write a pair's row anew, and where it stands in the queue."""
    row = decided_row(file, journal.starts([file.number])[file.number])
    row.save()
    place([row.key])


def place(keys: Sequence[str], *, write: bool = True) -> tuple[Difference, ...]:
    """Put these pairs into the queues where they belong; return those that stood elsewhere."""
    files = {row.key: row for row in DecidedRow.objects.filter(key__in=keys)}
    found = []
    for row in PairRow.objects.filter(key__in=keys).defer("wanted", "held", "proposal"):
        if (belongs := stands(row, files.get(row.key))) != row.queue:
            found.append(
                Difference(table="PairRow", key=row.key, field="queue", stored=row.queue, drawn=belongs)
            )
            if write:
                PairRow.objects.filter(key=row.key).update(queue=belongs)
    return tuple(found)


def proposed_keys(*, page: int = _PAGE) -> Iterator[list[str]]:
    """Yield the keys of all pairs in the queue, a page at a time."""
    keys = PairRow.objects.order_by("key").values_list("key", flat=True)
    after = ""
    while found := list(keys.filter(key__gt=after)[:page]):
        yield found
        after = found[-1]


def latest_run(wanted_roll: str, register_roll: str) -> RunRow | None:
    """Return the latest run of two rolls, or None where there was none."""
    rows = RunRow.objects.filter(wanted_roll=wanted_roll, register_roll=register_roll)
    return rows.order_by("-position").first()


def clear(wanted_roll: str, register_roll: str) -> None:
    """Take away what earlier runs of these two rolls proposed; what was decided stays."""
    PairRow.objects.filter(wanted_roll=wanted_roll, register_roll=register_roll).delete()


def propose(rows: Iterable[PairRow]) -> None:
    """Add rows to the queue."""
    insert(PairRow, rows)


def bands(run: str) -> Counter[str]:
    """Count what a run proposed, by band."""
    return Counter(dict(PairRow.objects.filter(run=run).values_list("band").annotate(Count("key"))))


def seal_of(run: str) -> str:
    """Return the SHA-256 of all that a run proposed, pair by pair in the order of their keys.

    It covers both records' digests and the whole proposal, and can be worked out again at any time while
    the run is the latest of its two rolls.
    """
    seal = sha256()
    rows = PairRow.objects.filter(run=run).order_by("key")
    for told in rows.values_list("key", "wanted_digest", "register_digest", "proposal").iterator(_PAGE):
        seal.update("\n".join((*told, "")).encode())
    return seal.hexdigest()
