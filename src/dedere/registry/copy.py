"""A copy of the ledger as a file: one canonical JSON line for each entry, and a last line that closes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from dedere.registry.chain import Broken, Link, Verified, follow
from dedere.words import Unreadable
from dedere.words.canonical import canonical

_FIELDS = {"position": int, "stream": str, "number": int, "text": str, "previous": str, "digest": str}
_LONGEST = 16 * 1024 * 1024


class UnreadableCopy(Unreadable):
    """A file that is no copy of a ledger at all."""


class _Fault(Exception):
    """The copy breaks at one line; caught here, never seen outside."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def export(links: Iterable[Link]) -> Iterator[str]:
    """Yield the lines of a copy; the last says how many entries there are and the digest of the last."""
    seen = Verified(lines=0, head="")
    for link in links:
        yield _json(asdict(link))
        seen = Verified(lines=link.position, head=link.digest)
    yield _json(asdict(seen))


def verify_copy(path: Path) -> Verified | Broken:
    """Verify a copy, one line in memory at a time, and name the entry that breaks first.

    The copy must be byte for byte what ``export`` writes. Raises UnreadableCopy where there is no such file.
    """
    try:
        with path.open("rb") as file:
            return _verify(file)
    except OSError as complaint:
        raise UnreadableCopy(
            where=str(path),
            what=complaint.strerror or "it cannot be opened",
            remedy="name a file that the ledger page exported",
        ) from None


def _verify(file: BinaryIO) -> Verified | Broken:
    reader = _Reader(file)
    try:
        result = follow(reader.links())
    except _Fault as fault:
        return Broken(position=reader.count + 1, reason=fault.reason)
    if isinstance(result, Verified) and result != reader.closing:
        return Broken(position=result.lines + 1, reason="broken-end")
    return result


class _Reader:
    """Reads links up to the closing line; counts those it has handed out."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0
        self.closing: Verified | None = None

    def links(self) -> Iterator[Link]:
        while self.closing is None and (raw := self._file.readline(_LONGEST)):
            row = _read(raw)
            if row.keys() == {"lines", "head"}:
                self.closing = Verified(lines=row["lines"], head=row["head"])
            else:
                yield _link(row)
                self.count += 1
        if self._file.read(1):
            raise _Fault("broken-end")


def _read(raw: bytes) -> dict[str, Any]:
    try:
        text = raw.decode()
        row = json.loads(text)
    except (ValueError, RecursionError):
        raise _Fault("broken-text") from None
    if not isinstance(row, dict) or _json(row) != text:
        raise _Fault("broken-text")
    return row


def _link(row: dict[str, Any]) -> Link:
    if {name: type(value) for name, value in row.items()} != _FIELDS:
        raise _Fault("broken-text")
    return Link(**row)


def _json(row: dict[str, Any]) -> str:
    return canonical(row) + "\n"
