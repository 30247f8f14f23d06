"""A least penalty by the law of one of the two States."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import AtLeast

SIDES = ("requesting", "requested")


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=AtLeast(f"maximum-{given['side']}", given["months"]))


MINIMUM_PENALTY = Kind(
    code="minimum-penalty",
    says="By the law of the State named the offence carries a maximum of at least so many months.",
    effects=(Effect.REQUIREMENT, Effect.SCOPE),
    weighs=True,
    values={
        "months": Value(type="whole", says="the least maximum, in months"),
        "side": Value(type="code", says="whose law is asked", choices=SIDES),
    },
    meaning=_meaning,
)
