"""Punishable in the receiving State too: the test of sentence transfer."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("punishable-in-receiving"))


DUAL_CRIMINALITY = Kind(
    code="dual-criminality",
    says="The act is generally punishable as a crime in the State that would take the person over.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    meaning=_meaning,
)
