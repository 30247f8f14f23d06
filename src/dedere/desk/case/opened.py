"""Opening a case's page: the case, the reading on record, who else is there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest

from dedere import clerk
from dedere.clerk.network.told import party_of_case
from dedere.desk import clock
from dedere.desk.acts.choices import words_of
from dedere.desk.acts.drafts import owner
from dedere.desk.frame.record import reading
from dedere.desk.frame.tags import asks, day
from dedere.desk.wording import code, say, state
from dedere.docket.case import Case
from dedere.docket.parts import Stay
from dedere.registry.models import Presence

# Somebody is "on this page" for five minutes after the page was last asked for.
_THERE = timedelta(minutes=5)


def opened(request: HttpRequest, number: str, page: str) -> Case:
    """Return the case and put the reading on record; raises NoSuchFile, which becomes *not found*."""
    case = clerk.case(number)
    if request.method == "GET":
        reading(by=request.user.get_username(), stream=number, page=page, at=clock.now(request))
        Presence.objects.update_or_create(
            officer=owner(request), stream=number, defaults={"seen_at": datetime.now(UTC)}
        )
    return case


def identity(request: HttpRequest, case: Case) -> dict[str, object]:
    """Return what every page of a case shows on top: who, which route, which stays."""
    track = case.tracks[-1] if case.tracks else None
    return {
        "case": case,
        "readers": readers(request, case.number),
        "names": 1 + len(case.aliases) + len(case.names),
        "party": party_of_case(case.number),
        "simulated": any(line.simulated for line in case.lines[:1]),
        "nationalities": ", ".join(state(each) for each in case.nationalities)
        or say("case.nationality-unknown"),
        "other_number": case.other_number or say("case.no-other-number"),
        "direction": asks(case.requesting, case.requested),
        "route": code("track", track.kind) if track else say("case.no-route"),
        "stage": track.stage if track else "",
        "custody": custody(case),
        "stays": [(stay_words(stay), stay.sources) for stay in case.standing_stays],
    }


def custody(case: Case) -> str:
    """Where the person is, as the file knows it."""
    where = say(f"case.custody-{case.custody.status}")
    holder = state(case.custody.holder) if case.custody.holder else ""
    return ", ".join(part for part in (where, holder, case.custody.place) if part)


def stay_words(stay: Stay) -> str:
    """One stay in words: which court, since when, what it forbids."""
    covers = words_of("covers", stay.covers)
    return say("case.stay-row", stay=stay.id, court=stay.court, since=day(stay.since), covers=covers)


def readers(request: HttpRequest, stream: str) -> list[str]:
    """Return who else has the page open; nothing is locked by it."""
    since = datetime.now(UTC) - _THERE
    there = Presence.objects.filter(stream=stream, seen_at__gte=since).exclude(officer=owner(request))
    return [mark.officer.called for mark in there.select_related("officer")]
