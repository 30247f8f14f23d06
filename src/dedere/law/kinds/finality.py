"""Sentence transfer: the judgment is final."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Is, Not


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=All(Not(Is("appeal-or-attack-pending")), Is("appeal-time-over")))


FINALITY = Kind(
    code="finality",
    says="No appeal or collateral attack is pending and the time to appeal is over.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    meaning=_meaning,
)
