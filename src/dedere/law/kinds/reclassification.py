"""The offence is called otherwise in the trial after surrender."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Is


def _meaning(_: Given) -> Meaning:
    return Meaning(
        guard=Is("reclassified"),
        condition=All(Is("reclassified-on-same-facts"), Is("reclassified-maximum-no-higher")),
    )


RECLASSIFICATION = Kind(
    code="reclassification",
    says="A new classification must rest on the same facts and carry no higher maximum.",
    effects=(Effect.AFTER_SURRENDER,),
    meaning=_meaning,
)
