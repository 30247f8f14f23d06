"""An offence committed outside the requesting State: when the duty still holds."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Among, Any, Is, Not

HOME = ("requesting-territory", "requesting-vessel-or-aircraft")


def _meaning(_: Given) -> Meaning:
    national = All(Is("person-is-national-of-requesting"), Is("requesting-has-jurisdiction"))
    return Meaning(
        guard=Not(Among("offence-place", HOME)),
        condition=Any(Is("requested-law-reaches-abroad"), national),
    )


EXTRATERRITORIAL_OFFENCE = Kind(
    code="extraterritorial-offence",
    says="For an offence outside the requesting State's territory there is a duty only in the cases named.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    meaning=_meaning,
)
