"""Files the events of an example and what sources say of them, once: read from its tables by a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from django.db import transaction

from dedere.claims.folder import Told, has_claims, read_claims
from dedere.claims.said import Event, Said
from dedere.clerk.events import FiledEvent, file_event, open_event
from dedere.clerk.example.folder import Example, UnreadableExample
from dedere.clerk.example.load import LOADER, Loaded
from dedere.clerk.example.telling import midnight
from dedere.docket.acts import Act
from dedere.docket.entries import ClaimConfirmed, EventOpened, SourceCorrected
from dedere.registry import imported, journal, published
from dedere.registry.imported import Import
from dedere.words import Refused


@transaction.atomic
def keep_events(folder: Path, example: Example, filed: Loaded) -> tuple[str, ...]:
    """File the events of a folder, or find them filed already; return their numbers in the folder's order.

    A claim whose source no list names is left out: it could not be shown. Everything is recorded as of the
    snapshot's day, when the tables were read.
    """
    if not has_claims(folder):
        return ()
    journal.hold()
    told = read_claims(folder)
    keys = {event.id: f"{example.name}/events/{event.id}" for event in told.events}
    if known := imported.known(list(keys.values())):
        return tuple(known[key].stream for key in keys.values())
    published.publish(told.sources.values())
    handovers = dict(zip((each.id for each in example.handovers), filed.handovers, strict=True))
    at = midnight(example.snapshot)
    numbers = {event.id: _file(event, told, handovers, filed.cases, at) for event in told.events}
    rows = (Import(key=keys[id], stream=number, digest=example.digest) for id, number in numbers.items())
    imported.remember(rows, at=at)
    return tuple(numbers.values())


def _file(
    event: Event, told: Told, handovers: Mapping[str, str], cases: Mapping[str, str], at: datetime
) -> str:
    opened = EventOpened(
        title_en=event.title_en,
        title_es=event.title_es,
        on=event.on,
        giving=event.giving,
        receiving=event.receiving,
        handover=handovers.get(event.handover, ""),
    )
    file = _demand(event, open_event(_act("open-event", opened, at), by=LOADER, at=at))
    claims = [claim for claim in told.claims if claim.event == event.id and claim.source]
    _demand(event, file_event(file, list(_acts(claims, cases, at)), by=LOADER, at=at))
    return file


def _acts(claims: Sequence[Said], cases: Mapping[str, str], at: datetime) -> Iterator[Act]:
    """The claims in the order of the table; the first stands on line 2, after the opening."""
    lines = {claim.id: number for number, claim in enumerate(claims, start=2)}
    for claim in claims:
        if claim.corrects:
            yield _act("correct-source", _corrected(claim, lines[claim.corrects]), at)
        else:
            yield _act("confirm-claim", _confirmed(claim, cases), at)


def _confirmed(claim: Said, cases: Mapping[str, str]) -> ClaimConfirmed:
    return ClaimConfirmed(
        source=claim.source,
        attribute=claim.attribute,
        value=claim.value,
        about=cases.get(claim.about, claim.about),
        bound=claim.bound.value,
        negated=claim.negated,
        kind=claim.kind.value,
        words=claim.words,
        speaker=claim.speaker,
        party=claim.party,
    )


def _corrected(claim: Said, line: int) -> SourceCorrected:
    return SourceCorrected(
        line=line,
        source=claim.source,
        value=claim.value,
        bound=claim.bound.value,
        negated=claim.negated,
        words=claim.words,
    )


def _act(code: str, entry: EventOpened | ClaimConfirmed | SourceCorrected, at: datetime) -> Act:
    sources = () if isinstance(entry, EventOpened) else (entry.source,)
    return Act(code=code, entry=entry, occurred_at=at, sources=sources)


def _demand(event: Event, filed: FiledEvent | Refused) -> str:
    if isinstance(filed, Refused):
        raise UnreadableExample(
            where=f"claims.csv: {event.id}",
            what=f"the docket refuses it: {filed.code} {dict(filed.facts)}",
            remedy="correct the row",
        )
    return filed.file.number
