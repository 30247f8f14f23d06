"""A court order that the person be not surrendered or removed."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("stay-in-force"))


STAY = Kind(
    code="stay",
    says="While the stay is in force surrender stands barred, on the routes named.",
    effects=(Effect.STAY,),
    weighs=True,
    meaning=_meaning,
)
