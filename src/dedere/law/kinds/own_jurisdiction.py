"""The bar of the requested State's own jurisdiction."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("requested-has-jurisdiction"))


OWN_JURISDICTION = Kind(
    code="own-jurisdiction",
    says="No extradition for an offence within the jurisdiction of the requested State's courts.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    meaning=_meaning,
)
