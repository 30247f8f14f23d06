"""Seats and separations: who may sit where, who may not travel with whom."""

from __future__ import annotations

import re

from dedere.docket.first import first
from dedere.docket.handover.parts import Listed, Separation
from dedere.docket.handover.state import Handover
from dedere.words import Refused

_SEAT = re.compile(r"0*(\d{1,4})\s*([A-Z]?)")


def seat_refused(handover: Handover, case: str, leg: str, seat: str) -> Refused | None:
    """Return why the person may not have this place: no such leg, full, seat taken, or kept apart."""
    planned = handover.leg(leg)
    if planned is None:
        return Refused(code="no-such-leg", facts={"leg": leg})
    others = [person for person in handover.aboard(leg) if person.case != case]
    if planned.seats and len(others) >= planned.seats:
        return Refused(code="leg-full", facts={"leg": leg, "seats": str(planned.seats)})
    if seat and (taken := next((person for person in others if person.seat == seat), None)):
        return Refused(code="seat-taken", facts={"seat": seat, "person": taken.person})
    return first(_apart(handover, case, seat, other) for other in others)


def broken(handover: Handover) -> tuple[Separation, ...]:
    """Return the separations that the present places break."""
    return tuple(rule for rule in handover.separations if _breaks(handover, rule))


def _breaks(handover: Handover, rule: Separation) -> bool:
    first, second = handover.listed(rule.first), handover.listed(rule.second)
    if first is None or second is None or not first.leg or first.leg != second.leg:
        return False
    return rule.apart == "leg" or adjacent(first.seat, second.seat) is not False


def _apart(handover: Handover, case: str, seat: str, other: Listed) -> Refused | None:
    """Return the refusal of the first separation that stands between the two on one leg."""
    for rule in handover.separations:
        if {rule.first, rule.second} != {case, other.case}:
            continue
        if rule.apart == "leg":
            return Refused(code="kept-apart", facts={"person": other.person, "reason": rule.reason})
        beside = adjacent(seat, other.seat)
        if beside is None:
            return Refused(code="seat-needed", facts={"person": other.person})
        if beside:
            return Refused(code="seats-adjacent", facts={"person": other.person, "reason": rule.reason})
    return None


def adjacent(one: str, other: str) -> bool | None:
    """Whether two seats are side by side (``4A``, ``4B``; ``7``, ``8``); None where it cannot be told."""
    first, second = _SEAT.fullmatch(one), _SEAT.fullmatch(other)
    if first is None or second is None:
        return None
    if first[2] and second[2]:
        return first[1] == second[1] and abs(ord(first[2]) - ord(second[2])) == 1
    if first[2] or second[2]:
        return None
    return abs(int(first[1]) - int(second[1])) == 1
