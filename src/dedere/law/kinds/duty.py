"""A duty of a State or an office."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import ALWAYS, Is


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Is(given["then"]) if given["then"] else ALWAYS)


DUTY = Kind(
    code="duty",
    says="An office must do something; where a fact shows that it was done, met means done.",
    effects=(
        Effect.DUTY,
        Effect.AFTER_SURRENDER,
    ),
    values={
        "then": Value(type="fact", says="the fact that shows it was done", default=""),
    },
    meaning=_meaning,
)
