"""A letter from one State to another: the address, and the digest of every piece that goes with it.

This is what the sender signs. It stays verifiable for ever without the keys of the envelope that carried it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO

from dedere.seal import oneform

TITLE = "dedere-letter/1"
PIECE = 1 << 20
MOST_PARTS = 200
_NAME = re.compile(r"[\w][\w .()-]{0,99}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CODE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_ORIGIN = re.compile(r"[a-z0-9][a-z0-9./-]{2,99}")
_FILE = re.compile(r"[A-Za-z0-9-]{1,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Who writes to whom, about which case, and which letter of that case this is.

    ``sender`` and ``recipient`` are origins, such as ``mx.dedere.example``; ``case`` is the sender's number;
    ``sequence`` runs 1, 2, 3 … over the letters of one case from one sender to one recipient; ``kind`` says
    what the message is; ``id`` is the letter's own, never used twice.
    """

    id: str
    sender: str
    recipient: str
    case: str
    sequence: int
    kind: str
    written_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document of the letter: its name, its media type, its length in bytes, its pieces' SHA-256."""

    name: str
    media: str
    length: int
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An address and the parts in their order; the message itself is the first."""

    address: Address
    parts: tuple[Part, ...]

    def text(self) -> str:
        """Return the text that is signed: a title line and one line of canonical JSON."""
        parts = [_written_part(part) for part in self.parts]
        return oneform.write(TITLE, {**_written(self.address), "parts": parts, "piece": PIECE})

    def sound(self) -> bool:
        """Tell whether names, numbers and digests are of the kinds that a sender writes."""
        address = self.address
        return (
            _CODE.fullmatch(address.kind) is not None
            and all(_ORIGIN.fullmatch(each) for each in (address.sender, address.recipient))
            and all(_FILE.fullmatch(each) for each in (address.id, address.case))
            and type(address.sequence) is int
            and address.sequence >= 1
            and len({each.name for each in self.parts}) == len(self.parts) <= MOST_PARTS
            and all(_sound_part(each) for each in self.parts)
        )

    def digest(self) -> str:
        """Return the SHA-256, in hex, of the text that is signed: the letter's name in receipts."""
        return sha256(self.text().encode()).hexdigest()


def part(name: str, media: str, source: BinaryIO) -> Part:
    """Read a document once, a piece at a time, and return its manifest."""
    length, pieces = 0, []
    while piece := source.read(PIECE):
        length += len(piece)
        pieces.append(sha256(piece).hexdigest())
    return Part(name=name, media=media, length=length, pieces=tuple(pieces))


def read(text: str) -> Letter:
    """Read a letter's signed text; raises NotOpened unless it is exactly what ``text`` writes."""
    return oneform.read(TITLE, text, _letter)


def sizes(parts: Iterable[Part]) -> list[int]:
    """Return the length in bytes of every piece of every part, in their order."""
    return [min(PIECE, each.length - start) for each in parts for start in range(0, each.length, PIECE)]


def _written(address: Address) -> dict[str, Any]:
    return {
        "id": address.id,
        "sender": address.sender,
        "recipient": address.recipient,
        "case": address.case,
        "sequence": address.sequence,
        "kind": address.kind,
        "written_at": oneform.instant(address.written_at),
        "expires_at": oneform.instant(address.expires_at),
    }


def _written_part(each: Part) -> dict[str, Any]:
    return {"name": each.name, "media": each.media, "length": each.length, "pieces": list(each.pieces)}


def _letter(row: Mapping[str, Any]) -> Letter:
    return Letter(address=_address(row), parts=tuple(_part(each) for each in row["parts"]))


def _address(row: Mapping[str, Any]) -> Address:
    return Address(
        id=row["id"],
        sender=row["sender"],
        recipient=row["recipient"],
        case=row["case"],
        sequence=row["sequence"],
        kind=row["kind"],
        written_at=datetime.fromisoformat(row["written_at"]),
        expires_at=datetime.fromisoformat(row["expires_at"]),
    )


def _part(row: Mapping[str, Any]) -> Part:
    return Part(name=row["name"], media=row["media"], length=row["length"], pieces=tuple(row["pieces"]))


def _sound_part(each: Part) -> bool:
    return (
        _NAME.fullmatch(each.name) is not None
        and type(each.length) is int
        and each.length >= 0
        and len(each.pieces) == -(-each.length // PIECE)
        and all(_DIGEST.fullmatch(digest) for digest in each.pieces)
    )
