"""What a person decided of a pair: binding on every later run, until it is undone or a record says otherwise.

A decision is about words: it holds while both records say what they said. Nothing is merged by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import sha256

from dedere.persons.proposal import Band


class Verdict(str, Enum):
    """What a person may say of a pair."""

    SAME = "same"
    NOT_THE_SAME = "not-the-same"
    CANNOT_SAY = "cannot-say"


class Queue(str, Enum):
    """Where a proposed pair stands: two bands to look at, and what became of those looked at."""

    STRONG = "strong"
    REVIEW = "review"
    REOPENED = "reopened"
    AWAITING = "awaiting"
    UNSETTLED = "unsettled"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Pair:
    """A row of a wanted roll and a row of a register, each by the name of its roll and its id there."""

    wanted_roll: str
    wanted_id: str
    register_roll: str
    register_id: str

    @property
    def key(self) -> str:
        """A short name of the pair, the same in every run: 24 hex digits of a SHA-256."""
        parts = (self.wanted_roll, self.wanted_id, self.register_roll, self.register_id)
        # Lengths go before the parts, so that no two pairs can be written the same.
        return sha256("".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided of a pair, on which words, why, by whom and when.

    ``wanted_digest`` and ``register_digest`` are the records' when the decision was taken; ``second``
    is the officer who confirmed it, empty where one is enough.
    """

    pair: Pair
    verdict: Verdict
    wanted_digest: str
    register_digest: str
    reason: str
    by: str
    at: datetime
    second: str = ""

    def holds(self, wanted: str, register: str) -> bool:
        """Whether the records, by their digests, still say what they said."""
        return (self.wanted_digest, self.register_digest) == (wanted, register)


def queue(
    band: Band, decision: Decision | None, *, wanted: str, register: str, awaiting: bool = False
) -> Queue:
    """Return where a pair stands that a run proposes in ``band``, its records' digests as they are now.

    ``awaiting`` says that a decision has been filed that a second officer has not confirmed.
    """
    if awaiting:
        return Queue.AWAITING
    if decision is None:
        return Queue(band.value)
    if not decision.holds(wanted, register):
        return Queue.REOPENED
    return Queue.UNSETTLED if decision.verdict is Verdict.CANNOT_SAY else Queue.DECIDED
