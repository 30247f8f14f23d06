"""The channel by which a request must come."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import Is


def _meaning(_: Given) -> Meaning:
    return Meaning(condition=Is("by-diplomatic-channel"))


CHANNEL = Kind(
    code="channel",
    says="The request came by the diplomatic channel.",
    effects=(Effect.DOCUMENT,),
    weighs=True,
    meaning=_meaning,
)
