"""A signed text has one form: a title line and one line of canonical JSON, or it isn't read at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

from dedere.seal.unsealed import Fault, NotOpened
from dedere.words import Unreadable
from dedere.words.canonical import canonical

_WRONG = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, Unreadable)


class Signable(Protocol):
    """What has a text to sign, and knows whether its values are of the kinds that a sender writes."""

    def text(self) -> str:
        """Return the text that is signed."""

    def sound(self) -> bool:
        """Tell whether every value is of its kind."""


Made = TypeVar("Made", bound=Signable)


def write(title: str, row: Mapping[str, Any]) -> str:
    """Return the one form of a row under a title."""
    return f"{title}\n{canonical(row)}\n"


def read(title: str, text: str, build: Callable[[Mapping[str, Any]], Made]) -> Made:
    """Build what a text says; raises NotOpened unless it is sound and writes the same text again."""
    first, _, body = text.partition("\n")
    try:
        made = build(json.loads(body))
        sound = first == title and made.sound() and made.text() == text
    except _WRONG:
        raise NotOpened(Fault.ALTERED, f"it cannot be read as {title}") from None
    if not sound:
        raise NotOpened(Fault.ALTERED, f"it is not in the one form of {title}")
    return made


def instant(at: datetime) -> str:
    """Return an instant as it is signed: in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
