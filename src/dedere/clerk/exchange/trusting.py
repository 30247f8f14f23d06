"""Whose keys are trusted: a card and its fingerprint, filed by one officer and signed by another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from dedere.clerk.exchange.certificate import fingerprint
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
from dedere.docket.exchange.decide import countersign_exchange, decide_exchange
from dedere.registry import journal
from dedere.registry.commit import together
from dedere.registry.exchange import file
from dedere.registry.models import CounterpartRow
from dedere.seal import trust
from dedere.seal.unsealed import NotOpened
from dedere.words import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledCounterpart:
    """What was recorded, and the counterpart's file as it now stands."""

    file: Counterpart
    lines: tuple[Line, ...]


Filing = FiledCounterpart | Refused


def propose(card: str, heard: str, *, by: str, at: datetime) -> Filing:
    """File that a card is to be trusted, whose fingerprint was ``heard`` by voice; another officer signs.

    The heard digits are compared here, spaces aside: to trust takes an ear, not a click.
    """
    try:
        read = trust.first(card)
    except NotOpened as refused:
        return Refused(code="card-not-believed", facts={"fault": refused.fault.value})
    if str(read.state) == settings.DEDERE_HOME:
        return Refused(code="own-card")
    spoken = read.fingerprint()
    if _digits(heard) != _digits(spoken):
        return Refused(code="fingerprint-differs")
    entry = CounterpartTrusted(origin=read.origin, card=card, fingerprint=spoken)
    return _file(str(read.state), "trust-counterpart", entry, by=by, at=at)


def place(state: str, address: str, certificate: str, *, by: str, at: datetime) -> Filing:
    """File where the counterpart's gate is and which certificate it shows; another officer signs."""
    if certificate and not _readable(certificate):
        return Refused(code="no-certificate")
    entry = CounterpartPlaced(address=address, certificate=certificate)
    return _file(state, "place-counterpart", entry, by=by, at=at)


def renew(state: str, card: str, *, by: str, at: datetime) -> Filing:
    """Keep a later card of the counterpart; a key of the card that is trusted must have signed it."""
    known = file.counterpart(state)
    if not known.trusted:
        return Refused(code="counterpart-not-trusted", facts={"state": state})
    try:
        read = trust.next_card(card, trust.kept(known.card), at=at)
    except NotOpened as refused:
        return Refused(code="card-not-believed", facts={"fault": refused.fault.value})
    return _file(state, "renew-card", CardRenewed(card=card, issue=read.issue), by=by, at=at)


def end(state: str, reason: str, *, by: str, at: datetime) -> Filing:
    """Believe nothing more of the counterpart; one officer is enough, at any hour."""
    return _file(state, "end-trust", TrustEnded(reason=reason), by=by, at=at)


def decline(state: str, proposal: int, reason: str, *, by: str, at: datetime) -> Filing:
    """Decline to sign what was filed as line ``proposal``."""
    return _file(state, "refuse-signature", SignatureRefused(proposal=proposal, reason=reason), by=by, at=at)


@together
def sign(state: str, proposal: int, *, by: str, at: datetime) -> Filing:
    """Sign, as the second officer, what was filed as line ``proposal``."""
    journal.hold()
    known = file.counterpart(state)
    return _record(known, countersign_exchange(known, proposal, by=by, at=at))


def awaiting(state: str) -> int:
    """Return the line of a counterpart's file that a second officer must sign, or 0."""
    filed = file.counterpart(state).awaiting
    return filed.line if filed else 0


def counterparts() -> tuple[CounterpartRow, ...]:
    """Return every State whose card was ever filed here, but this one."""
    return tuple(CounterpartRow.objects.exclude(state=settings.DEDERE_HOME).order_by("state"))


@together
def _file(state: str, code: str, entry: Entry, *, by: str, at: datetime) -> Filing:
    journal.hold()
    known = file.counterpart(state)
    act = Act(code=code, entry=entry, occurred_at=at)
    return _record(known, decide_exchange(known, act, by=by, at=at))


def _record(known: Counterpart, lines: tuple[Line, ...] | Refused) -> Filing:
    if isinstance(lines, Refused):
        return lines
    file.append(known.state, lines)
    return FiledCounterpart(file=file.counterpart(known.state), lines=lines)


def _readable(certificate: str) -> bool:
    try:
        return bool(fingerprint(certificate))
    except ValueError:
        return False


def _digits(spoken: str) -> str:
    return "".join(each for each in spoken if each.isdecimal())
