"""A refusal is a value: a code and the facts it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """An act that may not be done now, with the facts that say why.

    ``code`` is kebab-case and has a sentence in every language of the desk;
    ``facts`` fill that sentence's places.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """A refusal is falsy, so that ``if filed:`` reads as it should."""
        return False
