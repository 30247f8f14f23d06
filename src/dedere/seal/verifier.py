"""Verifies an exported journal, alone: ``python verifier.py EXPORT [--key KEY]``.

This one file needs Python and the package ``cryptography``, nothing else of dedere, and shares no code with
what writes a journal: hand it on by itself, or write it anew from docs/reference/journal-format.md. It reads
a line at a time, and names the first entry that is not what was recorded.

Ends with 0 where the journal holds, with 1 where it does not, with 2 where the file cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "dedere-journal/1"
_PLACE = {"position": int, "stream": str, "number": int, "leaf": str}
_KEPT = {**_PLACE, "salt": str, "text": str}
_ERASED = {**_PLACE, "commitment": str}
_LENGTHS = {"leaf": 32, "salt": 16, "commitment": 32}
_LONGEST = 16 * 1024 * 1024
JOURNAL, WITNESS = 1, 4  # what a key signs, as C2SP numbers it
_SIGNATURE, _TIME = 64, 8
WHY = {
    "broken-order": "an entry is missing before it, or it is out of place",
    "broken-leaf": "its text, its salt or its place is not what was committed to",
    "broken-text": "it cannot be read as a line of a journal",
    "broken-signature": "the checkpoint after it is not signed by the keys that it should be",
    "broken-root": "what stands from it to the next checkpoint is not what was signed there",
    "broken-end": "the journal is cut short before it, or goes on after its end",
    "unsigned": "no checkpoint is signed by a key that was named",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A journal that holds: how many lines, and the root over them, in hex.

    ``signed`` and ``cosigned`` are how many of the lines stand under a signature of the journal's own State,
    and of a witness.
    """

    size: int
    root: str
    signed: int = 0
    cosigned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first entry that is wrong, and how (see ``WHY``); ``position`` 0 is the line of keys at the top."""

    position: int
    reason: str
    stream: str = ""
    number: int = 0

    def __bool__(self) -> bool:
        """A broken journal is falsy, so that ``if verified:`` reads as it should."""
        return False


class Fault(Exception):
    """Raised where a journal breaks; ``broken`` says where and how."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(broken.reason)
        self.broken = broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry: place, hash of its leaf, salt and text; where a court had these erased, the commitment."""

    position: int
    stream: str
    number: int
    leaf: bytes
    salt: bytes = b""
    text: str = ""
    commitment: bytes = b""

    def hash(self) -> bytes:
        """Return the leaf's hash as it should be."""
        committed = self.commitment or sha256(self.salt + self.text.encode()).digest()
        place = f"dedere-line/1\n{self.position}\n{self.stream}\n{self.number}\n{committed.hex()}\n"
        return sha256(b"\0" + place.encode()).digest()


@dataclass(frozen=True, slots=True)
class Key:
    """A public key: its name, and whether it signs its own journal or is a witness to another's."""

    name: str
    kind: int
    raw: bytes

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64encode(bytes([self.kind]) + self.raw).decode()}"

    @property
    def id(self) -> bytes:
        """Return the four bytes by which a signature's line names its key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.raw).digest()[:4]

    @classmethod
    def read(cls, text: str) -> Key:
        """Read a key; raises ValueError unless it has its one form."""
        name, _, told = text.split("+", 2)
        raw = b64decode(told, validate=True)
        key = cls(name, raw[0] if raw else 0, raw[1:])
        if len(raw) != 33 or key.kind not in (JOURNAL, WITNESS) or str(key) != text:
            raise ValueError(f"{text!r} is no key")
        return key

    def proves(self, signature: bytes, text: str) -> bool:
        """Tell whether this key made a signature, or a cosignature, of a checkpoint's text."""
        if self.kind == WITNESS:
            text = f"cosignature/v1\ntime {int.from_bytes(signature[:_TIME])}\n{text}"
            signature = signature[_TIME:]
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


class Walk:
    """Follows a journal from its first line; holds the whole trees that it falls into, the largest first."""

    def __init__(self, keys: Iterable[Key] = (), trusted: Iterable[Key] | None = None) -> None:
        self._keys = {(key.name, key.id): key for key in keys}
        self._trusted = set(self._keys.values() if trusted is None else trusted)
        self._peaks: list[bytes] = []
        self.size = self._proved = self._signed = self._cosigned = 0

    def head(self) -> Head:
        """Return how far the walk has come."""
        return Head(size=self.size, root=self._root().hex(), signed=self._signed, cosigned=self._cosigned)

    def line(self, line: Line) -> bytes:
        """Take the next entry; return its leaf and every node that it completes. Raises Fault."""
        if line.position != self.size + 1:
            raise _fault(self.size + 1, "broken-order", line.stream, line.number)
        if line.leaf != line.hash():
            raise _fault(self.size + 1, "broken-leaf", line.stream, line.number)
        self.size += 1
        made = [line.leaf]
        for _ in range((self.size & -self.size).bit_length() - 1):
            made.append(sha256(b"\1" + self._peaks.pop() + made[-1]).digest())
        self._peaks.append(made[-1])
        return b"".join(made)

    def checkpoint(self, note: str) -> None:
        """Take a checkpoint that stands here; raises Fault unless every signature is right, and the root."""
        text, _, below = note.rpartition("\n\n")
        text += "\n"
        origin, _, said = text.partition("\n")
        signers = {self._signer(text, line) for line in below.splitlines(keepends=True)}
        if not any(key and key.kind == JOURNAL and key.name == origin for key in signers) or None in signers:
            raise _fault(self.size, "broken-signature")
        if said != f"{self.size}\n{b64encode(self._root()).decode()}\n":
            raise _fault(min(self._proved + 1, self.size), "broken-root")
        kinds = {key.kind for key in signers if key in self._trusted and key}
        self._proved = self.size
        self._signed = self.size if JOURNAL in kinds else self._signed
        self._cosigned = self.size if WITNESS in kinds else self._cosigned

    def end(self, head: dict[str, Any]) -> Head:
        """Take the last line, which says how long the journal is and what its root; raises Fault."""
        if head != {"root": self._root().hex(), "size": self.size}:
            raise _fault(self.size + 1, "broken-end")
        return self.head()

    def _signer(self, text: str, line: str) -> Key | None:
        """Return the key that rightly signed a text; None where the line is not what a known key writes."""
        _, _, named = line.partition(" ")
        name, _, told = named.partition(" ")
        try:
            raw = b64decode(told.removesuffix("\n"), validate=True)
        except ValueError:
            return None
        key = self._keys.get((name, raw[:4]))
        same = line == f"— {name} {b64encode(raw).decode()}\n"
        return key if key and same and key.proves(raw[4:], text) else None

    def _root(self) -> bytes:
        if not self._peaks:
            return sha256(b"").digest()
        *rest, found = self._peaks
        for peak in reversed(rest):
            found = sha256(b"\1" + peak + found).digest()
        return found


def verify(path: Path, keys: Sequence[Key] | None = None) -> Head | Broken:
    """Verify an exported journal; raises OSError where the file cannot be read.

    Where ``keys`` are given, only what they signed counts as signed, and something must be.
    """
    with path.open("rb") as file:
        return verify_stream(file, keys)


def verify_stream(file: BinaryIO, keys: Sequence[Key] | None = None) -> Head | Broken:
    """Verify a journal as it is read."""
    try:
        head = _walked(file, keys)
    except Fault as fault:
        return fault.broken
    if keys is not None and head.size and not (head.signed or head.cosigned):
        return Broken(position=1, reason="unsigned")
    return head


def _walked(file: BinaryIO, keys: Sequence[Key] | None) -> Head:
    walk = Walk(_keys(_row(file, 0)), keys)
    while (row := _row(file, walk.size + 1)).keys() != {"root", "size"}:
        if row.keys() == {"checkpoint"}:
            walk.checkpoint(str(row["checkpoint"]))
        else:
            walk.line(_line(row, walk.size + 1))
    head = walk.end(row)
    if file.read(1):
        raise _fault(walk.size + 1, "broken-end")
    return head


def _row(file: BinaryIO, position: int) -> dict[str, Any]:
    """Read a line: an object of JSON in its one form, keys sorted, no space, no escape too many."""
    raw = file.readline(_LONGEST)
    if not raw:
        raise _fault(position, "broken-end")
    try:
        row = json.loads(raw.decode())
        same = (
            json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n" == raw
        )
    except (ValueError, RecursionError):
        same = False
    if not same or not isinstance(row, dict):
        raise _fault(position, "broken-text")
    return row


def _keys(row: dict[str, Any]) -> list[Key]:
    try:
        if row.keys() != {"format", "keys"} or row["format"] != FORMAT:
            raise ValueError
        return [Key.read(each) for each in row["keys"]]
    except (ValueError, TypeError, AttributeError):
        raise _fault(0, "broken-text") from None


def _line(row: dict[str, Any], position: int) -> Line:
    if {name: type(value) for name, value in row.items()} not in (_KEPT, _ERASED):
        raise _fault(position, "broken-text")
    told = {name: row[name] for name in _LENGTHS.keys() & row.keys()}
    try:
        raw = {name: bytes.fromhex(each) for name, each in told.items()}
    except ValueError:
        raise _fault(position, "broken-text") from None
    if any(each.hex() != told[name] or len(each) != _LENGTHS[name] for name, each in raw.items()):
        raise _fault(position, "broken-text")
    return Line(**{**row, **raw})


def _fault(position: int, reason: str, stream: str = "", number: int = 0) -> Fault:
    return Fault(Broken(position=position, reason=reason, stream=stream, number=number))


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify the file named on the command line; say what was found, and return the exit status."""
    parser = argparse.ArgumentParser(prog="verifier.py", description="Verifies an exported journal.")
    parser.add_argument("export", type=Path)
    parser.add_argument("--key", action="append", type=Key.read, help="trust this key only; may be repeated")
    asked = parser.parse_args(arguments)
    try:
        found = verify(asked.export, asked.key)
    except OSError as complaint:
        print(f"{asked.export}: {complaint.strerror}", file=sys.stderr)
        return 2
    if isinstance(found, Broken):
        print(f"The journal breaks at entry {found.position}: {WHY[found.reason]}.")
        return 1
    print(f"{found.size} entries hold, root {found.root}; signed {found.signed}, cosigned {found.cosigned}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
