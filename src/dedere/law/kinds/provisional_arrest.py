"""Provisional arrest in urgency: what the demand must say."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Is

SAID = (
    "arrest-describes-offence",
    "arrest-describes-person",
    "arrest-undertakes-to-formalise",
    "arrest-declares-warrant",
)


def _meaning(_: Given) -> Meaning:
    return Meaning(guard=Is("arrest-urgent"), condition=All(*(Is(fact) for fact in SAID)))


PROVISIONAL_ARREST = Kind(
    code="provisional-arrest",
    says="In urgency a person may be arrested on a demand that says these things, before the request comes.",
    effects=(Effect.DOCUMENT,),
    meaning=_meaning,
)
