"""Whether a counterpart's file takes an act: pure and total. Whom to trust, and where, takes two officers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from dedere.docket.acts import Act
from dedere.docket.entries import (
    CardRenewed,
    CounterpartPlaced,
    CounterpartTrusted,
    Entry,
    Line,
    SignatureRefused,
    TrustEnded,
)
from dedere.docket.exchange.counterpart import Counterpart
from dedere.docket.first import first
from dedere.docket.form import ill_filed
from dedere.docket.second import awaited, countersigned
from dedere.words import Refused

EXCHANGE_ACTS: Mapping[str, type[Entry]] = {
    "trust-counterpart": CounterpartTrusted,
    "place-counterpart": CounterpartPlaced,
    "renew-card": CardRenewed,
    "end-trust": TrustEnded,
    "refuse-signature": SignatureRefused,
}
_BY_TWO = frozenset({"trust-counterpart", "place-counterpart"})
_OF_ONE_TRUSTED = (CounterpartPlaced, CardRenewed, TrustEnded)


def decide_exchange(file: Counterpart, act: Act, *, by: str, at: datetime) -> tuple[Line, ...] | Refused:
    """Return the lines that the act leaves on the counterpart's file, or why not."""
    refused = first(_refusals(file, act, by, at))
    if refused is not None:
        return refused
    made = awaited if act.code in _BY_TWO else Act.line
    return (made(act, file.version + 1, by=by, at=at),)


def countersign_exchange(
    file: Counterpart, proposal: int, *, by: str, at: datetime
) -> tuple[Line, ...] | Refused:
    """Return the line that a second officer signs; never the officer who filed it."""
    free = replace(file, awaiting=None)

    def judged(act: Act, filer: str) -> Refused | None:
        return first(_refusals(free, act, filer, at))

    return countersigned(file.awaiting, proposal, file.version + 1, judged, by=by, at=at)


def _refusals(file: Counterpart, act: Act, by: str, at: datetime) -> Iterator[Refused | None]:
    """Ask one thing after another: each step may rely on those before it."""
    yield ill_filed(act, EXCHANGE_ACTS.get(act.code), by=by, at=at)
    yield _standing(file, act.entry)


def _standing(file: Counterpart, entry: Entry) -> Refused | None:
    """Return why the file as it stands does not take the entry."""
    if isinstance(entry, SignatureRefused):
        open_one = file.awaiting is not None and file.awaiting.line == entry.proposal
        return None if open_one else Refused(code="no-such-proposal")
    if file.awaiting is not None and not isinstance(entry, TrustEnded):
        return Refused(code="counterpart-awaits-signature", facts={"officer": file.awaiting.by})
    if isinstance(entry, CounterpartTrusted) and file.trusted:
        return Refused(code="counterpart-trusted-already", facts={"state": file.state})
    if isinstance(entry, _OF_ONE_TRUSTED) and not file.trusted:
        return Refused(code="counterpart-not-trusted", facts={"state": file.state})
    return None
