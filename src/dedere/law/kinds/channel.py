"""The channel by which a request must come."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning, Value
from dedere.law.logic import Any, Is


def _meaning(given: Given) -> Meaning:
    diplomatic = Is("by-diplomatic-channel")
    if not given["direct_too"]:
        return Meaning(condition=diplomatic)
    return Meaning(condition=Any(diplomatic, Is("by-direct-channel")))


CHANNEL = Kind(
    code="channel",
    says="The request came by the diplomatic channel, or where that is open by another one agreed.",
    effects=(Effect.DOCUMENT,),
    weighs=True,
    values={
        "direct_too": Value(
            type="flag",
            says="the channel between ministries of justice or other named authorities is open too",
            default=False,
        ),
    },
    meaning=_meaning,
)
