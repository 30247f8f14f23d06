"""Events and what sources say of them: read, fold, decide, append, in one transaction; answers computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from dedere.claims.compare import Known
from dedere.claims.reconcile import Reconciled, reconciled
from dedere.claims.recorded import recorded
from dedere.claims.said import Said, origin_of
from dedere.clerk.files import NoSuchFile
from dedere.clerk.overtaken import overtaken
from dedere.clerk.recorded import record_of
from dedere.docket.acts import Act
from dedere.docket.entries import ClaimConfirmed, EventOpened, Line, SourceCorrected
from dedere.docket.events import EventFile, decide_event, fold_event
from dedere.docket.sort import Sort, sort_of
from dedere.registry import journal, published, serials
from dedere.registry.commit import together
from dedere.registry.events import numbers
from dedere.words import Refused, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledEvent:
    """What was recorded, and the event's file as it now stands."""

    file: EventFile
    lines: tuple[Line, ...]


def event_file(number: str) -> EventFile:
    """Return the file of an event; raises NoSuchFile."""
    lines = journal.read(number) if sort_of(number) is Sort.EVENT else ()
    if not lines:
        raise NoSuchFile(number)
    return fold_event(number, lines)


def event_files() -> tuple[EventFile, ...]:
    """Return the files of all events, the latest event first."""
    files = [fold_event(number, lines) for number, lines in journal.read_all(numbers()).items()]
    return tuple(sorted(files, key=_latest))


@together
def open_event(act: Act, *, by: str, at: datetime) -> FiledEvent | Refused:
    """Open an event under the next number of its own year, such as ``E-2025-0001``."""
    journal.hold()
    lines = decide_event(EventFile(number=""), act, by=by, at=at)
    if isinstance(lines, Refused):
        return lines
    assert isinstance(act.entry, EventOpened)  # noqa: S101  (told to mypy: no other act opens an event)
    number = next(serials.give(f"E-{act.entry.on.year}"))
    journal.append(number, lines, expected=0)
    return FiledEvent(file=fold_event(number, lines), lines=lines)


@together
def file_event(
    number: str,
    acts: Iterable[Act],
    *,
    by: str,
    at: datetime,
    seen: int | None = None,
    listed: Iterable[Source] = (),
) -> FiledEvent | Refused:
    """File acts on an event, all or none; ``seen`` is the version shown, ``listed`` are sources new here.

    Returns ``Refused`` with ``overtaken`` where the file has moved on since, ``no-such-source`` where a claim
    names a source that is not listed, and what the docket refuses.
    """
    journal.hold()
    before = file = event_file(number)
    given = list(acts)
    if seen is not None and seen != file.version:
        return overtaken(number, file.lines, seen=seen, mine=given[0].entry)
    published.publish(listed)
    unlisted = _unlisted(given)
    for act in given:
        lines = decide_event(file, act, by=by, at=at) if unlisted is None else unlisted
        if isinstance(lines, Refused):
            transaction.set_rollback(True)
            return lines
        file = file.after(lines[0])
    lines = file.lines[before.version :]
    journal.append(number, lines, expected=before.version)
    return FiledEvent(file=file, lines=lines)


def answers(file: EventFile) -> tuple[Reconciled, ...]:
    """Answer every question that the event's claims raise, the record of its handover among them."""
    return reconciled(claims_of([file]), [file.event] if file.event else [])


def claims_of(files: Iterable[EventFile]) -> Iterator[Said]:
    """Yield the claims on these events with what is known of their sources, and what the docket records."""
    every = tuple(files)
    known = published.named({claim.source for file in every for claim in file.claims})
    for file in every:
        yield from (_sourced(claim, known.get(claim.source)) for claim in file.claims)
        record = record_of(file.event.handover) if file.event and file.event.handover else None
        if file.event and record:
            yield from recorded(file.event, record)


def known_events() -> Known:
    """Return all events with what stands on them, for a report to be compared with."""
    files = event_files()
    return Known([file.event for file in files if file.event], claims_of(files))


def _sourced(claim: Said, source: Source | None) -> Said:
    if source is None:
        return claim
    return replace(
        claim,
        tier=source.tier,
        origin=origin_of(source.outlet),
        on=source.date,
        language=source.language,
    )


def _unlisted(acts: Iterable[Act]) -> Refused | None:
    named = [act.entry.source for act in acts if isinstance(act.entry, ClaimConfirmed | SourceCorrected)]
    missing = sorted(set(named) - published.named(named).keys())
    return Refused(code="no-such-source", facts={"source": missing[0]}) if missing else None


def _latest(file: EventFile) -> tuple[int, str]:
    return (-file.event.on.toordinal() if file.event else 0, file.number)
