"""A journal's line as a leaf of its tree: its place, and a salted commitment to its text.

A commitment says nothing of the text to whoever lacks the salt. A court may have text and salt erased: the
commitment stays, and with it every proof.
"""

from __future__ import annotations

from hashlib import sha256

from dedere.seal.tree import leaf_hash

TITLE = "dedere-line/1"
SALT = 16


def commitment(salt: bytes, text: str) -> bytes:
    """Return the 32 bytes that commit to a text; raises ValueError unless the salt is 16 bytes."""
    if len(salt) != SALT:
        raise ValueError(f"a salt is {SALT} bytes long, not {len(salt)}")
    return sha256(salt + text.encode()).digest()


def line_hash(position: int, stream: str, number: int, committed: bytes) -> bytes:
    """Return the leaf hash of a line: five lines of text, none of which can hold a line break."""
    return leaf_hash(f"{TITLE}\n{position}\n{stream}\n{number}\n{committed.hex()}\n".encode())
