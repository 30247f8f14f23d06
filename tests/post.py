"""The post of the tests: three invented States with keys, and letters between them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import shake_256
from typing import Any, BinaryIO

from dedere.seal import envelope, letter
from dedere.seal.envelope import Enclosed, Hands
from dedere.seal.letter import Address, Letter
from dedere.seal.note import Signer
from dedere.seal.opening import OpeningKey

AT = datetime(2025, 2, 27, 18, 0, tzinfo=UTC)
RURITANIA = "ruritania.example/dedere"
UTOPIA = "utopia.example/dedere"
ELBONIA = "elbonia.example/dedere"


@dataclass(frozen=True, slots=True)
class Post:
    """What one State signs and opens with."""

    signer: Signer
    opening: OpeningKey


def _post(origin: str) -> Post:
    seed = shake_256(origin.encode()).digest(128)
    return Post(signer=Signer(origin, seed[:32]), opening=OpeningKey(seed[32:]))


STATES = {origin: _post(origin) for origin in (RURITANIA, UTOPIA, ELBONIA)}


def letter_to(recipient: str = ELBONIA, *, sender: str = RURITANIA, sequence: int = 1) -> Address:
    """Return the address of a letter from Ruritania."""
    return Address(
        id=f"L{sequence}",
        sender=sender,
        recipient=recipient,
        case="RU-2025-0001",
        sequence=sequence,
        kind="act",
        written_at=AT - timedelta(hours=1),
        expires_at=AT + timedelta(days=30),
    )


def sealed(
    *contents: bytes,
    address: Address | None = None,
    signer: Signer | None = None,
    secret: bytes = b"\x05" * 32,
    name: str = "part 0",
    opener: Callable[[], BinaryIO] | None = None,
) -> bytes:
    """Return an envelope for Elbonia with these contents."""
    openers = [opener or (lambda each=each: io.BytesIO(each)) for each in contents]
    names = [name, *(f"part {place}" for place in range(1, len(contents)))]
    parts = [
        letter.part(each, "application/json", open_()) for each, open_ in zip(names, openers, strict=False)
    ]
    pairs = [Enclosed(part=part, open=open_) for part, open_ in zip(parts, openers, strict=True)]
    return b"".join(
        envelope.seal(
            Letter(address=address or letter_to(), parts=tuple(parts)),
            pairs,
            signer=signer or STATES[RURITANIA].signer,
            recipient=STATES[ELBONIA].opening.sealing(),
            secret=secret,
        )
    )


def hands(**changed: Any) -> Hands:
    """Return what Elbonia opens with; it knows Ruritania and Utopia."""
    key = STATES[ELBONIA].opening
    given = {
        "origin": ELBONIA,
        "keys": {key.sealing().name: key},
        "verifiers": {origin: (STATES[origin].signer.verifier(),) for origin in (RURITANIA, UTOPIA)},
    }
    return Hands(**(given | changed))
