"""Temporary surrender of a convicted person for trial."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Is


def _meaning(_: Given) -> Meaning:
    return Meaning(
        guard=Is("extradition-granted"),
        condition=All(Is("other-sentence-in-requested"), Is("person-status", "accused")),
    )


TEMPORARY_SURRENDER = Kind(
    code="temporary-surrender",
    says="After the grant, a person serving a sentence at home may be lent for trial and comes back.",
    effects=(Effect.DISCRETION,),
    meaning=_meaning,
)
