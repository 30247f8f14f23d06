"""The one place where an act on an event becomes a line or is refused: pure and total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from dedere.claims.attributes import attributes
from dedere.claims.claim import Bound
from dedere.claims.meaning import UnreadableValue, meaning
from dedere.docket.acts import Act
from dedere.docket.entries import (
    ClaimConfirmed,
    ClaimCorrected,
    ClaimWithdrawn,
    Entry,
    EventOpened,
    Line,
    SourceCorrected,
)
from dedere.docket.events.state import EventFile
from dedere.docket.first import first
from dedere.docket.form import ill_filed
from dedere.words import Refused

EVENT_ACTS: Mapping[str, type[Entry]] = {
    "open-event": EventOpened,
    "confirm-claim": ClaimConfirmed,
    "correct-claim": ClaimCorrected,
    "withdraw-claim": ClaimWithdrawn,
    "correct-source": SourceCorrected,
}


def decide_event(file: EventFile, act: Act, *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Return the line that the act leaves on the event's file, which may have none yet, or why not."""
    refused = first(_refusals(file, act, by, at))
    if refused is not None:
        return refused
    return (act.line(file.version + 1, by=by, at=at),)


def _refusals(file: EventFile, act: Act, by: str, at: datetime) -> Iterator[Refused | None]:
    """Ask one thing after another: each step may rely on those before it."""
    yield ill_filed(act, EVENT_ACTS.get(act.code), by=by, at=at)
    yield _standing(file, act.entry)


def _standing(file: EventFile, entry: Entry) -> Refused | None:
    """Return why the file as it stands does not take the entry."""
    if isinstance(entry, EventOpened):
        return Refused(code="event-opened-already") if file.event else None
    if file.event is None:
        return Refused(code="event-not-opened")
    match entry:
        case ClaimConfirmed(attribute=attribute) if attribute not in attributes():
            return Refused(code="no-such-attribute", facts={"attribute": attribute})
        case ClaimConfirmed(attribute=attribute, value=value, bound=bound):
            return _readable(attribute, value, bound)
        case (
            ClaimCorrected(line=line, value=value, bound=bound)
            | SourceCorrected(line=line, value=value, bound=bound)
        ):
            claim = file.claim(line)
            return _readable(claim.attribute, value, bound) if claim else _none(line)
        case ClaimWithdrawn(line=line) if file.claim(line) is None:
            return _none(line)
        case _:
            return None


def _readable(attribute: str, value: str, bound: str) -> Refused | None:
    try:
        meaning(attributes()[attribute].kind, value, bound=Bound(bound))
    except UnreadableValue:
        return Refused(code="claim-unreadable", facts={"value": value})
    return None


def _none(line: int) -> Refused:
    return Refused(code="no-such-claim", facts={"line": str(line)})
