"""Which of the two States must act next, by the stage of a case's current track."""

from __future__ import annotations

from dedere.docket.case import Case
from dedere.docket.parts import Track
from dedere.docket.stage import Stage, TrackKind

ENDED = frozenset({Stage.WITHDRAWN, Stage.LAPSED, Stage.CLOSED})
_TREATY = frozenset({TrackKind.TREATY_EXTRADITION, TrackKind.SIMPLIFIED_EXTRADITION})
_REQUESTING = frozenset(
    {
        Stage.DRAFT,
        Stage.PAPERS_PENDING,
        Stage.GRANTED_CONDITIONALLY,
        Stage.SURRENDER_ORDERED,
        Stage.TEMPORARILY_SURRENDERED,
    }
)
_REQUESTED = frozenset(
    {
        Stage.TRANSMITTED,
        Stage.RECEIVED,
        Stage.ADMITTED,
        Stage.JUDICIAL_PHASE,
        Stage.OPINION_GIVEN,
        Stage.CERTIFIED,
        Stage.GRANTED,
        Stage.PARTLY_GRANTED,
        Stage.IN_REVIEW,
        Stage.REFERRED,
    }
)
_BEFORE_PAPERS = frozenset({Stage.OPENED, Stage.ARREST_SOUGHT, Stage.ARRESTED})


def current(case: Case) -> Track | None:
    """Return the track the case stands on: the last opened that has not ended, else the last."""
    going = [track for track in case.tracks if track.stage not in ENDED]
    return next(reversed(going or case.tracks), None)


def waiting_on(case: Case) -> str:
    """Return the State that must act next; empty where the file waits for neither."""
    track = current(case)
    if case.closed or track is None:
        return ""
    if track.asked or track.stage in _REQUESTED:
        return case.requested
    if track.stage in _REQUESTING:
        return case.requesting
    return _before_papers(case, track) if track.stage in _BEFORE_PAPERS else ""


def _before_papers(case: Case, track: Track) -> str:
    # Until the formal request has come, the State that wants the person must send it; a route
    # without a request (deportation, a national-security transfer) is the holding State's own.
    awaited = track.kind in _TREATY and not track.received
    return case.requesting if awaited else case.requested
