"""The envelope: a signed letter and its documents, sealed for one recipient.

Signed inside (Ed25519, a C2SP signed note), sealed outside (HPKE base mode, RFC 9180, with the hybrid of
X25519 and ML-KEM-768). Base mode proves no sender, so sender, recipient, case, sequence and framing stand
under the signature, the frame in HPKE's ``info``, and the whole signed letter in the key of the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from dedere.seal import frame, letter, note, pieces
from dedere.seal.frame import Frame
from dedere.seal.letter import PIECE, Letter, Part
from dedere.seal.note import Signer, Verifier
from dedere.seal.opening import OpeningKey, SealingKey
from dedere.seal.unsealed import Fault, NotOpened

_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_OVERHEAD = KEM.MLKEM768_X25519.enc_length() + pieces.TAG


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """One document to enclose: its manifest, and how to read it from its first byte."""

    part: Part
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Who opens: the origin we answer to, our keys by name, and those of every sender we know.

    ``verifiers`` holds, by origin, the keys that hold at the instant of opening: rotation and revocation
    are decided before, by ``trust``.
    """

    origin: str
    keys: Mapping[str, OpeningKey]
    verifiers: Mapping[str, Sequence[Verifier]]


def seal(
    written: Letter, enclosed: Sequence[Enclosed], *, signer: Signer, recipient: SealingKey, secret: bytes
) -> Iterator[bytes]:
    """Yield the envelope, a piece at a time; ``secret`` is 32 fresh bytes, used for this envelope only.

    Raises ValueError where a document is no longer what its manifest says.
    """
    signed = note.sign(written.text(), signer).encode()
    lengths = letter.sizes(written.parts)
    head = secret + signed
    outer = Frame(
        recipient_key=recipient.name,
        head=_OVERHEAD + len(head),
        body=sum(lengths) + pieces.TAG * len(lengths),
    ).bytes()
    yield outer
    yield _SUITE.encrypt(head, recipient.key(), info=outer)
    cipher, place = pieces.lock(secret, signed), 0
    for each in enclosed:
        for piece in _read(each):
            yield pieces.seal(cipher, place, piece, last=place == len(lengths) - 1)
            place += 1


def _read(enclosed: Enclosed) -> Iterator[bytes]:
    with enclosed.open() as source:
        for digest in enclosed.part.pieces:
            piece = source.read(PIECE)
            if sha256(piece).hexdigest() != digest:
                raise ValueError(f"{enclosed.part.name} changed while it was being sealed")
            yield piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An envelope whose letter is proved; its documents are proved as they are read, to the very end."""

    letter: Letter
    note: str
    _secret: bytes
    _stream: BinaryIO

    def pieces(self) -> Iterator[tuple[Part, bytes]]:
        """Yield every piece with its part, each checked against the signed manifest.

        Nothing of it may be used until the last has come: an envelope that is cut short, or goes on after
        its end, raises NotOpened there.
        """
        cipher = pieces.lock(self._secret, self.note.encode())
        digests = [(part, digest) for part in self.letter.parts for digest in part.pieces]
        lengths = letter.sizes(self.letter.parts)
        for place, ((part, digest), length) in enumerate(zip(digests, lengths, strict=True)):
            sealed = _exactly(self._stream, length + pieces.TAG)
            piece = pieces.unseal(cipher, place, sealed, last=place == len(lengths) - 1)
            if sha256(piece).hexdigest() != digest:
                raise NotOpened(Fault.ALTERED, f"piece {place + 1} is not the one that was signed")
            yield part, piece
        if self._stream.read(1):
            raise NotOpened(Fault.TOO_LONG, "it goes on after its last piece")


def open_envelope(stream: BinaryIO, hands: Hands, *, at: datetime) -> Opened:
    """Open an envelope's head and prove its letter; raises NotOpened, with the fault, for all else."""
    outer = frame.read(stream)
    if (key := hands.keys.get(outer.recipient_key)) is None:
        raise NotOpened(Fault.UNKNOWN_KEY, f"it is sealed for key {outer.recipient_key}, which isn't ours")
    head = _unseal(_exactly(stream, outer.head), key, outer)
    secret, signed = head[: pieces.SECRET], _text(head[pieces.SECRET :])
    written = letter.read(note.text_of(signed))
    _check(written, outer, signed, hands, at=at)
    return Opened(letter=written, note=signed, _secret=secret, _stream=stream)


def _unseal(sealed: bytes, key: OpeningKey, outer: Frame) -> bytes:
    try:
        return _SUITE.decrypt(sealed, key.key(), info=outer.bytes())
    except (InvalidTag, ValueError):
        raise NotOpened(Fault.ALTERED, "its seal does not open") from None


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise NotOpened(Fault.ALTERED, "the signed letter is no text") from None


def _check(written: Letter, outer: Frame, signed: str, hands: Hands, *, at: datetime) -> None:
    """Believe the letter, in this order: who signed it, for whom, how long it is, whether it is late."""
    address, lengths = written.address, letter.sizes(written.parts)
    if not note.signed_by(signed, hands.verifiers.get(address.sender, ())):
        raise NotOpened(Fault.UNKNOWN_SENDER, "nobody whose keys we hold signed it as its sender")
    if address.recipient != hands.origin:
        raise NotOpened(Fault.NOT_FOR_US, f"it is written to {address.recipient}")
    if outer.body != sum(lengths) + pieces.TAG * len(lengths):
        raise NotOpened(Fault.ALTERED, "its frame is not the one of this letter")
    if at >= address.expires_at:
        raise NotOpened(Fault.EXPIRED, "it came after the instant its sender set")


def _exactly(stream: BinaryIO, length: int) -> bytes:
    got = frame.fully(stream, length)
    if len(got) < length:
        raise NotOpened(Fault.CUT_SHORT, f"it ends {length - len(got)} bytes before it should")
    return got
