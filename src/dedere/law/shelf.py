"""The shelf: what an instrument is read against, and the very bytes of every instrument on it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from dedere.law.calendar import Calendar
from dedere.law.vocabulary import Vocabulary
from dedere.words import Unreadable


class UnreadableTreaty(Unreadable):
    """A file of the library that cannot be read: which file, clause and article, and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An instrument's files as they stand: where, its bytes, and those of ``parties.toml`` if any."""

    where: str
    raw: bytes
    parties: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shelf:
    """Facts by name, calendars by id, source addresses by key, and instruments' bytes by id."""

    facts: Vocabulary
    calendars: Mapping[str, Calendar]
    sources: Mapping[str, str]
    written: Mapping[str, Written] = field(default_factory=dict)


def digest(*parts: bytes) -> str:
    """SHA-256 of one file; of several, that of their digests, one a line, those of no bytes left out."""
    each = [hashlib.sha256(part).hexdigest() for part in parts if part]
    return each[0] if len(each) == 1 else hashlib.sha256("\n".join(each).encode()).hexdigest()
