"""A text with signatures under it: the signed note of C2SP (c2sp.org/signed-note), with Ed25519 keys.

A text ending in a newline, an empty line, and one line for each signature: an em dash, the key's name, and
the base64 of the key's id and its signature.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from dedere.seal.unsealed import Fault, NotOpened

ED25519 = b"\x01"
_MOST_SIGNATURES = 100
_NAME = re.compile(r"[^\s+]{1,100}")
_LINE = re.compile(r"— ([^\s+]{1,100}) ([A-Za-z0-9+/]{7,}={0,2})")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True, order=True)
class Verifier:
    """A public key and the name it signs under; its text is C2SP's: name, id and key, joined by ``+``."""

    name: str
    raw: bytes

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or len(self.raw) != 32:
            raise ValueError("a key has a name without spaces or plus signs, and 32 bytes")

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64encode(ED25519 + self.raw).decode()}"

    @classmethod
    def read(cls, text: str) -> Verifier:
        """Read a key's text; raises ValueError unless it is exactly what ``str`` gives."""
        name, _, key = text.split("+", 2)
        verifier = cls(name, b64decode(key, validate=True)[1:])
        if str(verifier) != text:
            raise ValueError("the key's text is not in its only form")
        return verifier

    @property
    def id(self) -> bytes:
        """Return the four bytes that tell this key from others of its name; no proof of anything."""
        return key_id(self.name, ED25519, self.raw)

    def proves(self, signature: bytes, message: bytes) -> bool:
        """Tell whether this key made the signature over the message."""
        try:
            _public(self.raw).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class Signer:
    """A name and the 32 bytes of seed that it signs with; they never leave the installation."""

    name: str
    seed: bytes

    def verifier(self) -> Verifier:
        """Return the public half."""
        return Verifier(self.name, _private(self.seed)[1])

    def signature(self, message: bytes) -> bytes:
        """Return the 64 bytes of an Ed25519 signature over a message (RFC 8032)."""
        return _private(self.seed)[0].sign(message)


def key_id(name: str, kind: bytes, raw: bytes) -> bytes:
    """Return the id of a key that signs in a way that ``kind`` names, by its byte."""
    return sha256(name.encode() + b"\n" + kind + raw).digest()[:4]


def sign(text: str, signer: Signer) -> str:
    """Return the text as a note with one signature; the text ends in a newline and has no control letters."""
    if not text.endswith("\n") or _CONTROL.search(text):
        raise ValueError("a note's text ends in a newline and holds no control letters")
    return f"{text}\n{line(signer.name, signer.verifier().id, signer.signature(text.encode()))}"


def line(name: str, id: bytes, signature: bytes) -> str:
    """Return one signature's line."""
    return f"— {name} {b64encode(id + signature).decode()}\n"


def text_of(note: str) -> str:
    """Return the text of a note, whoever signed it; raises NotOpened where it is no note."""
    return _parted(note)[0]


def signatures(note: str) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield each signature's name, key id and bytes; raises NotOpened where a line is none."""
    lines = _parted(note)[1].splitlines()
    if not 0 < len(lines) <= _MOST_SIGNATURES:
        raise NotOpened(Fault.ALTERED, "the note has no signatures, or too many")
    for each in lines:
        if (found := _LINE.fullmatch(each)) is None:
            raise NotOpened(Fault.ALTERED, "a signature's line cannot be read")
        raw = _bytes(found[2])
        yield found[1], raw[:4], raw[4:]


def signed_by(note: str, verifiers: Sequence[Verifier]) -> bool:
    """Tell whether one of the keys signed the note, and none of them is named under it wrongly."""
    message, known = text_of(note).encode(), {(each.name, each.id): each for each in verifiers}
    proofs = [
        known[name, id].proves(signature, message)
        for name, id, signature in signatures(note)
        if (name, id) in known
    ]
    return bool(proofs) and all(proofs)


# Reading a key takes longer than signing with it, and an installation has few.
@lru_cache(maxsize=64)
def _private(seed: bytes) -> tuple[Ed25519PrivateKey, bytes]:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key, key.public_key().public_bytes_raw()


@lru_cache(maxsize=256)
def _public(raw: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(raw)


def _parted(note: str) -> tuple[str, str]:
    text, parting, below = note.rpartition("\n\n")
    if not parting or not below.endswith("\n") or _CONTROL.search(note):
        raise NotOpened(Fault.ALTERED, "it is no signed note")
    return text + "\n", below


def _bytes(text: str) -> bytes:
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        raise NotOpened(Fault.ALTERED, "a signature cannot be read") from None
    if b64encode(raw).decode() != text:
        raise NotOpened(Fault.ALTERED, "a signature is not in its only form")
    return raw
