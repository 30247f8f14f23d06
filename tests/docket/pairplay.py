"""Acts on one pair, told in short."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from dedere.docket import Act
from dedere.docket.entries import DecisionUndone, Line, PairDecided, SignatureRefused
from dedere.docket.pairs import PairFile, countersign_pair, decide_pair
from dedere.persons.record import Record
from dedere.words import Refused
from rolls import held, wanted

import cast

Answer = tuple[Line, ...] | Refused


@dataclass
class PairPlay:
    """A pair's file as acts leave it; each act says whether it was refused, by its code."""

    file: PairFile = field(default_factory=lambda: PairFile(number="P-2025-0001"))

    def decides(self, verdict: str, *, by: str = cast.ANA, one: Record | None = None, **said: Record) -> str:
        """Decide the pair, on its usual words unless ``one`` (wanted) or ``other`` (register) is given."""
        records = {"wanted": one or wanted(), "held": said.get("other") or held()}
        entry = PairDecided(verdict=verdict, reason="seen side by side", **records)
        return self._files("decide-pair", entry, by)

    def undoes(self, line: int, *, by: str = cast.ANA) -> str:
        """Undo the decision of a line."""
        return self._files("undo-decision", DecisionUndone(line=line, reason="taken in error"), by)

    def declines(self, proposal: int, *, by: str = cast.BRUNO) -> str:
        """Decline to sign."""
        return self._files("refuse-signature", SignatureRefused(proposal=proposal, reason="no prints"), by)

    def signs(self, proposal: int, *, by: str = cast.BRUNO, at: datetime = cast.NOON) -> str:
        """Sign as the second officer."""
        return self._takes(countersign_pair(self.file, proposal, by=by, at=at))

    def _files(self, code: str, entry: object, by: str) -> str:
        act = Act(code=code, entry=entry, occurred_at=cast.NOON)  # type: ignore[arg-type]
        return self._takes(decide_pair(self.file, act, by=by, at=cast.NOON))

    def _takes(self, answer: Answer) -> str:
        if isinstance(answer, Refused):
            return answer.code
        for line in answer:
            self.file = self.file.after(line)
        return ""
