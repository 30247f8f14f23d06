"""The evidence that a request must carry, by the status of the person."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Given, Kind, Meaning
from dedere.law.logic import All, Any, Is, Not


def _meaning(_: Given) -> Meaning:
    accused = All(Is("person-status", "accused"), Is("evidence-justifies-committal"))
    convicted = All(Not(Is("person-status", "accused")), Is("identity-with-convicted-proved"))
    return Meaning(condition=Any(accused, convicted))


EVIDENCE_STANDARD = Kind(
    code="evidence-standard",
    says="Evidence that would justify committal of an accused person; identity of a convicted one.",
    effects=(Effect.REQUIREMENT,),
    weighs=True,
    meaning=_meaning,
)
