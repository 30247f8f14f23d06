"""The bar of a prior prosecution or judgment for the same offence."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Any, Condition, Is

TESTS = ("elements", "conduct")


def _meaning(given: Given) -> Meaning:
    if given["outcome"] == "acquitted-pardoned-or-served":
        return Meaning(condition=Is("acquitted-pardoned-or-served"))
    return Meaning(condition=All(Is("tried-in-requested"), _same(given["test"])))


def _same(test: str) -> Condition:
    if test != "open":
        return Is(f"same-{test}")
    return Any(*(All(Is("same-offence-test", each), Is(f"same-{each}")) for each in TESTS))


PRIOR_JUDGMENT = Kind(
    code="prior-judgment",
    says="No extradition for what was already tried; what makes the offence the same is a test of the forum.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    values={
        "outcome": Value(
            type="code",
            says="what must have happened before",
            choices=("tried", "acquitted-pardoned-or-served"),
            default="tried",
        ),
        "test": Value(
            type="code",
            says="when two offences are the same; left open, the fact same-offence-test says which test",
            choices=(*TESTS, "open"),
            default="open",
        ),
    },
    meaning=_meaning,
)
