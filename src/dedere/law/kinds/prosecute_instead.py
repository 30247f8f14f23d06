"""Surrender or prosecute: what follows a refusal for nationality."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(guard=Is("refused-for-nationality"), condition=Is("requested-has-jurisdiction"))


PROSECUTE_INSTEAD = Kind(
    code="prosecute-instead",
    says="Refused for nationality, the case goes to own prosecutors; without jurisdiction nobody prosecutes.",
    effects=(Effect.DUTY,),
    meaning=_meaning,
)
