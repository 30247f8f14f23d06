"""The frame of an envelope: all that is legible without the key, and it says nothing but sizes."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import BinaryIO

from dedere.seal.unsealed import Fault, NotOpened
from dedere.words.canonical import canonical

MAGIC = b"dedere-envelope/1\n"
_LONGEST = 256
LONGEST_HEAD = 1 << 20
LONGEST_BODY = 1 << 32
_KEY = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Which of the recipient's keys opens it, and how many bytes follow: head, then body."""

    recipient_key: str
    head: int
    body: int

    def bytes(self) -> bytes:
        """Return the first bytes of the envelope; they are bound into the seal of its head."""
        return MAGIC + canonical(asdict(self)).encode() + b"\n"


def read(stream: BinaryIO) -> Frame:
    """Read the frame, and nothing after it; raises NotOpened."""
    if fully(stream, len(MAGIC)) != MAGIC:
        raise NotOpened(Fault.NOT_AN_ENVELOPE, "it does not begin as an envelope of this version does")
    line = stream.readline(_LONGEST)
    try:
        frame = Frame(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        raise NotOpened(Fault.NOT_AN_ENVELOPE, "its frame cannot be read") from None
    _check(frame, line)
    return frame


def fully(stream: BinaryIO, length: int) -> bytes:
    """Read so many bytes, however few at a time the stream hands out; fewer only where it ends."""
    got = bytearray()
    while len(got) < length and (more := stream.read(length - len(got))):
        got += more
    return bytes(got)


def _check(frame: Frame, line: bytes) -> None:
    """Refuse what no sender writes: other types, other spellings, sizes beyond what is taken."""
    if type(frame.head) is not int or type(frame.body) is not int or type(frame.recipient_key) is not str:
        raise NotOpened(Fault.NOT_AN_ENVELOPE, "its frame holds another type")
    if not _KEY.fullmatch(frame.recipient_key) or frame.bytes() != MAGIC + line:
        raise NotOpened(Fault.NOT_AN_ENVELOPE, "its frame is not in canonical form")
    if not (0 < frame.head <= LONGEST_HEAD and 0 <= frame.body <= LONGEST_BODY):
        raise NotOpened(Fault.TOO_LONG, "its frame names sizes that are not taken")
