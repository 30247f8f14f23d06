"""Surrender without a treaty, as a matter of comity."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Is, Not


def _meaning(_: Given) -> Meaning:
    return Meaning(
        condition=All(
            Is("violence-against-nationals-of-requesting"),
            Is("attorney-general-certifies"),
            Not(Is("person-is-national-of-requested")),
            Not(Is("person-is-permanent-resident-of-requested")),
            Not(Is("offence-political")),
        )
    )


COMITY = Kind(
    code="comity",
    says="One who is neither national nor resident may be given up for violence against nationals.",
    effects=(Effect.EXCEPTION,),
    meaning=_meaning,
)
