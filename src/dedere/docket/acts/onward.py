"""Where a track stands next, for the acts whose answer depends on what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dedere.docket.acts.rule import Onward, one_of
from dedere.docket.acts.where import AFTER_GRANT, BEFORE_COURT, BEFORE_RECEIPT, IN_COURT, IN_HAND
from dedere.docket.entries import court, request, review
from dedere.docket.entries.line import Entry
from dedere.docket.stage import Stage

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.parts import Track

GRANTED = (Stage.GRANTED, Stage.PARTLY_GRANTED, Stage.GRANTED_CONDITIONALLY)
RESUMED = (*GRANTED, Stage.IN_REVIEW, Stage.SURRENDER_ORDERED)
FALLEN = (  # where a track may stand again when a remedy undid the decision
    Stage.OPENED,
    Stage.RECEIVED,
    Stage.PAPERS_PENDING,
    Stage.ADMITTED,
    Stage.ARREST_SOUGHT,
    Stage.ARRESTED,
    Stage.JUDICIAL_PHASE,
    Stage.OPINION_GIVEN,
    Stage.CERTIFIED,
    Stage.NOT_CERTIFIED,
)


def unless_arrested(stage: Stage) -> Onward:
    """Go to this stage, but leave a track at *arrested* or *arrest sought*: its clock is what matters."""

    @one_of(stage, starting=frozenset(Stage) - {Stage.ARRESTED, Stage.ARREST_SOUGHT})
    def lead(case: Case, track: Track, entry: Entry) -> Stage:
        return track.stage if track.stage in (Stage.ARRESTED, Stage.ARREST_SOUGHT) else stage

    return lead


@one_of(Stage.RECEIVED, Stage.PAPERS_PENDING)
def by_completeness(
    case: Case, track: Track, entry: request.RequestReceived | request.SupplementReceived
) -> Stage:
    """Received when the papers are complete, papers pending when not; later stages stay."""
    if track.admitted or track.stage not in BEFORE_RECEIPT | IN_HAND | {Stage.LAPSED}:
        return track.stage
    return Stage.RECEIVED if entry.complete else Stage.PAPERS_PENDING


@one_of(Stage.PAPERS_PENDING, starting=IN_HAND)
def to_papers_pending(case: Case, track: Track, entry: request.SupplementRequested) -> Stage:
    """Papers pending before the court phase; the executive may ask for more evidence at any later time."""
    return Stage.PAPERS_PENDING if track.stage in IN_HAND else track.stage


@one_of(Stage.ARRESTED)
def arrested(case: Case, track: Track, entry: Entry) -> Stage:
    """Arrested, unless the track is past that point and the person was only retaken."""
    early = BEFORE_RECEIPT | IN_HAND | BEFORE_COURT | {Stage.LAPSED}
    return Stage.ARRESTED if track.stage in early else track.stage


@one_of(Stage.JUDICIAL_PHASE, starting=IN_COURT)
def into_court(case: Case, track: Track, entry: court.HearingSet | court.HearingHeld) -> Stage:
    """Judicial phase once the request was admitted; a hearing on provisional arrest moves nothing."""
    return Stage.JUDICIAL_PHASE if track.admitted and track.stage in IN_COURT else track.stage


def as_decided(case: Case, track: Track, entry: Entry) -> Stage:
    """Where the decisions, the remedies, the order and the deferral leave a track, taken together."""
    if track.deferred:
        return Stage.DEFERRED
    if track.ordered:
        return Stage.SURRENDER_ORDERED
    if track.attacks and track.granted:
        return Stage.IN_REVIEW
    return _outcome(case, track, entry)


def _outcome(case: Case, track: Track, entry: Entry) -> Stage:
    """What the executive decided, whatever else is pending."""
    charges = {charge.id for charge in case.charges}
    if not track.granted:
        return Stage.REFUSED if track.refused and charges <= track.decided else track.stage
    if charges - set(track.granted):
        return Stage.PARTLY_GRANTED
    return Stage.GRANTED_CONDITIONALLY if track.conditions else Stage.GRANTED


granted = one_of(*GRANTED)(_outcome)
refused = one_of(Stage.REFUSED)(_outcome)
rest_refused = one_of(Stage.PARTLY_GRANTED)(_outcome)
resumed = one_of(*RESUMED)(as_decided)


@one_of(Stage.IN_REVIEW)
def under_review(case: Case, track: Track, entry: review.RemedySought) -> Stage:
    """In review when a grant is attacked; a remedy against arrest or order moves nothing."""
    return as_decided(case, track, entry) if track.granted and track.stage in AFTER_GRANT else track.stage


@one_of(*RESUMED, *FALLEN)
def after_remedy(case: Case, track: Track, entry: review.RemedyDecided) -> Stage:
    """Back to the decision when the remedy was upheld, on with it when not."""
    if track.stage not in AFTER_GRANT:
        return track.stage
    if track.granted or track.ordered:
        return as_decided(case, track, entry)
    if track.decided_from is Stage.CERTIFIED:
        return Stage.NOT_CERTIFIED  # habeas upheld undoes the certificate; the government may file again
    return track.decided_from or Stage.OPENED


@one_of(Stage.HANDED_OVER, Stage.TEMPORARILY_SURRENDERED)
def to_handed_over(case: Case, track: Track, entry: Entry) -> Stage:
    """Handed over for good, or for a trial with return."""
    return Stage.TEMPORARILY_SURRENDERED if track.temporary else Stage.HANDED_OVER


@one_of(Stage.MONITORED, starting=frozenset({Stage.HANDED_OVER}))
def watched(case: Case, track: Track, entry: Entry) -> Stage:
    """Monitored once anything after a handover is recorded; a temporary surrender stays one."""
    return Stage.MONITORED if track.stage is Stage.HANDED_OVER else track.stage
