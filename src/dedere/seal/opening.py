"""The keys of envelopes: one that seals for a recipient, and the recipient's own that opens.

Hybrid of X25519 and ML-KEM-768: whoever records today's messages must break both. The form on disk is the
two seeds, the form that travels the two public halves; a key's name is the head of its SHA-256.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey, MLKEM768X25519PublicKey

_LATTICE_SEED, _CURVE_SEED = 64, 32
_LATTICE, _CURVE = 1184, 32


@dataclass(frozen=True, slots=True)
class SealingKey:
    """What anyone may hold of a recipient: 1,216 bytes, ML-KEM-768 first."""

    raw: bytes

    def __post_init__(self) -> None:
        if len(self.raw) != _LATTICE + _CURVE:
            raise ValueError(f"a sealing key is {_LATTICE + _CURVE} bytes long, not {len(self.raw)}")

    @property
    def name(self) -> str:
        """Return the key's name: the first 16 hex digits of its SHA-256."""
        return sha256(self.raw).hexdigest()[:16]

    def key(self) -> MLKEM768X25519PublicKey:
        """Return the key as the library takes it; raises ValueError where it is none."""
        return _public(self.raw)


@dataclass(frozen=True, slots=True, repr=False)
class OpeningKey:
    """A recipient's own key: 96 bytes of seed, which never leave the installation."""

    seed: bytes

    def __post_init__(self) -> None:
        if len(self.seed) != _LATTICE_SEED + _CURVE_SEED:
            raise ValueError(f"an opening key's seed is {_LATTICE_SEED + _CURVE_SEED} bytes long")

    def key(self) -> MLKEM768X25519PrivateKey:
        """Return the key as the library takes it."""
        return _private(self.seed)[0]

    def sealing(self) -> SealingKey:
        """Return the half that others seal with."""
        return _private(self.seed)[1]


# Reading a key takes longer than sealing with it, and an installation has few.
@lru_cache(maxsize=256)
def _public(raw: bytes) -> MLKEM768X25519PublicKey:
    lattice = MLKEM768PublicKey.from_public_bytes(raw[:_LATTICE])
    return MLKEM768X25519PublicKey(lattice, X25519PublicKey.from_public_bytes(raw[_LATTICE:]))


@lru_cache(maxsize=64)
def _private(seed: bytes) -> tuple[MLKEM768X25519PrivateKey, SealingKey]:
    lattice = MLKEM768PrivateKey.from_seed_bytes(seed[:_LATTICE_SEED])
    curve = X25519PrivateKey.from_private_bytes(seed[_LATTICE_SEED:])
    public = lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()
    return MLKEM768X25519PrivateKey(lattice, curve), SealingKey(public)
