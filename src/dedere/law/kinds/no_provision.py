"""The answer that no provision was found."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Kind, always

NO_PROVISION = Kind(
    code="no-provision",
    says="The instrument was read and holds no provision on the point.",
    effects=(Effect.NO_PROVISION,),
    meaning=always,
)
