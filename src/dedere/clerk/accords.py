"""Acts on the ledger of two States: read, fold, decide, append, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from dedere.accords.followup import FollowUp, Kept, follow_up
from dedere.clerk.exchange.telling import of_accord, tell
from dedere.clerk.files import NoSuchFile
from dedere.clerk.overtaken import overtaken, proposed
from dedere.docket.accords import AccordFile, countersign_accord, decide_accord, digest_of, fold_accord
from dedere.docket.acts import Act
from dedere.docket.entries import Line, TextSigned
from dedere.docket.sort import Sort, sort_of
from dedere.registry import accords, journal, serials
from dedere.registry.commit import together
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledAccord:
    """What was recorded, and the accord's file as it now stands."""

    file: AccordFile
    lines: tuple[Line, ...]


def accord_file(number: str) -> AccordFile:
    """Return the file of an accord; raises NoSuchFile."""
    if found := find_accord(number):
        return found
    raise NoSuchFile(number)


def find_accord(number: str) -> AccordFile | None:
    """Return the file of an accord, or None."""
    lines = journal.read(number) if sort_of(number) is Sort.ACCORD else ()
    return fold_accord(number, lines) if lines else None


@together
def record_accord(act: Act, *, by: str, at: datetime) -> FiledAccord | Refused:
    """Record a meeting, an agreement, a commitment or a measure under the next number, ``A-2025-0001``."""
    journal.hold()
    return _record(AccordFile(number=""), act, by, at)


@together
def file_accord(
    number: str, act: Act, *, by: str, at: datetime, seen: int | None = None
) -> FiledAccord | Refused:
    """File one act on an accord; ``seen`` is the version on which the officer decided.

    Returns ``Refused("overtaken")`` with both sides' entries when the file has moved on since,
    ``Refused("no-such-accord")``, and what the docket refuses.
    """
    journal.hold()
    file = find_accord(number)
    if file is None:
        return Refused(code="no-such-accord", facts={"accord": number})
    if seen is not None and seen != file.version:
        return overtaken(number, file.lines, seen=seen, mine=act.entry)
    return _record(file, act, by, at)


@together
def sign_proposed(
    number: str, proposal: int, *, by: str, at: datetime, seen: int | None = None
) -> FiledAccord | Refused:
    """Sign, as the second officer, what was filed as line ``proposal``: it is judged anew and recorded."""
    journal.hold()
    file = find_accord(number)
    if file is None:
        return Refused(code="no-such-accord", facts={"accord": number})
    if seen is not None and seen != file.version:
        return overtaken(number, file.lines, seen=seen, mine=proposed(file.lines, proposal))
    return _kept(file, countersign_accord(file, proposal, home=settings.DEDERE_HOME, by=by, at=at), at)


def sign_act(number: str, *, on: date, at: datetime, simulated: bool = False) -> Act:
    """Return the act by which our State signs the text of an accord as it stands; raises NoSuchFile."""
    digest = digest_of(accord_file(number).recorded)
    entry = TextSigned(side=settings.DEDERE_HOME, on=on, digest=digest)
    return Act(code="sign-accord", entry=entry, occurred_at=at, simulated=simulated)


def ledger() -> Iterator[Kept]:
    """Yield every line of the ledger as it stands, in the order it was recorded."""
    numbers = list(accords.numbers())
    for file in accords.files(numbers).values():
        yield Kept(number=file.number, accord=file.recorded, columns=file.columns)


def follow_up_of(number: str) -> FollowUp:
    """Return what a meeting left open, giver by giver; raises NoSuchFile."""
    file = accord_file(number)
    return follow_up(Kept(number=number, accord=file.recorded, columns=file.columns), ledger())


def _record(file: AccordFile, act: Act, by: str, at: datetime) -> FiledAccord | Refused:
    return _kept(file, decide_accord(file, act, home=settings.DEDERE_HOME, by=by, at=at), at)


def _kept(file: AccordFile, lines: tuple[Line, ...] | Refused, at: datetime) -> FiledAccord | Refused:
    if isinstance(lines, Refused):
        return lines
    number = file.number or next(serials.give(f"A-{timezone.localtime(at).year}"))
    after = fold_accord(number, (*file.lines, *lines))
    journal.append(number, lines, expected=file.version)
    accords.refresh(after)
    tell(of_accord(after), lines)
    return FiledAccord(file=after, lines=lines)
