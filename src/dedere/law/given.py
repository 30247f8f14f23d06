"""The facts of a case that hold for every charge, with those that follow from the case itself."""

from __future__ import annotations

from dedere.law.calendar import day_of, seat_zone
from dedere.law.casefile import CaseFile, Facts, Known
from dedere.law.vocabulary import REQUESTING, TODAY

STAY = "stay-in-force"
ORDERED, LIFTED = "stay-ordered", "stay-lifted"


def given_facts(casefile: CaseFile) -> Facts:
    """The person's and the request's facts, the day, the requesting State, and a stay its events show."""
    facts = dict(casefile.facts)
    stayed = stay_in_force(casefile)
    if stayed is not None and STAY not in facts:
        facts[STAY] = Known(value=stayed)
    facts[TODAY.name] = Known(value=casefile.on)
    facts[REQUESTING.name] = Known(value=str(casefile.requesting))
    return facts


def stay_in_force(casefile: CaseFile) -> bool | None:
    """Whether by the case's day more stays were ordered than lifted; None where no event says."""
    zone = seat_zone(casefile.requested)
    kinds = [
        event.kind
        for event in casefile.events
        if event.kind in (ORDERED, LIFTED) and day_of(event.at, zone) <= casefile.on
    ]
    if not kinds:
        return None
    return kinds.count(ORDERED) > kinds.count(LIFTED)
