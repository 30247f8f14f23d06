"""What a clause kind is: the values it takes, and the condition and effect they come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dedere.law.assessment import Effect
from dedere.law.logic import ALWAYS, Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One key that a clause of a kind may or must carry.

    Attributes:
        type: ``whole``, ``day``, ``flag``, ``code``, ``codes``, ``fact``, ``facts``, ``state``.
            A ``fact`` names a yes-no fact of the vocabulary.
        says: what the value means, in one clause of English, for the reference page.
        choices: what a ``code`` or the ``codes`` may be; a closed list.
        default: what holds when the key is left out; None makes the key required.
    """

    type: str
    says: str
    choices: tuple[str, ...] = ()
    default: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What the values of one clause come to.

    ``condition`` decides met or not met; where ``guard`` does not hold the clause is not in
    point; ``cures`` are the facts (assurances) that would lift the bar.
    """

    condition: Condition
    guard: Condition = ALWAYS
    cures: tuple[str, ...] = ()


Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of clause.

    Attributes:
        says: what such a clause does, in one sentence.
        effects: the effects it may have; the first is meant where the clause names none.
        weighs: whether the finding counts in the standing of a charge.
        values: its own keys, beside those that every clause has.
        meaning: from values to meaning.
    """

    code: str
    says: str
    effects: tuple[Effect, ...]
    meaning: Callable[[Given], Meaning]
    values: Mapping[str, Value] = field(default_factory=dict)
    weighs: bool = False


def always(_: Given) -> Meaning:
    """The meaning of a clause that simply holds when it is in point."""
    return Meaning(condition=ALWAYS)
