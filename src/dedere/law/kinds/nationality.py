"""The requested State's own nationals."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Is, Not, Reaches


def _meaning(given: Given) -> Meaning:
    national = Is("person-is-national-of-requested")
    if not given["acquired_after_offence_excepted"]:
        return Meaning(condition=national)
    later = Reaches("nationality-of-requested-acquired-on", "offence-on", strictly=True)
    return Meaning(condition=All(national, Not(later)))


NATIONALITY = Kind(
    code="nationality",
    says="No duty to give up a national of the requested State; who may still do so, and when, is said.",
    effects=(
        Effect.DISCRETION,
        Effect.MANDATORY_BAR,
    ),
    weighs=True,
    values={
        "acquired_after_offence_excepted": Value(
            type="flag",
            says="a nationality acquired after the offence is no obstacle",
            default=False,
        ),
    },
    meaning=_meaning,
)
