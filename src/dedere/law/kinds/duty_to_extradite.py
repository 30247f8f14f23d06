"""The duty to extradite: whom a treaty reaches."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Among

STATUSES = ("accused", "convicted-unsentenced", "sentenced")


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Among("person-status", given["statuses"]))


DUTY_TO_EXTRADITE = Kind(
    code="duty-to-extradite",
    says="The States give up to each other persons of the statuses named.",
    effects=(Effect.SCOPE,),
    weighs=True,
    values={
        "statuses": Value(
            type="codes",
            says="the statuses of persons that the duty reaches",
            choices=STATUSES,
            default=STATUSES,
        ),
    },
    meaning=_meaning,
)
