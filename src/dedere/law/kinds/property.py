"""Property connected with the offence."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Kind, always

PROPERTY = Kind(
    code="property",
    says="Articles, valuables and papers are handed over, saving the rights of third persons.",
    effects=(Effect.DUTY,),
    meaning=always,
)
