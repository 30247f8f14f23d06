"""The body of an envelope: pieces sealed one by one, so that memory stays flat whatever a document weighs.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway and Vizár 2015): the nonce is the piece's place and
whether it is the last, so that no piece can be moved, dropped, doubled or taken from another envelope.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dedere.seal.unsealed import Fault, NotOpened

TAG = 16
SECRET = 32


def lock(secret: bytes, letter: bytes) -> AESGCM:
    """Return the cipher of one envelope's body, bound to the signed letter that it carries."""
    if len(secret) != SECRET:
        raise ValueError(f"a body's secret is {SECRET} bytes long")
    key = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"dedere-envelope/1 body\n" + letter)
    return AESGCM(key.derive(secret))


def seal(cipher: AESGCM, place: int, piece: bytes, *, last: bool) -> bytes:
    """Seal the piece at a place (from 0); 16 bytes longer."""
    return cipher.encrypt(_nonce(place, last=last), piece, None)


def unseal(cipher: AESGCM, place: int, sealed: bytes, *, last: bool) -> bytes:
    """Open the piece at a place; raises NotOpened where it isn't the one sealed there."""
    try:
        return cipher.decrypt(_nonce(place, last=last), sealed, None)
    except InvalidTag:
        raise NotOpened(Fault.ALTERED, f"piece {place + 1} is not the one that was sealed there") from None


def _nonce(place: int, *, last: bool) -> bytes:
    return place.to_bytes(11) + bytes([last])
