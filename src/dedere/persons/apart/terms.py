"""What two States agree before they compare: who, by which keys, how many at most, until when."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from dedere.persons.apart.kinds import KINDS
from dedere.persons.apart.standard import standard
from dedere.words import State, Unreadable

LARGEST = 50_000_000
_KINDS = {"session": str, "kinds": list, "offered": int, "answered": int, "rest": int, "standard": str}
AS_AGREED = "ask for the file as it was agreed"


class UnreadableTerms(Unreadable):
    """A file of terms that does not stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of one session.

    `offered` and `answered` are the numbers of keys that each list is padded to: they hide how many there
    are, and bound how many one side can ask about; `rest` is the days that must pass from one comparison to
    the next, which bounds how often. `session` is 32 hexadecimal digits, drawn anew each time.
    """

    session: str
    offers: State
    answers: State
    kinds: tuple[str, ...]
    offered: int
    answered: int
    until: date
    rest: int = 0
    standard: str = field(default_factory=standard)

    def as_bytes(self) -> bytes:
        """The terms as they are kept, sent and sealed: canonical JSON, one line."""
        plain = {**asdict(self), "until": self.until.isoformat()}
        return json.dumps(plain, sort_keys=True, separators=(",", ":")).encode() + b"\n"

    @property
    def digest(self) -> str:
        """SHA-256 of the terms; every message carries it."""
        return sha256(self.as_bytes()).hexdigest()

    @property
    def domain(self) -> bytes:
        """What sets this session's elements apart from those of any other."""
        return bytes.fromhex(self.digest)


def read_terms(path: Path) -> Terms:
    """Read terms; raise `UnreadableTerms` where an entry is missing, unknown, out of bounds or rewritten."""
    try:
        written = path.read_bytes()
        terms = _terms(json.loads(written))
    except (ValueError, TypeError, KeyError, RecursionError, Unreadable) as fault:
        raise UnreadableTerms(
            where=str(path), what=f"these are no terms ({fault})", remedy=AS_AGREED
        ) from None
    if terms.as_bytes() != written:
        raise UnreadableTerms(where=str(path), what="the terms were rewritten", remedy=AS_AGREED)
    demand_terms(terms, str(path))
    return terms


def demand_terms(terms: Terms, where: str) -> None:
    """Raise `UnreadableTerms` for terms that do not stand."""
    for holds, what, remedy in _demands(terms):
        if not holds:
            raise UnreadableTerms(where=where, what=what, remedy=remedy)


def _terms(raw: dict[str, Any]) -> Terms:
    for name, kind in _KINDS.items():
        if type(raw[name]) is not kind:
            raise TypeError(name)
    return Terms(
        **{
            **raw,
            "offers": State(raw["offers"]),
            "answers": State(raw["answers"]),
            "kinds": tuple(raw["kinds"]),
            "until": date.fromisoformat(raw["until"]),
        }
    )


def _demands(terms: Terms) -> list[tuple[bool, str, str]]:
    strange = [kind for kind in terms.kinds if kind not in KINDS]
    return [
        (
            bool(re.fullmatch("[0-9a-f]{32}", terms.session)),
            f"{terms.session!r} is no session",
            "it has 32 digits of 0-9 and a-f, drawn by `dedere apart terms`",
        ),
        (
            terms.offers != terms.answers,
            "one State both offers and answers",
            "name the two States",
        ),
        (
            bool(terms.kinds) and not strange,
            f"no keys are known as {', '.join(strange) or 'nothing'}",
            f"use {', '.join(KINDS)}",
        ),
        (
            0 < terms.offered <= LARGEST and 0 < terms.answered <= LARGEST,
            f"lists of {terms.offered:,} and {terms.answered:,} keys",
            f"agree on sizes between 1 and {LARGEST:,}",
        ),
        (
            0 <= terms.rest <= 3660,
            f"{terms.rest} days between two comparisons",
            "agree on a number of days, 0 for none",
        ),
        (
            terms.standard == standard(),
            f"keys by standard {terms.standard}, and this installation has standard {standard()}",
            "use the same release on both sides",
        ),
    ]
