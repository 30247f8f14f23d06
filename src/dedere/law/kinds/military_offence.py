"""The bar of the purely military offence."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("offence-purely-military"))


MILITARY_OFFENCE = Kind(
    code="military-offence",
    says="No extradition for a purely military offence.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    meaning=_meaning,
)
