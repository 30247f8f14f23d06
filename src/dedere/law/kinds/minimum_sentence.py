"""A least sentence, where one was imposed."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import AtLeast


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=AtLeast("sentence-imposed", given["months"]))


MINIMUM_SENTENCE = Kind(
    code="minimum-sentence",
    says="The sentence imposed is of at least so many months, whatever of it remains.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    values={"months": Value(type="whole", says="the least sentence imposed, in months")},
    meaning=_meaning,
)
