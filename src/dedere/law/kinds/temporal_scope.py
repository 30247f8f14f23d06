"""Which offences an instrument reaches in time."""

from __future__ import annotations

from datetime import date

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import ALWAYS, Before, Not


def _meaning(given: Given) -> Meaning:
    if given["offences_from"] == date.min:
        return Meaning(condition=ALWAYS)
    return Meaning(condition=Not(Before("offence-on", given["offences_from"])))


TEMPORAL_SCOPE = Kind(
    code="temporal-scope",
    says="Offences before and after entry into force, unless only those from a day on are reached.",
    effects=(Effect.SCOPE,),
    weighs=True,
    values={
        "offences_from": Value(type="day", says="the first day reached", default=date.min),
    },
    meaning=_meaning,
)
