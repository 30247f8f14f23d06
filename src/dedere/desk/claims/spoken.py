"""An answer in words: the question, its outcome, each position with who says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dedere.claims.attributes import Kind, attributes
from dedere.claims.reconcile import Position, Reconciled
from dedere.desk.wording import code, say

_GROUPS = {Kind.TRACK: "claim-verb", Kind.CODE: "claim-value"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenPosition:
    """One thing that is said, in words, with the ids of the sources that say it."""

    words: str
    best: bool
    sources: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenAnswer:
    """A question in words, and its answer."""

    answer: Reconciled
    question: str
    positions: Sequence[SpokenPosition]


def spoken(answer: Reconciled) -> SpokenAnswer:
    """Put an answer into the words of the officer's language."""
    asked = answer.question
    about = f" · {asked.about}" if asked.about else ""
    return SpokenAnswer(
        answer=answer,
        question=code("claim", asked.attribute) + about,
        positions=[_position(asked.attribute, each, each is answer.best) for each in answer.positions],
    )


def words_of(attribute: str, value: str) -> str:
    """A value in words where it is a code, else as it is."""
    group = _GROUPS.get(attributes()[attribute].kind)
    return code(group, value) or value if group else value


def _position(attribute: str, position: Position, best: bool) -> SpokenPosition:
    words = words_of(attribute, position.value)
    cited = dict.fromkeys(source for claim in position.held for source in claim.cited)
    return SpokenPosition(
        words=say("claims.not", value=words) if position.negated else words,
        best=best,
        sources=tuple(cited),
    )
