"""The file of a counterpart: whose card is trusted, where its gate is, what awaits a second officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from dedere.docket.entries import (
    CardIssued,
    CardRenewed,
    CounterpartPlaced,
    CounterpartTrusted,
    Line,
    SignatureAwaited,
    SignatureRefused,
    TrustEnded,
)
from dedere.docket.parts import Proposal

# The kinds of lines that this file is folded from: few, however many letters pass.
FOLDED = (
    CardIssued,
    CardRenewed,
    CounterpartPlaced,
    CounterpartTrusted,
    SignatureAwaited,
    SignatureRefused,
    TrustEnded,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Another State as its file has it, or this State's own file of the cards that it gave out.

    ``card`` is the signed card that is trusted, empty where none is; ``awaiting`` what a second officer
    must sign; ``version`` the file's last line, letters and receipts included.
    """

    state: str
    version: int = 0
    origin: str = ""
    card: str = ""
    fingerprint: str = ""
    address: str = ""
    certificate: str = ""
    trusted_at: datetime | None = None
    ended_at: datetime | None = None
    awaiting: Proposal | None = None

    @property
    def trusted(self) -> bool:
        """Whether anything it signs is believed; this State's own file names no origin."""
        return bool(self.origin) and self.ended_at is None

    def after(self, line: Line) -> Counterpart:
        """Return the file with one more line; total, so that any journal can be read."""
        kept = replace(self, version=line.number)
        match line.entry:
            case CounterpartTrusted() as told:
                return replace(
                    kept,
                    origin=told.origin,
                    card=told.card,
                    fingerprint=told.fingerprint,
                    trusted_at=line.recorded_at,
                    ended_at=None,
                    awaiting=None,
                )
            case CounterpartPlaced(address=address, certificate=certificate):
                return replace(kept, address=address, certificate=certificate, awaiting=None)
            case CardRenewed(card=card) | CardIssued(card=card):
                return replace(kept, card=card)
            case TrustEnded():
                return replace(kept, ended_at=line.recorded_at, awaiting=None)
            case SignatureAwaited(act=act, proposed=text):
                awaited = Proposal(line=line.number, act=act, text=text, by=line.by, at=line.recorded_at)
                return replace(kept, awaiting=awaited)
            case SignatureRefused():
                return replace(kept, awaiting=None)
            case _:
                return kept


def fold_counterpart(state: str, lines: Iterable[Line]) -> Counterpart:
    """Fold the file of a counterpart from its lines, or from those of them that are of FOLDED kinds."""
    file = Counterpart(state=state)
    for line in lines:
        file = file.after(line)
    return file
