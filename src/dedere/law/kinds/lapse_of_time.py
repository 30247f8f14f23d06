"""The bar of lapse of time, under one law or either."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Any, Is

LAWS = ("requesting", "requested")


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Any(*(Is(f"time-barred-in-{law}") for law in given["laws"])))


LAPSE_OF_TIME = Kind(
    code="lapse-of-time",
    says="No extradition when the action or the penalty has lapsed; delay alone is no lapse.",
    effects=(
        Effect.MANDATORY_BAR,
        Effect.DISCRETION,
    ),
    weighs=True,
    values={
        "laws": Value(type="codes", says="whose law may bar", choices=LAWS, default=LAWS),
    },
    meaning=_meaning,
)
