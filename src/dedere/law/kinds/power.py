"""A power that an office has, and need not use."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import ALWAYS, Is


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Is(given["then"]) if given["then"] else ALWAYS)


POWER = Kind(
    code="power",
    says="An office may do something.",
    effects=(Effect.DISCRETION,),
    values={
        "then": Value(type="fact", says="the fact that shows it was done", default=""),
    },
    meaning=_meaning,
)
