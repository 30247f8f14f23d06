"""An envelope on its way in: bytes to a file on disk, hashed as they come, never more than was told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from tempfile import TemporaryFile
from typing import BinaryIO

from dedere.seal.frame import LONGEST_BODY, LONGEST_HEAD

PIECE = 1 << 20
LONGEST = 256 + LONGEST_HEAD + LONGEST_BODY


class Unspooled(Exception):
    """What came is shorter than was told: the connection broke off."""


@dataclass(frozen=True, slots=True)
class Spool:
    """A file that holds an envelope, and the SHA-256 of its bytes in hex."""

    file: BinaryIO
    digest: str


@contextmanager
def spooled(source: BinaryIO, length: int) -> Iterator[Spool]:
    """Read ``length`` bytes into a file that is gone afterwards; raises Unspooled."""
    with TemporaryFile() as file:
        digest, left = sha256(), length
        while left and (piece := _read(source, min(PIECE, left))):
            digest.update(piece)
            file.write(piece)
            left -= len(piece)
        if left:
            raise Unspooled(f"{left} bytes are missing")
        yield Spool(file, digest.hexdigest())


def _read(source: BinaryIO, length: int) -> bytes:
    try:
        return source.read(length)
    except OSError:
        return b""  # the other side went away: what is missing says so
