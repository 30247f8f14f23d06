"""Which cases a figure counts: each definition as a test of one case, pure and written once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from dedere.accords.figures import Figure
from dedere.docket.case import Case
from dedere.docket.entries import (
    Entry,
    ExtraditionGranted,
    ExtraditionRefused,
    HandedOver,
    Line,
    RequestReceived,
)
from dedere.law.calendar import day_of, seat_zone

# Entries without which a case cannot be counted: the registry looks only at the files that have one.
TOLD_BY: Mapping[str, tuple[type[Entry], ...]] = {
    "persons-handed-over": (HandedOver,),
    "persons-handed-over-requested": (HandedOver,),
    "persons-handed-over-assured": (HandedOver,),
    "requests-received": (RequestReceived,),
    "requests-answered": (ExtraditionGranted, ExtraditionRefused),
}


def counts(figure: Figure, case: Case) -> Line | None:
    """Return the first line of the case for which the figure counts it, or None where it does not.

    Days are those of the requested State, from whose custody a person goes.
    """
    also = _ALSO.get(figure.name)
    return next(
        (
            line
            for line in _told(figure, case)
            if _on_track(figure, case, line) and (not also or also(figure, case, line))
        ),
        None,
    )


def _told(figure: Figure, case: Case) -> Iterator[Line]:
    """Yield the lines of the entries counted that hold and fall within the days."""
    for line in case.lines:
        holds = line.number not in case.struck and isinstance(line.entry, TOLD_BY[figure.name])
        if holds and _within(figure, _day(case, line.occurred_at)):
            yield line


def _day(case: Case, at: datetime) -> date:
    return day_of(at, seat_zone(case.requested))


def _within(figure: Figure, on: date) -> bool:
    return (figure.since or date.min) <= on <= (figure.until or date.max)


def _on_track(figure: Figure, case: Case, line: Line) -> bool:
    if not figure.track:
        return True
    return any(track.id == line.track and track.kind.value == figure.track for track in case.tracks)


def _requested(figure: Figure, case: Case, line: Line) -> bool:
    """Whether a formal request had come before and was neither granted nor refused by then."""
    asked, ended = set(), set()
    for each in case.lines[: line.number - 1]:
        if each.number in case.struck:
            continue
        if isinstance(each.entry, RequestReceived):
            asked.add(each.track)
        elif isinstance(each.entry, ExtraditionGranted | ExtraditionRefused):
            ended.add(each.track)
    return bool(asked - ended)


def _assured(figure: Figure, case: Case, line: Line) -> bool:
    """Whether an undertaking is on file that covers the person and was neither withdrawn nor breached."""
    return any(
        given.covers_person == "covered"
        and figure.about in ("", given.about)
        and not {change.kind for change in given.changes} & {"withdrawn", "breached"}
        for given in case.undertakings
    )


_ALSO: Mapping[str, Callable[[Figure, Case, Line], bool]] = {
    "persons-handed-over-requested": _requested,
    "persons-handed-over-assured": _assured,
}
