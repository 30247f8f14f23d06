"""By which standard keys are made: both sides must make the same key of the same record."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

ROOM = Path(__file__).parents[1]
# What decides a key: how names are read, what they may stand for, how keys are put together.
DECIDING = ("names/*", "apart/kinds.py", "apart/listed.py", "apart/named.py")


@cache
def standard() -> str:
    """Return 16 hexadecimal digits that differ wherever one of the deciding files does."""
    files = sorted(
        path for pattern in DECIDING for path in ROOM.glob(pattern) if path.suffix in (".py", ".toml", ".tsv")
    )
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in files)).hexdigest()[:16]
