"""Sentence transfer: how the sentence is served after transfer."""

from __future__ import annotations

from dedere.law.assessment import Effect
from dedere.law.kinds.kind import Kind, always

EXECUTION = Kind(
    code="execution",
    says="Whose law governs the serving of the sentence, and what may not change.",
    effects=(Effect.AFTER_SURRENDER,),
    meaning=always,
)
