"""Sentence transfer: a national of the State that would take the person over."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("person-is-national-of-receiving"))


RECEIVING_STATE_NATIONAL = Kind(
    code="receiving-state-national",
    says="The offender is a national of the receiving State.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    meaning=_meaning,
)
