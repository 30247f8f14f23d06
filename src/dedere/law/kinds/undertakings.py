"""The undertakings that the requesting State must give."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Is


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=All(*(Is(fact) for fact in given["undertakings"])), cures=given["undertakings"])


UNDERTAKINGS = Kind(
    code="undertakings",
    says="Each undertaking named was given.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    values={
        "undertakings": Value(type="facts", says="the undertakings"),
    },
    meaning=_meaning,
)
