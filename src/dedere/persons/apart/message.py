"""A message of the exchange as bytes: a line that says what it is, names, elements, and a digest of it all.

Its length follows from the terms alone, so that who carries it learns nothing of how many keys agree.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dedere.persons.apart.group import ELEMENT, TOKEN
from dedere.words import Unreadable

FORMAT = "dedere-apart-1"
STEPS = ("offer", "answer", "return")
_DIGEST, _LONGEST_HEAD = 32, 400  # bytes


class UnreadableMessage(Unreadable):
    """A message that is damaged, changed, replayed or out of turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message: names of the receiver's elements in the receiver's order, and the sender's own elements.

    `terms` is the digest of the terms, `after` that of the message it answers (empty for an offer).
    """

    step: str
    terms: str
    after: str
    tokens: Sequence[bytes] = ()
    elements: Sequence[bytes] = ()

    def as_bytes(self) -> bytes:
        """The message as it is sent: a line of JSON, 16 bytes a name, 32 an element, 32 of SHA-256."""
        body = b"".join((self.head(), b"\n", *self.tokens, *self.elements))
        return body + sha256(body).digest()

    def head(self) -> bytes:
        """The line that says what the message is."""
        line = {
            "after": self.after,
            "elements": len(self.elements),
            "format": FORMAT,
            "step": self.step,
            "terms": self.terms,
            "tokens": len(self.tokens),
        }
        return json.dumps(line, sort_keys=True, separators=(",", ":")).encode()


def digest(sent: bytes) -> str:
    """The digest by which the next message, and the transcript, name a message."""
    return sha256(sent).hexdigest()


def read_message(sent: bytes, where: str) -> Message:
    """Read a message, or raise `UnreadableMessage` for one that is none, or not whole."""
    body, told = sent[:-_DIGEST], sent[-_DIGEST:]
    if sha256(body).digest() != told:
        raise UnreadableMessage(
            where=where, what="the message is damaged or was changed", remedy="ask for it to be sent again"
        )
    head, _, rest = body.partition(b"\n")
    try:
        if len(head) > _LONGEST_HEAD:
            raise ValueError(FORMAT)
        message = _message(json.loads(head), rest)
        if message.head() != head:
            raise ValueError(FORMAT)
    except (ValueError, KeyError, TypeError, OverflowError):
        raise UnreadableMessage(
            where=where, what=f"this is no message of {FORMAT}", remedy="use the same release on both sides"
        ) from None
    return message


def _message(line: dict[str, Any], rest: bytes) -> Message:
    tokens, elements = int(line["tokens"]), int(line["elements"])
    cut = tokens * TOKEN
    whole = min(tokens, elements) >= 0 and len(rest) == cut + elements * ELEMENT
    if not whole or line["step"] not in STEPS:
        raise ValueError(FORMAT)
    return Message(
        step=line["step"],
        terms=line["terms"],
        after=line["after"],
        tokens=[rest[at : at + TOKEN] for at in range(0, cut, TOKEN)],
        elements=[rest[at : at + ELEMENT] for at in range(cut, len(rest), ELEMENT)],
    )
