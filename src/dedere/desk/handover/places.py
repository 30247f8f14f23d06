"""Legs, seats and who is kept apart from whom, with what is broken said first."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.desk.wording import code, say
from dedere.docket.handover import Handover, Leg, Separation, broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Legs and separations in words, and each rule that the present places break."""

    legs: list[str]
    apart: list[str]
    broken: list[str]


def places(handover: Handover) -> Places:
    """Return the plan of who travels where."""
    return Places(
        legs=[_leg(handover, leg) for leg in handover.legs],
        apart=[_apart(handover, rule) for rule in handover.separations],
        broken=[
            *(_over(handover, leg) for leg in handover.legs if _full(handover, leg)),
            *(say("handover.violation", what=_apart(handover, rule)) for rule in broken(handover)),
        ],
    )


def _full(handover: Handover, leg: Leg) -> bool:
    return bool(leg.seats) and len(handover.aboard(leg.id)) > leg.seats


def _over(handover: Handover, leg: Leg) -> str:
    taken = len(handover.aboard(leg.id))
    what = say("handover.violation-seats", leg=leg.id, taken=taken, seats=leg.seats)
    return say("handover.violation", what=what)


def _leg(handover: Handover, leg: Leg) -> str:
    facts = {
        "leg": leg.id,
        "carrier": leg.carrier,
        "origin": leg.origin,
        "destination": leg.destination,
        "taken": len(handover.aboard(leg.id)),
        "seats": leg.seats,
    }
    return say("handover.leg-row" if leg.seats else "handover.leg-row-open", **facts)


def _apart(handover: Handover, rule: Separation) -> str:
    names = [
        person.person if (person := handover.listed(each)) else each for each in (rule.first, rule.second)
    ]
    how = code("leg", f"apart.{rule.apart}")
    return say("handover.separation-row", first=names[0], second=names[1], apart=how, reason=rule.reason)
