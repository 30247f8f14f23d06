"""A right of the person."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import ALWAYS, Is


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Is(given["then"]) if given["then"] else ALWAYS)


RIGHT = Kind(
    code="right",
    says="The person may ask for something, and an office must give it.",
    effects=(Effect.DUTY,),
    values={
        "then": Value(type="fact", says="the fact that shows it was done", default=""),
    },
    meaning=_meaning,
)
