"""In whose custody each entry leaves the person: one State's, or none's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dedere.docket.entries import aftercare, arrest, surrender
from dedere.docket.entries.line import Entry, Line
from dedere.docket.folds.fold import on_person
from dedere.docket.parts import Custody

if TYPE_CHECKING:
    from dedere.docket.case import Case

# The State that holds the person then, by its role in the case.
HELD_BY: dict[type[Entry], str] = {
    arrest.ProvisionallyArrested: "requested",
    arrest.Arrested: "requested",
    arrest.Committed: "requested",
    surrender.HandedOver: "requesting",
    surrender.TemporarilySurrendered: "requesting",
    surrender.Returned: "requested",
}
# What is known of the person whom no State holds then.
HELD_BY_NONE: dict[type[Entry], str] = {
    arrest.Bailed: "bail",
    arrest.Released: "at-liberty",
    arrest.Escaped: "escaped",
    arrest.Died: "dead",
    aftercare.FreedToLeave: "at-liberty",
    aftercare.LeftTerritory: "at-liberty",
    aftercare.ReturnedVoluntarily: "at-liberty",
}


def _held(case: Case, entry: Entry, line: Line) -> Case:
    holder = getattr(case, HELD_BY[type(entry)])
    # A journey that a manifest carried is over once the other side has taken the person.
    listed = "" if getattr(entry, "handover", "") else case.listed
    return replace(case, custody=_custody("held", entry, line, holder), listed=listed)


def _free(case: Case, entry: Entry, line: Line) -> Case:
    return replace(case, custody=_custody(HELD_BY_NONE[type(entry)], entry, line))


def _not_taken(case: Case, entry: surrender.ArrivalRefused, line: Line) -> Case:
    """Leave the person with the State that held them: the leg ends where it began."""
    holder = case.custody.holder or case.requested
    return replace(case, custody=_custody("held", entry, line, holder))


def _custody(status: str, entry: Entry, line: Line, holder: str = "") -> Custody:
    place = getattr(entry, "place", "") or getattr(entry, "court", "")
    return Custody(status=status, holder=holder, since=line.occurred_at, place=place)


for kind in HELD_BY:
    on_person(kind)(_held)
for kind in HELD_BY_NONE:
    on_person(kind)(_free)
on_person(surrender.ArrivalRefused)(_not_taken)
