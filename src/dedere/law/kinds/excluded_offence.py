"""Sentence transfer: offences that are left out."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Any, Is

OFFENCES = {
    "political": "offence-political",
    "immigration": "offence-against-immigration-law",
    "military": "offence-purely-military",
}


def _meaning(given: Given) -> Meaning:
    return Meaning(condition=Any(*(Is(OFFENCES[offence]) for offence in given["offences"])))


EXCLUDED_OFFENCE = Kind(
    code="excluded-offence",
    says="No transfer for the offences named.",
    effects=(Effect.MANDATORY_BAR,),
    weighs=True,
    values={
        "offences": Value(type="codes", says="the offences left out", choices=tuple(OFFENCES)),
    },
    meaning=_meaning,
)
