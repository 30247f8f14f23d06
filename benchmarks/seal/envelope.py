"""What does an envelope cost to seal and to open, how long is it on the wire, how much memory does it take?

Every peer signs and encrypts the same document for one recipient, in this process, in turns. Ours is hybrid
(X25519 with ML-KEM-768) and bound to sender, recipient, case and sequence; no peer is either.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import shake_256
from typing import Any, BinaryIO

from benchmarks.child import peak, run
from benchmarks.rows import OURS, Row
from dedere.seal import envelope, letter
from dedere.seal.envelope import Enclosed, Hands
from dedere.seal.letter import Address, Letter
from dedere.seal.note import Signer
from dedere.seal.opening import OpeningKey, SealingKey

AT = datetime(2025, 2, 27, 18, 0, tzinfo=UTC)
SENDER, RECIPIENT = "ruritania.example/dedere", "elbonia.example/dedere"
SIZES = {"10 KB": 10_000, "5 MB": 5_000_000}
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Means:
    """One way to send a document: seal gives the bytes on the wire, open gives the document back."""

    who: str
    seal: Callable[[bytes], bytes]
    open: Callable[[bytes], bytes]


def measure(quick: bool) -> Iterable[Row]:
    """Seal and open documents of two sizes with every means, in turns; then our memory by size."""
    ways = [_ours(), *_peers()]
    for name, size in SIZES.items():
        rounds = {"10 KB": 300, "5 MB": 8}[name] // (4 if quick else 1)
        yield from _sized(ways, name, os.urandom(size), rounds)
    for mebibytes in (1, 64) if quick else (1, 64, 1024):
        yield Row(
            work=f"memory at the peak, {mebibytes} MiB sealed and opened",
            who=OURS,
            figure=run([sys.executable, "-m", "benchmarks.seal.envelope", str(mebibytes)]).said,
            unit="MiB",
            better="lower",
        )


def _sized(ways: list[Means], name: str, document: bytes, rounds: int) -> Iterator[Row]:
    spent = {(way.who, act): 0.0 for way in ways for act in ("sealed", "opened")}
    wires: dict[str, bytes] = {}
    for _ in range(rounds):
        for way in ways:
            begun = time.process_time()
            wires[way.who] = way.seal(document)
            between = time.process_time()
            assert way.open(wires[way.who]) == document
            spent[way.who, "sealed"] += between - begun
            spent[way.who, "opened"] += time.process_time() - between
    for (who, act), seconds in spent.items():
        figure = round(rounds / seconds, 1)
        yield Row(work=f"{name} {act}", who=who, figure=figure, unit="a second of CPU", better="higher")
    for who, wire in wires.items():
        ratio = round(len(wire) / len(document), 4)
        yield Row(work=f"{name} on the wire", who=who, figure=ratio, unit="× its length", better="lower")


def _ours() -> Means:
    sender, key = Signer(SENDER, _seed("sender", 32)), OpeningKey(_seed("recipient", 96))
    lid = key.sealing()
    hands = Hands(origin=RECIPIENT, keys={lid.name: key}, verifiers={SENDER: (sender.verifier(),)})

    def seal(document: bytes) -> bytes:
        return b"".join(_sealed(sender, lid, lambda: io.BytesIO(document)))

    def open_(wire: bytes) -> bytes:
        return b"".join(_opened(io.BytesIO(wire), hands))

    return Means(OURS, seal, open_)


def _sealed(sender: Signer, lid: SealingKey, source: Callable[[], BinaryIO]) -> Iterator[bytes]:
    part = letter.part("document.pdf", "application/pdf", source())
    address = Address(
        id="L1",
        sender=SENDER,
        recipient=RECIPIENT,
        case="RU-2025-0001",
        sequence=1,
        kind="case",
        written_at=AT,
        expires_at=AT + timedelta(days=30),
    )
    written, enclosed = Letter(address=address, parts=(part,)), [Enclosed(part=part, open=source)]
    return envelope.seal(written, enclosed, signer=sender, recipient=lid, secret=os.urandom(32))


def _opened(wire: BinaryIO, hands: Hands) -> Iterator[bytes]:
    return (piece for _, piece in envelope.open_envelope(wire, hands, at=AT).pieces())


def _peers() -> Iterator[Means]:
    yield _joserfc()
    yield _pynacl()
    yield _pysequoia()


def _joserfc() -> Means:
    """JWS in JWE, compact, with the limits raised that would refuse such documents."""
    from joserfc import jwe, jws
    from joserfc.jwk import ECKey, OKPKey

    signing, opening = OKPKey.generate_key("Ed25519"), ECKey.generate_key("P-256")
    inner, outer = jws.JWSRegistry(algorithms=["Ed25519"]), jwe.JWERegistry()
    inner.max_payload_length = outer.max_ciphertext_length = 1 << 30
    head = {"alg": "ECDH-ES+A256KW", "enc": "A256GCM"}

    def seal(document: bytes) -> bytes:
        signed = jws.serialize_compact({"alg": "Ed25519"}, document, signing, registry=inner)
        return jwe.encrypt_compact(head, signed, opening, registry=outer).encode()

    def open_(wire: bytes) -> bytes:
        signed = jwe.decrypt_compact(wire, opening, registry=outer).plaintext or b""
        return jws.deserialize_compact(signed, signing, registry=inner).payload

    return Means("joserfc", seal, open_)


def _pynacl() -> Means:
    """An Ed25519 signature inside a sealed box."""
    from nacl.public import PrivateKey, SealedBox
    from nacl.signing import SigningKey

    signing, opening = SigningKey.generate(), PrivateKey.generate()

    def seal(document: bytes) -> bytes:
        return SealedBox(opening.public_key).encrypt(signing.sign(document))

    def open_(wire: bytes) -> bytes:
        return signing.verify_key.verify(SealedBox(opening).decrypt(wire))

    return Means("PyNaCl", seal, open_)


def _pysequoia() -> Means:
    """OpenPGP, signed and encrypted, without armour."""
    import pysequoia

    sender, recipient = (pysequoia.Cert.generate(name) for name in ("sender", "recipient"))

    def seal(document: bytes) -> bytes:
        return pysequoia.encrypt(document, [recipient], signer=sender.secrets.signer(), armor=False)

    def open_(wire: bytes) -> bytes:
        opened = pysequoia.decrypt(wire, recipient.secrets.decryptor(), store=lambda _: [sender])
        assert opened.valid_sigs
        return opened.bytes

    return Means("pysequoia", seal, open_)


def _seed(name: str, length: int) -> bytes:
    return shake_256(name.encode()).digest(length)


class _Zeros(io.RawIOBase):
    """So many zeros, and none of them kept."""

    def __init__(self, length: int) -> None:
        self._left = length

    def readinto(self, into: Any) -> int:
        """Fill a buffer, as far as zeros are left."""
        count = min(len(into), self._left)
        into[:count] = bytes(count)
        self._left -= count
        return count

    def readable(self) -> bool:
        """Say that it can be read."""
        return True


def flat(mebibytes: int) -> float:
    """Seal so many zeros to a file and open them, a piece at a time; the process's peak, in MiB."""
    sender, key = Signer(SENDER, _seed("sender", 32)), OpeningKey(_seed("recipient", 96))
    lid = key.sealing()
    hands = Hands(origin=RECIPIENT, keys={lid.name: key}, verifiers={SENDER: (sender.verifier(),)})
    with tempfile.TemporaryFile() as wire:
        wire.writelines(_sealed(sender, lid, lambda: io.BufferedReader(_Zeros(mebibytes * MIB))))
        wire.seek(0)
        assert sum(map(len, _opened(wire, hands))) == mebibytes * MIB
    return round(peak(), 1)


if __name__ == "__main__":
    print(flat(int(sys.argv[1])))
