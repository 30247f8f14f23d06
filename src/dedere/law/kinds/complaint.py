"""The bar of a complaint that the law requires and nobody made."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Is, Not


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=All(Is("complaint-required"), Not(Is("complaint-made"))))


COMPLAINT = Kind(
    code="complaint",
    says="No extradition where the offence is prosecuted only on complaint and there is none.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    meaning=_meaning,
)
