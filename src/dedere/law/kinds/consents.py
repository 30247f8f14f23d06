"""Sentence transfer: whose consent is needed."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import All, Any, Condition, Is, Not

WHO = {
    "offender": "offender-consents",
    "transferring-state": "transferring-state-consents",
    "receiving-state": "receiving-state-consents",
}


def _meaning(given: Given) -> Meaning:
    needed: list[Condition] = [Is(WHO[who]) for who in given["of"]]
    if given["component_state"]:
        own = Not(Is("convicted-by-component-state"))
        needed.append(Any(own, Is("component-state-approves")))
    return Meaning(condition=All(*needed))


CONSENTS = Kind(
    code="consents",
    says="Each consent named was given.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    values={
        "of": Value(
            type="codes",
            says="who must consent",
            choices=tuple(WHO),
            default=tuple(WHO),
        ),
        "component_state": Value(
            type="flag",
            says="where a component state of a federation convicted, it approves too",
            default=False,
        ),
    },
    meaning=_meaning,
)
