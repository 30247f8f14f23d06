"""What a handover writes on the person's own case: listed, taken off, handed over, returned, not taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.decide import line_of, tracks_for
from dedere.docket.entries import (
    ArrivalRefused,
    Entry,
    GivenOver,
    HandedOver,
    HandoverReported,
    Line,
    ListedForHandover,
    NotTaken,
    PersonListed,
    PersonStruck,
    Returned,
    TakenOver,
    UnlistedFromHandover,
)
from dedere.docket.handover.parts import Listed, Step
from dedere.docket.handover.state import Handover
from dedere.docket.permit import permit
from dedere.words import Refused

CaseLines = dict[str, tuple[Line, ...]]


def on_cases(
    handover: Handover, act: Act, cases: Mapping[str, Case], *, by: str, at: datetime, second: str = ""
) -> CaseLines | Refused:
    """Return the lines that the act leaves on cases, or why a case does not permit it.

    ``second`` is who signed an act that one officer proposed to another.
    """
    written: CaseLines = {}
    for case, filed, first, signer in _filed(handover, act, cases, by, second):
        permitted = permit(replace(case, listed=""), filed, by=first, at=at)
        if isinstance(permitted, Refused):
            return permitted
        if not isinstance(act.entry, GivenOver):  # giving asks the case already, but taking writes on it
            written[case.number] = (line_of(case, filed, permitted[1], by=first, at=at, second=signer),)
    return written


Filing = tuple[Case, Act, str, str]


def _filed(
    handover: Handover, act: Act, cases: Mapping[str, Case], by: str, second: str
) -> tuple[Filing, ...]:
    """Return for each case concerned the act on it, its officer, and the second who signed."""
    entry = act.entry
    if isinstance(entry, HandoverReported):
        known = (cases[each.case] for each in handover.active if each.case in cases)
        return tuple(_reported(handover, act, entry, case, by, second) for case in known)
    if entry.code == "handover-locked":
        return tuple(
            (cases[each.case], _as(act, "unlist-from-handover", _unlisted(handover, each)), by, "")
            for each in handover.active
            if each.step is Step.NOT_TAKEN and each.case in cases
        )
    case, person = cases.get(getattr(entry, "case", "")), handover.listed(getattr(entry, "case", ""))
    if case is None:
        return ()
    match entry:
        case PersonListed():
            listed = ListedForHandover(handover=handover.id, on=handover.on)
            return ((case, _as(act, "list-for-handover", listed), by, ""),)
        case PersonStruck(reason=reason):
            off = UnlistedFromHandover(handover=handover.id, reason=reason)
            return ((case, _as(act, "unlist-from-handover", off), by, ""),)
        case NotTaken(place=place, reason=reason):
            refused = ArrivalRefused(place=place, reason=reason, handover=handover.id)
            return ((case, _on_track(case, handover, act, "record-refused-arrival", refused), by, ""),)
        case GivenOver() | TakenOver() if person is not None:
            first, second = (by, "") if isinstance(entry, GivenOver) else (person.given_by, by)
            return ((case, _passed(case, handover, person, act), first, second),)
        case _:
            return ()


def _reported(
    handover: Handover, act: Act, entry: HandoverReported, case: Case, by: str, second: str
) -> Filing:
    """Return the person's handing over as reported; the stays that stood are named, so that they show."""
    over = HandedOver(
        place=entry.place,
        giving=entry.giving,
        receiving=entry.receiving,
        handover=handover.id,
        despite_stays=tuple(stay.id for stay in case.standing_stays),
    )
    return case, _on_track(case, handover, act, "hand-over", over), by, second


def _passed(case: Case, handover: Handover, person: Listed, act: Act) -> Act:
    """Return the passing from custody to custody: out to the requesting State, or back from it."""
    entry = act.entry
    assert isinstance(entry, GivenOver | TakenOver)  # noqa: S101  (told to mypy)
    if handover.receiving == case.requested:
        back = Returned(place=entry.place, handover=handover.id)
        return _on_track(case, handover, act, "return-person", back)
    named = dict.fromkeys((*person.despite_stays, *entry.despite_stays))
    standing = {stay.id for stay in case.standing_stays}
    over = HandedOver(
        place=entry.place,
        giving=person.giving_officer or entry.officer,
        receiving=entry.officer if isinstance(entry, TakenOver) else handover.receiving,
        handover=handover.id,
        despite_stays=tuple(stay for stay in named if stay in standing),
    )
    return _on_track(case, handover, act, "hand-over", over)


def _on_track(case: Case, handover: Handover, act: Act, code: str, entry: Entry) -> Act:
    """Put the act on the track that permits it, the one of the handover's own basis first."""
    tracks = tracks_for(replace(case, listed=""), code) or case.tracks
    fitting = [track for track in tracks if track.kind.value == handover.basis] or list(tracks)
    return _as(act, code, entry, fitting[-1].id if fitting else "")


def _as(act: Act, code: str, entry: Entry, track: str = "") -> Act:
    return replace(act, code=code, entry=entry, track=track)


def _unlisted(handover: Handover, person: Listed) -> UnlistedFromHandover:
    reason = person.refusals[-1] if person.refusals else handover.title
    return UnlistedFromHandover(handover=handover.id, reason=reason)
