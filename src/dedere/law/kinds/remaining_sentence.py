"""The part of a sentence that must remain to be served."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Reaches, Span


def _meaning(given: Given) -> Meaning:
    remains = Reaches("sentence-ends-on", "remainder-measured-on", Span(months=given["months"]))
    return Meaning(condition=remains)


REMAINING_SENTENCE = Kind(
    code="remaining-sentence",
    says="So many calendar months of the sentence remain on the day from which that is measured.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    values={
        "months": Value(type="whole", says="the least remainder, in calendar months"),
    },
    meaning=_meaning,
)
