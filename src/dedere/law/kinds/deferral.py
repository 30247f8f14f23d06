"""Surrender put off while the person is wanted or held at home."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Any, Is


def _meaning(_: Given) -> Meaning:
    return Meaning(
        guard=Is("extradition-granted"),
        condition=Any(Is("other-proceedings-in-requested"), Is("other-sentence-in-requested")),
    )


DEFERRAL = Kind(
    code="deferral",
    says="After the grant, surrender may or must wait for a domestic case or sentence for another offence.",
    effects=(Effect.DEFERRAL,),
    values={
        "must": Value(type="flag", says="surrender must wait; left out, it may", default=False),
    },
    meaning=_meaning,
)
