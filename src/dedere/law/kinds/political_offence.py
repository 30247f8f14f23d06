"""The bar of the political offence, with the exceptions that belong to it."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Any, Is, Not

GROUNDS = {"political-offence": "offence-political", "persecution": "persecution-risk"}
EXCEPTIONS = {
    "head-of-state": "victim-head-of-state-or-family",
    "multilateral-duty": "multilateral-duty-to-prosecute",
    "international-crime": "crime-against-humanity-or-war-crime",
}


def _meaning(given: Given) -> Meaning:
    grounds = Any(*(Is(GROUNDS[ground]) for ground in given["grounds"]))
    relieved = Any(*(Is(EXCEPTIONS[exception]) for exception in given["exceptions"]))
    return Meaning(condition=All(grounds, Not(relieved)))


POLITICAL_OFFENCE = Kind(
    code="political-offence",
    says="No extradition for a political offence, or to persecute, save for the exceptions named.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    values={
        "grounds": Value(
            type="codes", says="what bars", choices=tuple(GROUNDS), default=("political-offence",)
        ),
        "exceptions": Value(
            type="codes", says="what is held not to be political", choices=tuple(EXCEPTIONS), default=()
        ),
    },
    meaning=_meaning,
)
