"""What comes of a question: agreed, contested or unsupported, the positions, the rule that decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from dedere.claims.reconcile.positions import Position
from dedere.claims.reconcile.rules import Rule
from dedere.claims.said import Said


class Outcome(str, Enum):
    """What comes of what sources say on one question."""

    AGREED = "agreed"
    CONTESTED = "contested"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Question:
    """What is asked: an attribute of an event, or of ``about`` in it; ``among`` where many may be true."""

    event: str
    attribute: str
    about: str = ""
    among: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A question with its outcome.

    ``best`` is the best supported position, where one is; ``rule`` is the one that put it above the others.
    ``positions`` has the best first. ``aside`` are claims that count for nothing: opinions, and what its own
    source took back.
    """

    question: Question
    outcome: Outcome
    positions: tuple[Position, ...]
    best: Position | None = None
    rule: Rule | None = None
    aside: tuple[Said, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of what stands, each once."""
        held = self.best.held if self.best else ()
        return tuple(dict.fromkeys(source for claim in held for source in claim.cited))
