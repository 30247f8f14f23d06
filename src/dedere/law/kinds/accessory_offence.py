"""An offence too slight by itself, in a request for one that is grave enough."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, AtLeast, Is, Not

SIDES = ("requesting", "requested")


def _meaning(given: Given) -> Meaning:
    grave = All(*(AtLeast(f"maximum-{side}", given["months"]) for side in SIDES))
    return Meaning(
        guard=Is("punishable-in-both"),
        condition=All(Not(grave), Is("accompanies-extraditable-offence")),
    )


ACCESSORY_OFFENCE = Kind(
    code="accessory-offence",
    says="Punishable in both States and too slight by itself, it may be added to one that is extraditable.",
    effects=(Effect.DISCRETION,),
    weighs=True,
    values={
        "months": Value(type="whole", says="the least maximum in each State, in months, that it misses"),
    },
    meaning=_meaning,
)
