"""The bar for a person who was a slave in the requesting State."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("person-was-slave"))


SLAVE_STATUS = Kind(
    code="slave-status",
    says="No extradition of a person who had the status of a slave in the requesting State.",
    effects=(Effect.MANDATORY_BAR,),
    weighs=True,
    meaning=_meaning,
)
