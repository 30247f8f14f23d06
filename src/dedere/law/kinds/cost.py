"""Who pays for what."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Kind, always

COST = Kind(
    code="cost",
    says="Which State bears which cost.",
    effects=(Effect.COST,),
    meaning=always,
)
