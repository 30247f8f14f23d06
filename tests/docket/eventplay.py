"""Acts on one event, told in short."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dedere.docket import Act
from dedere.docket.entries import (
    ClaimConfirmed,
    ClaimCorrected,
    ClaimWithdrawn,
    Entry,
    EventOpened,
    SourceCorrected,
)
from dedere.docket.events import EventFile, decide_event
from dedere.words import Refused

import cast

OPENED = EventOpened(
    title_en="Twelve persons handed over",
    title_es="Entrega de doce personas",
    on=date(2025, 2, 3),
    giving="MX",
    receiving="US",
)


@dataclass
class EventPlay:
    """An event's file as acts leave it; each act says whether it was refused, by its code."""

    file: EventFile = field(default_factory=lambda: EventFile(number="E-2025-0001"))

    def opens(self, entry: EventOpened = OPENED) -> str:
        """Open the event."""
        return self.files("open-event", entry)

    def confirms(self, attribute: str = "count", value: str = "12", **more: Any) -> str:
        """Confirm that a source says a thing."""
        told = {"source": "DAILY", **more}
        return self.files("confirm-claim", ClaimConfirmed(attribute=attribute, value=value, **told))

    def corrects(self, line: int, value: str) -> str:
        """Correct what was read wrongly."""
        return self.files("correct-claim", ClaimCorrected(line=line, value=value, reason="read again"))

    def withdraws(self, line: int) -> str:
        """Withdraw a claim."""
        return self.files("withdraw-claim", ClaimWithdrawn(line=line, reason="another event is meant"))

    def takes_back(self, line: int, value: str) -> str:
        """Record that the source corrected itself."""
        return self.files("correct-source", SourceCorrected(line=line, source="DAILY-2", value=value))

    def files(self, code: str, entry: Entry, by: str = cast.ANA) -> str:
        """File any act."""
        answer = decide_event(
            self.file, Act(code=code, entry=entry, occurred_at=cast.NOON), by=by, at=cast.NOON
        )
        if isinstance(answer, Refused):
            return answer.code
        for line in answer:
            self.file = self.file.after(line)
        return ""

    @property
    def values(self) -> list[str]:
        """What the claims that stand say, in order."""
        return [claim.value for claim in self.file.claims]
