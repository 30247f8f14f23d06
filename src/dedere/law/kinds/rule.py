"""A rule that explains or frames other clauses."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import ALWAYS, Is


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Is(given["then"]) if given["then"] else ALWAYS)


RULE = Kind(
    code="rule",
    says="It decides nothing of its own.",
    effects=(
        Effect.SCOPE,
        Effect.AFTER_SURRENDER,
        Effect.EXCEPTION,
        Effect.DUTY,
    ),
    values={
        "then": Value(type="fact", says="the fact that shows it was done", default=""),
    },
    meaning=_meaning,
)
