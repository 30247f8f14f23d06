"""What counts as territory: land, waters, air, vessels and aircraft."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Among

HOME = ("requesting-territory", "requesting-vessel-or-aircraft")


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Among("offence-place", HOME))


TERRITORY = Kind(
    code="territory",
    says="The offence was committed in what the treaty counts as territory of the requesting State.",
    effects=(Effect.SCOPE,),
    meaning=_meaning,
)
