"""What an act would do, before it is filed: the stage, the clocks, who is told, who must sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dedere.docket.acts import Act
from dedere.docket.case import Case
from dedere.docket.clock import clocks
from dedere.docket.decide import line_of, needs_second
from dedere.docket.parts import Stay, Track
from dedere.docket.permit import permit
from dedere.docket.stage import Stage
from dedere.law.assessment import ClockReading
from dedere.law.calendar import day_of, seat_zone
from dedere.law.library import Library
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The effect of an act that ``decide`` would not refuse.

    Attributes:
        stage, next_stage: where the track stands and would stand; None where no track moves.
        started, stopped, paused, resumed: the clocks that the act would change, as read after it.
        tells: whether the other State is told.
        second: whether another officer must sign first.
        despite: the stays that stand while the person is given up.
        track: the track on which the act would be recorded; empty for the whole case.
        after: the case as it would be, once signed.
    """

    act: Act
    track: str
    stage: Stage | None
    next_stage: Stage | None
    started: tuple[ClockReading, ...]
    stopped: tuple[ClockReading, ...]
    paused: tuple[ClockReading, ...]
    resumed: tuple[ClockReading, ...]
    tells: bool
    second: bool
    despite: tuple[Stay, ...]
    after: Case


def preview(case: Case, act: Act, *, by: str, at: datetime, library: Library) -> Preview | Refused:
    """Return what the act would do to the case, or the refusal that ``decide`` would give."""
    permitted = permit(case, act, by=by, at=at)
    if isinstance(permitted, Refused):
        return permitted
    rule, track = permitted
    after = case.after(line_of(case, act, track, by=by, at=at))
    moved = after.track(track.id) if track else None
    changed = _changed(case, after, library, at)
    gives_up = bool(moved and track and moved.surrendered_at != track.surrendered_at)
    return Preview(
        act=act,
        track=track.id if track else "",
        stage=track.stage if track else None,
        next_stage=moved.stage if moved else None,
        started=_into(changed, "running", from_=("", "not-started", "stopped", "expired")),
        stopped=_into(changed, "stopped", from_=("running", "paused")),
        paused=_into(changed, "paused", from_=("running",)),
        resumed=_into(changed, "running", from_=("paused",)),
        tells=rule.tells,
        second=needs_second(rule, act),
        despite=case.standing_stays if gives_up else (),
        after=after,
    )


Change = tuple[str, ClockReading]  # the state before, the reading after


def _changed(case: Case, after: Case, library: Library, at: datetime) -> tuple[Change, ...]:
    """Pair each reading after the act with the state the same clock was in before it."""
    on = day_of(at, seat_zone(case.requested))
    changes: list[Change] = []
    for track in after.tracks:
        before = {_key(reading): reading.state for reading in _read(case, library, on, track)}
        changes += [(before.get(_key(each), ""), each) for each in _read(after, library, on, track)]
    return tuple(changes)


def _read(case: Case, library: Library, on: date, track: Track) -> tuple[ClockReading, ...]:
    return clocks(case, library, on, track.id) if case.track(track.id) else ()


def _key(reading: ClockReading) -> tuple[str, str, str]:
    return reading.citation.instrument, reading.clause, reading.rule


def _into(changed: tuple[Change, ...], state: str, *, from_: tuple[str, ...]) -> tuple[ClockReading, ...]:
    return tuple(reading for before, reading in changed if reading.state == state and before in from_)
