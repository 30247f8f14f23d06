"""Sentence transfer: no domicile in the State that would give the person up."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, AtLeast, Is


def _meaning(given: Given) -> Meaning:
    return Meaning(
        condition=All(
            AtLeast("years-present-in-transferring", given["years"]),
            Is("intends-to-remain-in-transferring"),
        )
    )


DOMICILE = Kind(
    code="domicile",
    says="One who lived there so many years, meaning to remain, is domiciled there and is not transferred.",
    effects=(Effect.MANDATORY_BAR,),
    weighs=True,
    values={
        "years": Value(type="whole", says="years present that make a domicile"),
    },
    meaning=_meaning,
)
