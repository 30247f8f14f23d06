"""Double criminality asked only of offences that no list takes out of it."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, AtLeast, Is, Not


def _meaning(given: Given) -> Meaning:
    listed = All(Is("offence-on-framework-list"), AtLeast("maximum-requesting", given["months"]))
    return Meaning(condition=All(Not(listed), Not(Is("punishable-in-both"))))


DUAL_CRIMINALITY_OFF_LIST = Kind(
    code="dual-criminality-off-list",
    says="Off the list, or punished less, an act that is no offence in the requested State opens a refusal.",
    effects=(Effect.DISCRETION, Effect.MANDATORY_BAR),
    weighs=True,
    values={
        "months": Value(
            type="whole", says="the maximum, in months, from which a listed offence is not verified"
        ),
    },
    meaning=_meaning,
)
