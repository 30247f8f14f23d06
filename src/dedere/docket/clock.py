"""The clocks of a case on a day, track by track; what ended a track stopped its clocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dedere.docket.acts.where import EXITS
from dedere.docket.asked import casefile
from dedere.docket.case import Case
from dedere.docket.parts import Track
from dedere.docket.stage import Stage
from dedere.law.assessment import ClockReading
from dedere.law.calendar import day_of, seat_zone
from dedere.law.clocks import read_clocks
from dedere.law.library import Library

OVER = EXITS | {Stage.REFUSED, Stage.CLOSED}


def clocks(case: Case, library: Library, on: date, track: str = "") -> tuple[ClockReading, ...]:
    """Read the clocks of one track, or of every track in the order in which they were opened.

    A change of the legal basis opens another track: the old one's clocks stop with it, and the
    new one's start with its own events alone.
    """
    tracks = [each for each in case.tracks if track in ("", each.id)]
    return tuple(reading for each in tracks for reading in _of_track(case, each, library, on))


def _of_track(case: Case, track: Track, library: Library, on: date) -> tuple[ClockReading, ...]:
    """Read a track's clocks; those of a track that ended are read on its last day and stand still."""
    ended = _ended(case, track)
    if ended is None or ended[0] > on:
        return read_clocks(casefile(case, track, on), library)
    readings = read_clocks(casefile(case, track, ended[0]), library)
    return tuple(_stopped(reading, *ended) for reading in readings)


def _ended(case: Case, track: Track) -> tuple[date, str] | None:
    """Return the day on which the track came to its end and by which entry; None while it is open."""
    zone = seat_zone(case.requested)
    if track.stage in OVER and track.since:
        return day_of(track.since, zone), track.moved_by
    if case.custody.status == "dead" and case.custody.since:
        return day_of(case.custody.since, zone), "died"
    return None


def _stopped(reading: ClockReading, day: date, by: str) -> ClockReading:
    if reading.state not in ("running", "paused"):
        return reading
    return replace(reading, state="stopped", stopped_on=day, stopped_by=by)
