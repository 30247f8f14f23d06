"""The group on which lists are compared: hash into it, raise to a secret, name what comes out.

It is the subgroup of prime order of edwards25519, by libsodium. Its functions map into that subgroup with
the cofactor cleared, and multiply nothing that is not of it in canonical form. They run without Python's
lock, so that threads use every core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256, sha512

from nacl.bindings import (
    crypto_core_ed25519_add,
    crypto_core_ed25519_from_uniform,
    crypto_core_ed25519_scalar_reduce,
    crypto_scalarmult_ed25519_noclamp,
)
from nacl.exceptions import CryptoError

ELEMENT, TOKEN = 32, 16  # bytes
_CHUNK = 1024

Progress = Callable[[int], None]


class Stranger(ValueError):
    """A string that is no element of the group other than the identity; ``place`` counts from 0."""

    def __init__(self, place: int) -> None:
        super().__init__(f"element {place} is not of the group")
        self.place = place


def scalar(seed: bytes) -> bytes:
    """Return the number of a seed: 64 bytes reduced by the order of the group, so that none is likelier."""
    return crypto_core_ed25519_scalar_reduce(sha512(b"dedere apart scalar\0" + seed).digest())


def element(text: bytes) -> bytes:
    """Hash a text into the group: two maps added, since one reaches half of it only (RFC 9380, section 3)."""
    wide = sha512(b"dedere apart element\0" + text).digest()
    one, other = crypto_core_ed25519_from_uniform(wide[:32]), crypto_core_ed25519_from_uniform(wide[32:])
    return crypto_core_ed25519_add(one, other)


def token(domain: bytes, twice: bytes) -> bytes:
    """Return the short name (16 bytes) of an element that both sides raised; it does not tell the element."""
    return sha256(b"dedere apart token\0" + domain + twice).digest()[:TOKEN]


def blinded(number: bytes, texts: Sequence[bytes], *, workers: int, progress: Progress) -> list[bytes]:
    """Hash texts into the group and raise them to a number, in their order."""
    return _spread(
        lambda chunk, start: _raised(number, [element(text) for text in chunk], start),
        texts,
        workers,
        progress,
    )


def raised(number: bytes, received: Sequence[bytes], *, workers: int, progress: Progress) -> list[bytes]:
    """Raise elements to a number, in their order.

    Raises `Stranger` for the first that is not of the group, not canonical, or the identity.
    """
    return _spread(partial(_raised, number), received, workers, progress)


def _raised(number: bytes, chunk: Sequence[bytes], start: int) -> list[bytes]:
    out = []
    for place, one in enumerate(chunk, start):
        try:
            out.append(crypto_scalarmult_ed25519_noclamp(number, one))
        except CryptoError:
            raise Stranger(place) from None
    return out


def _spread(
    work: Callable[[Sequence[bytes], int], list[bytes]],
    items: Sequence[bytes],
    workers: int,
    progress: Progress,
) -> list[bytes]:
    """Do the work in chunks on threads, and keep the order."""
    starts = range(0, len(items), _CHUNK)
    with ThreadPoolExecutor(workers) as threads:
        chunks: Iterator[list[bytes]] = threads.map(
            lambda start: work(items[start : start + _CHUNK], start), starts
        )
        done = list[bytes]()
        for chunk in chunks:
            done += chunk
            progress(len(chunk))
    return done
