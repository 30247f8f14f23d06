"""What a person says of a pair of records: read, fold, decide, append, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from dedere.clerk.files import NoSuchFile
from dedere.clerk.overtaken import overtaken, proposed
from dedere.docket.acts import Act
from dedere.docket.entries import Entry, Line, PairDecided
from dedere.docket.pairs import PairFile, countersign_pair, decide_pair, fold_pair
from dedere.docket.sort import Sort, sort_of
from dedere.persons.decided import Verdict
from dedere.persons.record import read_record
from dedere.registry import journal, matches, serials
from dedere.registry.commit import together
from dedere.registry.models import PairRow
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPair:
    """What was recorded, and the pair's file as it now stands."""

    file: PairFile
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What an officer says of a proposed pair, and what was on the page when it was said.

    ``wanted`` and ``register`` are the digests of the records shown, ``seen`` the version of the file.
    """

    verdict: Verdict
    reason: str
    wanted: str
    register: str
    seen: int


def pair_file(number: str) -> PairFile:
    """Return the file of a pair; raises NoSuchFile."""
    lines = journal.read(number) if sort_of(number) is Sort.PAIR else ()
    if not lines:
        raise NoSuchFile(number)
    return fold_pair(number, lines)


@together
def decide(
    key: str, saying: Saying, *, by: str, at: datetime, simulated: bool = False
) -> FiledPair | Refused:
    """Decide a pair that is in the queue, by its key, on the words that the officer saw.

    Returns ``Refused`` with ``pair-not-proposed`` where no run proposes it now, ``words-changed`` where a
    record says something else since, ``overtaken`` where another officer was faster, and what the docket
    refuses.
    """
    journal.hold()
    row = PairRow.objects.filter(key=key).first()
    if row is None:
        return Refused(code="pair-not-proposed")
    if (saying.wanted, saying.register) != (row.wanted_digest, row.register_digest):
        return Refused(code="words-changed")
    number = matches.number_of(key)
    file = pair_file(number) if number else PairFile(number="")
    return _filed(file, "decide-pair", _entry(row, saying), by, at, saying.seen, simulated or row.simulated)


@together
def file_pair(
    number: str, code: str, entry: Entry, *, by: str, at: datetime, seen: int, simulated: bool = False
) -> FiledPair | Refused:
    """File another act on a pair: undo what binds, or decline to sign; ``seen`` is the version shown."""
    journal.hold()
    return _filed(pair_file(number), code, entry, by, at, seen, simulated)


@together
def sign_pair(number: str, proposal: int, *, by: str, at: datetime, seen: int) -> FiledPair | Refused:
    """Sign, as the second officer, what was filed as line ``proposal``."""
    journal.hold()
    file = pair_file(number)
    if seen != file.version:
        return overtaken(number, file.lines, seen=seen, mine=proposed(file.lines, proposal))
    return _record(file, countersign_pair(file, proposal, by=by, at=at), at)


def _filed(
    file: PairFile, code: str, entry: Entry, by: str, at: datetime, seen: int, simulated: bool
) -> FiledPair | Refused:
    if file.lines and seen != file.version:
        return overtaken(file.number, file.lines, seen=seen, mine=entry)
    act = Act(code=code, entry=entry, occurred_at=at, simulated=simulated)
    return _record(file, decide_pair(file, act, by=by, at=at), at)


def _record(file: PairFile, lines: tuple[Line, ...] | Refused, at: datetime) -> FiledPair | Refused:
    if isinstance(lines, Refused):
        return lines
    number = file.number or next(serials.give(f"P-{timezone.localtime(at).year}"))
    after = fold_pair(number, (*file.lines, *lines))
    journal.append(number, lines, expected=file.version)
    matches.refresh_pair(after)
    return FiledPair(file=after, lines=lines)


def _entry(row: PairRow, saying: Saying) -> PairDecided:
    return PairDecided(
        wanted=read_record(row.wanted),
        held=read_record(row.held),
        verdict=saying.verdict.value,
        reason=saying.reason,
        run=row.run,
        seen=row.proposal,
    )
