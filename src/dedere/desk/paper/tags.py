"""Custody tags: one for each person on the manifest."""

from __future__ import annotations

from datetime import datetime

from dedere.desk.paper.manifest import listing
from dedere.desk.paper.sheet import Data, sheet, simulated_in
from dedere.desk.paper.words import Words
from dedere.docket.handover import Handover, Listed
from dedere.press import press


def tags(handover: Handover, words: Words, *, at: datetime) -> bytes:
    """Return the tags as PDF/A, eight to a sheet."""
    return press("desk/paper/tags", tags_data(handover, words, at=at), at=at)


def tags_data(handover: Handover, words: Words, *, at: datetime) -> Data:
    """Return what the tags show."""
    simulated = {case: line.simulated for case, line in listing(handover).items()}
    frame = sheet(
        words,
        title=words.say("tags"),
        reference=handover.id,
        simulated=simulated_in(handover.lines),
        at=at,
    )
    people = [
        _tag(words, ordinal, person, handover, simulated.get(person.case, False))
        for ordinal, person in enumerate(handover.active, 1)
    ]
    return {**frame, "people": people}


def _tag(words: Words, ordinal: int, person: Listed, handover: Handover, simulated: bool) -> Data:
    leg = handover.leg(person.leg)
    origin = leg.origin if leg else handover.place or "–"
    destination = person.destination or (leg.destination if leg else "–")
    journey = " · ".join(each for each in (person.leg, person.seat, f"{origin} → {destination}") if each)
    return {
        "place": str(ordinal),
        "case": person.case,
        "name": person.person,
        "journey": journey,
        "property": words.say("tag-property"),
        "simulated": words.marked(simulated),
    }
