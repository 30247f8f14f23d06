"""What entries mean for one track: what was certified, granted, refused, ordered, promised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dedere.docket.entries import court, executive, request, review, surrender
from dedere.docket.entries.line import Line
from dedere.docket.folds.fold import on_route
from dedere.docket.parts import Track

if TYPE_CHECKING:
    from dedere.docket.case import Case


@on_route(request.RequestReceived)
def _received(case: Case, track: Track, entry: request.RequestReceived, line: Line) -> Track:
    return replace(track, received=True)


@on_route(request.RequestAdmitted)
def _admitted(case: Case, track: Track, entry: request.RequestAdmitted, line: Line) -> Track:
    return replace(track, admitted=True)


@on_route(request.RequestNotAdmitted)
def _sent_back(case: Case, track: Track, entry: request.RequestNotAdmitted, line: Line) -> Track:
    return replace(track, received=False)


@on_route(request.RequestLapsed)
def _lapsed(case: Case, track: Track, entry: request.RequestLapsed, line: Line) -> Track:
    return replace(track, final=entry.final, admitted=False)


@on_route(court.Certified)
def _certified(case: Case, track: Track, entry: court.Certified, line: Line) -> Track:
    return replace(track, certified=entry.charges)


@on_route(court.CertificationRefused)
def _not_certified(case: Case, track: Track, entry: court.CertificationRefused, line: Line) -> Track:
    return replace(track, certified=())


@on_route(executive.ExtraditionGranted)
def _granted(case: Case, track: Track, entry: executive.ExtraditionGranted, line: Line) -> Track:
    return replace(
        track,
        granted=(*track.granted, *entry.charges),
        conditions=(*track.conditions, *entry.conditions),
        decided_from=track.decided_from or track.stage,
    )


@on_route(executive.ExtraditionRefused)
def _refused(case: Case, track: Track, entry: executive.ExtraditionRefused, line: Line) -> Track:
    refused = {**track.refused, **dict.fromkeys(entry.charges, entry.ground)}
    return replace(track, refused=refused, decided_from=track.decided_from or track.stage)


@on_route(executive.SurrenderDeferred)
def _deferred(case: Case, track: Track, entry: executive.SurrenderDeferred, line: Line) -> Track:
    return replace(track, deferred=True)


@on_route(executive.DeferralEnded)
def _resumed(case: Case, track: Track, entry: executive.DeferralEnded, line: Line) -> Track:
    return replace(track, deferred=False)


@on_route(review.RemedySought)
def _sought(case: Case, track: Track, entry: review.RemedySought, line: Line) -> Track:
    attacks = (*track.attacks, entry.remedy) if track.decided or track.ordered else track.attacks
    return replace(track, remedies=(*track.remedies, entry.remedy), attacks=attacks)


@on_route(review.RemedyDecided)
def _decided(case: Case, track: Track, entry: review.RemedyDecided, line: Line) -> Track:
    """Close the remedy; one upheld against the decision undoes it, and it must be taken anew."""
    attacked = entry.remedy in track.attacks
    pending = tuple(each for each in track.remedies if each != entry.remedy)
    attacks = tuple(each for each in track.attacks if each != entry.remedy)
    track = replace(track, remedies=pending, attacks=attacks)
    return _undone(track) if entry.upheld and attacked else track


def _undone(track: Track) -> Track:
    return replace(
        track, certified=(), granted=(), refused={}, conditions=(), attacks=(), ordered=False, deferred=False
    )


@on_route(surrender.SurrenderOrdered)
def _ordered(case: Case, track: Track, entry: surrender.SurrenderOrdered, line: Line) -> Track:
    return replace(track, ordered=True, deferred=False, temporary=False)


@on_route(surrender.TemporarySurrenderAgreed)
def _agreed(case: Case, track: Track, entry: surrender.TemporarySurrenderAgreed, line: Line) -> Track:
    return replace(track, ordered=True, deferred=False, temporary=True, conviction=entry.conviction)


@on_route(surrender.HandedOver)
def _handed_over(case: Case, track: Track, entry: surrender.HandedOver, line: Line) -> Track:
    return _given_up(case, track, entry.despite_stays, line)


@on_route(surrender.TemporarilySurrendered)
def _for_trial(case: Case, track: Track, entry: surrender.TemporarilySurrendered, line: Line) -> Track:
    track = replace(track, temporary=True, conviction=entry.conviction)
    return _given_up(case, track, entry.despite_stays, line)


def _given_up(case: Case, track: Track, named: tuple[str, ...], line: Line) -> Track:
    """Keep every stay that stood, whether or not the entry named it: a stay is never silent."""
    standing = tuple(stay.id for stay in case.standing_stays)
    despite = tuple(dict.fromkeys((*track.despite_stays, *named, *standing)))
    return replace(track, ordered=False, surrendered_at=line.occurred_at, despite_stays=despite)


@on_route(surrender.SpecialityConsentAsked)
def _asked(case: Case, track: Track, entry: surrender.SpecialityConsentAsked, line: Line) -> Track:
    return replace(track, asked=(*track.asked, *entry.charges))


@on_route(surrender.SpecialityConsentGiven)
def _consented(case: Case, track: Track, entry: surrender.SpecialityConsentGiven, line: Line) -> Track:
    return replace(_answered(track, entry.charges), consented=(*track.consented, *entry.charges))


@on_route(surrender.SpecialityConsentRefused)
def _withheld(case: Case, track: Track, entry: surrender.SpecialityConsentRefused, line: Line) -> Track:
    return replace(_answered(track, entry.charges), withheld=(*track.withheld, *entry.charges))


def _answered(track: Track, charges: tuple[str, ...]) -> Track:
    return replace(track, asked=tuple(each for each in track.asked if each.id not in charges))
