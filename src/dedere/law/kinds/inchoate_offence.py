"""Attempt, association and participation count as the offence does."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Among, Is, Not

FORMS = ("attempt", "association", "participation")


def _meaning(given: Given) -> Meaning:
    return Meaning(
        guard=Not(Is("offence-form", "completed")), condition=Among("offence-form", given["forms"])
    )


INCHOATE_OFFENCE = Kind(
    code="inchoate-offence",
    says="Forms short of, or beside, the completed offence are covered too.",
    effects=(Effect.SCOPE,),
    weighs=True,
    values={
        "forms": Value(type="codes", says="the forms covered", choices=FORMS, default=FORMS),
    },
    meaning=_meaning,
)
