"""The first refusal of several; a refusal is falsy, so no ``or`` may look for it."""

from __future__ import annotations

from collections.abc import Iterable

from dedere.words import Refused


def first(refusals: Iterable[Refused | None]) -> Refused | None:
    """Return the first refusal, or None when there is none; what follows it is not asked."""
    return next((refused for refused in refusals if refused is not None), None)
