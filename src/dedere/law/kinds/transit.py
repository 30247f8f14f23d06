"""Transit of a person whom a third State gives up."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Kind, always

TRANSIT = Kind(
    code="transit",
    says="A State lets the person through on the papers named.",
    effects=(Effect.DUTY,),
    meaning=always,
)
