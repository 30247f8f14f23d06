"""Shows the other States' gates that our journal only grew, and keeps what they cosign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from dedere.clerk import checkpoints
from dedere.clerk.checkpoints import Countersigned
from dedere.clerk.exchange.sending import Unreached
from dedere.registry import journal
from dedere.registry.checkpoints import latest, standing
from dedere.registry.exchange.counterparts import Correspondent, correspondents
from dedere.words import Refused

EVERY = timedelta(minutes=1)
ELSEWHERE = "witness-elsewhere"


class Witnesses(Protocol):
    """Carries what shows our journal's growth to a gate; raises Unreached."""

    def checkpoint(self, to: Correspondent, grown: str) -> Countersigned | Refused:
        """Return the cosignature, or why there is none: ``witness-elsewhere`` tells the size it knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What came of showing: how many States cosigned, and why others did not."""

    cosigned: int = 0
    refused: tuple[str, ...] = ()


def show_due(post: Witnesses, *, at: datetime) -> Shown:
    """Show every State what was recorded since it last cosigned, once a minute at the most."""
    last, told = latest(), standing()
    whole = last is not None and last.size == told.cosigned
    if last is not None and whole and (last.signed_at > at - EVERY or journal.head().size == last.size):
        return Shown()
    answers = [_show(post, to, told.cosigned, at) for to in correspondents() if to.address]
    return Shown(cosigned=answers.count(""), refused=tuple(each for each in answers if each))


def _show(post: Witnesses, to: Correspondent, since: int, at: datetime) -> str:
    """Return why a State did not cosign; empty where it did. Where it knows another size, begin there."""
    for _ in range(2):
        grown = checkpoints.grown(since, at=at)
        if isinstance(grown, Refused):
            return grown.code
        try:
            answer = post.checkpoint(to, grown)
        except Unreached:
            return "unreached"
        if isinstance(answer, Countersigned):
            kept = checkpoints.take(answer, by=to.card.origin, at=at)
            return kept.code if isinstance(kept, Refused) else ""
        if answer.code != ELSEWHERE:
            return answer.code
        since = int(answer.facts["size"])
    return ELSEWHERE
