"""What each entry leaves on a case: first on the person, then on the track, then its stage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dedere.docket.acts import leads
from dedere.docket.folds import custody, person, route, upkeep  # noqa: F401  (they enter their folds)
from dedere.docket.folds.fold import PERSON, ROUTE
from dedere.docket.folds.upkeep import settled

__all__ = ["fold_entry", "settled"]

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.entries import Line
    from dedere.docket.parts import Track


def fold_entry(case: Case, line: Line) -> Case:
    """Return the case as this one line leaves it; total, so that any journal can be read."""
    if mark := PERSON.get(type(line.entry)):
        case = mark(case, line.entry, line)
    track = case.track(line.track)
    if track is not None:
        case = replace(case, tracks=_put(case.tracks, _route(case, track, line)))
    return settled(case, line)


def _route(case: Case, track: Track, line: Line) -> Track:
    if mark := ROUTE.get(type(line.entry)):
        track = mark(case, track, line.entry, line)
    stage = leads(case, track, line.entry)
    if stage is track.stage:
        return track
    return replace(track, stage=stage, since=line.occurred_at, moved_by=line.entry.code)


def _put(tracks: tuple[Track, ...], new: Track) -> tuple[Track, ...]:
    return tuple(new if track.id == new.id else track for track in tracks)
