"""Accords for tests: two States, an invented promise, acts on its file told in short."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from dedere.accords.accord import LEDGER, Accord, Account, Words
from dedere.docket.accords import AccordFile, countersign_accord, decide_accord, digest_of
from dedere.docket.acts import Act
from dedere.docket.entries import (
    AccordCorrected,
    AccordRecorded,
    Entry,
    EvidenceAdded,
    Line,
    PositionPublished,
    PositionStated,
    PositionStruck,
    SignaturePublished,
    SignatureRefused,
    TextSigned,
)
from dedere.words import Refused

import cast

MADE, TODAY = date(2025, 1, 10), cast.NOON.date()
NAMED = Words(en="lend two ferries", es="prestar dos transbordadores")


def account(whose: str = LEDGER, words: Words | None = NAMED, **more: object) -> Account:
    return Account(whose=whose, words=words, **more)  # type: ignore[arg-type]


def accord(kind: str = "commitment", **more: object) -> Accord:
    told = {
        "area": "other",
        "between": ("MX", "US"),
        "by": ("MX",),
        "on": MADE.isoformat(),
        "accounts": (account(),),
        **more,
    }
    return Accord(kind=kind, **told)  # type: ignore[arg-type]


@dataclass
class Play:
    """The file of one accord as acts leave it; each act says why it was refused, by its code."""

    home: str = "MX"
    file: AccordFile = field(default_factory=lambda: AccordFile(number="A-2025-0001"))

    def records(self, told: Accord | None = None, code: str = "") -> str:
        told = told or accord()
        return self.files(code or f"record-{told.kind}", AccordRecorded(accord=told))

    def states(self, position: str, *, side: str = "", on: date = TODAY, **more: object) -> str:
        said = PositionStated(side=side or self.home, position=position, on=on, **more)  # type: ignore[arg-type]
        return self.files("state-position", said)

    def publishes(
        self,
        position: str,
        *,
        side: str = "US",
        on: date = TODAY,
        sources: tuple[str, ...] = ("S-1",),
    ) -> str:
        said = PositionPublished(side=side, position=position, on=on)
        return self.files("record-published-position", said, sources=sources)

    def strikes(self, line: int) -> str:
        return self.files("strike-position", PositionStruck(line=line, reason="another promise was meant"))

    def corrects(self, told: Accord) -> str:
        return self.files("correct-accord", AccordCorrected(accord=told, reason="a misreading"))

    def evidence(self, en: str = "a photograph", **more: object) -> str:
        entry = EvidenceAdded(on=MADE, en=en, **more)  # type: ignore[arg-type]
        return self.files("add-evidence", entry, sources=() if more else ("S-1",))

    def signs(self, *, side: str = "", digest: str = "") -> str:
        text = digest or digest_of(self.file.recorded)
        return self.files("sign-accord", TextSigned(side=side or self.home, on=MADE, digest=text))

    def publishes_signature(self, *, side: str = "US", sources: tuple[str, ...] = ("S-1",)) -> str:
        entry = SignaturePublished(side=side, on=MADE, digest=digest_of(self.file.recorded))
        return self.files("record-published-signature", entry, sources=sources)

    def declines(self, proposal: int) -> str:
        return self.files("refuse-signature", SignatureRefused(proposal=proposal, reason="not read"))

    def countersigns(self, *, by: str = cast.BRUNO, proposal: int = 0) -> str:
        line = proposal or (self.file.awaiting.line if self.file.awaiting else 0)
        return self._takes(countersign_accord(self.file, line, home=self.home, by=by, at=cast.NOON))

    def files(
        self, code: str, entry: Entry, *, sources: tuple[str, ...] = (), at: datetime = cast.NOON
    ) -> str:
        act = Act(code=code, entry=entry, occurred_at=at, sources=sources)
        return self._takes(decide_accord(self.file, act, home=self.home, by=cast.ANA, at=cast.NOON))

    def _takes(self, answer: tuple[Line, ...] | Refused) -> str:
        if isinstance(answer, Refused):
            return answer.code
        for line in answer:
            self.file = self.file.after(line)
        return ""
