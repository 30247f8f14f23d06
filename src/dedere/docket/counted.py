"""What the statistics count of a case: its routes and what was promised, without name or number."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import datetime

from dedere.docket.case import Case
from dedere.docket.entries import Entry
from dedere.docket.entries.arrest import Arrested, ProvisionallyArrested
from dedere.docket.entries.executive import ExtraditionGranted, ExtraditionRefused
from dedere.docket.entries.request import RequestReceived
from dedere.docket.entries.surrender import HandedOver
from dedere.docket.parts import Track, Undertaking
from dedere.docket.stage import TrackKind
from dedere.tally.route import Given, Route

# On these routes the person may consent; a transfer under a power of the State asks nobody.
_ASKED = (TrackKind.TREATY_EXTRADITION, TrackKind.SIMPLIFIED_EXTRADITION)
NOT_KNOWN = "not-known"


def routes_of(case: Case, home: str, published: Container[str]) -> tuple[Route, ...]:
    """Return the last route of each kind that a case took; ``published`` are handovers that may be named.

    So each person counts once under one kind of route, and once under each kind that was taken.
    """
    last = {track.kind: track for track in case.tracks}
    return tuple(_route(case, track, home, published) for track in last.values())


def given_of(case: Case) -> tuple[Given, ...]:
    """Return how what was promised for the person on each subject stands, by the last promise on it."""
    last = {each.about: each for each in case.undertakings if each.covers_person != "not-covered"}
    return tuple(Given(about=about, standing=_standing(each)) for about, each in last.items())


def _standing(undertaking: Undertaking) -> str:
    if undertaking.covers_person == NOT_KNOWN:
        return NOT_KNOWN
    return undertaking.changes[-1].kind if undertaking.changes else "given"


def _route(case: Case, track: Track, home: str, published: Container[str]) -> Route:
    received = _first(case, track, RequestReceived)
    arrested = _first(case, track, Arrested, ProvisionallyArrested)
    decided = _first(case, track, ExtraditionGranted, ExtraditionRefused) if track.decided else None
    return Route(
        track=track.kind.value,
        direction="received" if case.requested == home else "made",
        opened=_year(track.opened_at),
        stage=track.stage.value,
        ground=next(reversed(tuple(track.refused.values())), ""),
        consent=("given" if case.consented_at else "not-given") if track.kind in _ASKED else "",
        handed_over=_year(track.surrendered_at),
        operation=_operation(case, track, published),
        aftercare=("ended" if case.closed else "watched") if track.surrendered_at else "",
        arrested=_year(arrested),
        decided=_year(decided),
        days_to_decision=_days(received, decided),
        days_to_surrender=_days(received, track.surrendered_at),
        days_held=_days(arrested, decided),
    )


def _operation(case: Case, track: Track, published: Container[str]) -> str:
    handed = [entry.handover for entry, _ in _told(case, track) if isinstance(entry, HandedOver)]
    return handed[-1] if handed and handed[-1] in published else ""


def _first(case: Case, track: Track, *kinds: type[Entry]) -> datetime | None:
    return next((at for entry, at in _told(case, track) if isinstance(entry, kinds)), None)


def _told(case: Case, track: Track) -> Iterator[tuple[Entry, datetime]]:
    return (
        (line.entry, line.occurred_at)
        for line in case.lines
        if line.track == track.id and line.number not in case.struck
    )


def _year(at: datetime | None) -> str:
    return str(at.year) if at else ""


def _days(start: datetime | None, end: datetime | None) -> int | None:
    return (end.date() - start.date()).days if start and end and end >= start else None
