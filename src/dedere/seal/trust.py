"""Which keys of another State hold on which day: a signed card, and a fingerprint that two people read aloud.

A card lists every key its State ever gave out. The first is believed because two officers compared its
fingerprint by voice; each later one because a key that holds on that day has signed it. A card can end a key
early, never bring one back.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from dedere.seal import note, oneform
from dedere.seal.note import Signer, Verifier
from dedere.seal.opening import SealingKey
from dedere.seal.unsealed import Fault, NotOpened
from dedere.words import State

TITLE = "dedere-card/1"
_MOST_KEYS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """From when to when a key holds; ``revoked_at`` ends it early, for a reason told aloud."""

    since: datetime
    until: datetime
    revoked_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Tell whether a key with this term may be believed at an instant."""
        ends = self.until if self.revoked_at is None else min(self.until, self.revoked_at)
        return self.since <= at < ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A State's keys: those that prove its signature, and those that letters to it are sealed with."""

    origin: str
    state: State
    issue: int
    written_at: datetime
    signing: tuple[tuple[Verifier, Term], ...]
    sealing: tuple[tuple[SealingKey, Term], ...]

    def verifiers(self, at: datetime) -> tuple[Verifier, ...]:
        """Return the keys whose signatures are believed at an instant."""
        return tuple(key for key, term in self.signing if term.holds(at))

    def sealing_key(self, at: datetime) -> SealingKey | None:
        """Return the youngest key to seal with at an instant; None where all have ended."""
        held = [(term.since, key.name, key) for key, term in self.sealing if term.holds(at)]
        return max(held)[2] if held else None

    def text(self) -> str:
        """Return the text that is signed."""
        row = {
            "origin": self.origin,
            "state": str(self.state),
            "issue": self.issue,
            "written_at": oneform.instant(self.written_at),
            "signing": [{"key": str(key), **_term(term)} for key, term in self.signing],
            "sealing": [{"key": b64encode(key.raw).decode(), **_term(term)} for key, term in self.sealing],
        }
        return oneform.write(TITLE, row)

    def sound(self) -> bool:
        """Tell whether every signing key bears the origin's name, and there are not too many."""
        return (
            type(self.issue) is int
            and self.issue >= 1
            and {key.name for key, _ in self.signing} == {self.origin}
            and len(self.signing) + len(self.sealing) <= _MOST_KEYS
        )

    def fingerprint(self) -> str:
        """Return the card's SHA-256 as twelve groups of five digits, the same aloud in every language."""
        number = int.from_bytes(sha256(self.text().encode()).digest()) % 10**60
        digits = f"{number:060d}"
        return " ".join(digits[start : start + 5] for start in range(0, 60, 5))


def sign(card: Card, signer: Signer) -> str:
    """Return the card as a signed note."""
    return note.sign(card.text(), signer)


def first(signed: str) -> Card:
    """Read a State's first card; it proves only that it signed itself: compare the fingerprint by voice."""
    return _proved(signed, oneform.read(TITLE, note.text_of(signed), _card))


def kept(signed: str) -> Card:
    """Read a card that was believed before, from where it is kept; it proves nothing anew."""
    return oneform.read(TITLE, note.text_of(signed), _card)


def next_card(signed: str, known: Card, *, at: datetime) -> Card:
    """Read a later card; raises NotOpened unless a key of the known card that holds now signed it."""
    card = oneform.read(TITLE, note.text_of(signed), _card)
    if card.origin != known.origin or not note.signed_by(signed, known.verifiers(at)):
        raise NotOpened(Fault.UNKNOWN_SENDER, "no key that holds today signed the new card")
    if card.issue <= known.issue or not _keeps(card, known):
        raise NotOpened(Fault.SUPERSEDED, "the card is older than the one that is held, or brings a key back")
    return card


def _proved(signed: str, card: Card) -> Card:
    if not note.signed_by(signed, card.verifiers(card.written_at)):
        raise NotOpened(Fault.UNKNOWN_SENDER, "the card isn't signed by a key of its own")
    return card


def _keeps(card: Card, known: Card) -> bool:
    """Tell whether every key once given out is still named, and ends no later than was said."""
    now = _ends(card)
    return all(key in now and now[key] <= ends for key, ends in _ends(known).items())


def _ends(card: Card) -> Mapping[str, datetime]:
    named = [(str(key), term) for key, term in card.signing] + [
        (key.name, term) for key, term in card.sealing
    ]
    return {name: min(term.until, term.revoked_at or term.until) for name, term in named}


def _card(row: Mapping[str, Any]) -> Card:
    return Card(
        origin=row["origin"],
        state=State(row["state"]),
        issue=row["issue"],
        written_at=datetime.fromisoformat(row["written_at"]),
        signing=tuple((Verifier.read(each["key"]), _read_term(each)) for each in row["signing"]),
        sealing=tuple(
            (SealingKey(b64decode(each["key"], validate=True)), _read_term(each)) for each in row["sealing"]
        ),
    )


def _term(term: Term) -> dict[str, str]:
    ended = "" if term.revoked_at is None else oneform.instant(term.revoked_at)
    return {"since": oneform.instant(term.since), "until": oneform.instant(term.until), "revoked_at": ended}


def _read_term(row: Mapping[str, Any]) -> Term:
    revoked = row["revoked_at"]
    return Term(
        since=datetime.fromisoformat(row["since"]),
        until=datetime.fromisoformat(row["until"]),
        revoked_at=datetime.fromisoformat(revoked) if revoked else None,
    )
