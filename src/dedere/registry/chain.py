"""The chain: each line's digest covers the one before it, its place, and its exact text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One line of the journal as it is chained; ``previous`` is empty for the first."""

    position: int
    stream: str
    number: int
    text: str
    previous: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Where the chain breaks first, and how.

    ``reason`` is one of ``broken-digest`` (place or text altered), ``broken-link`` (another line stood
    before), ``broken-order`` (a line is missing or out of place), ``broken-text`` (unreadable) and
    ``broken-end`` (cut short, or going on after its end).
    """

    position: int
    reason: str
    stream: str = ""
    number: int = 0

    def __bool__(self) -> bool:
        """A broken chain is falsy, so that ``if verified:`` reads as it should."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """The chain holds: how many lines, and the digest of the last."""

    lines: int
    head: str


def digest(previous: str, position: int, stream: str, number: int, text: str) -> str:
    """Return the SHA-256, in hex, of a line and of all that came before it.

    No field before the text holds a line break, so the framing is unambiguous.
    """
    return sha256(f"{previous}\n{position}\n{stream}\n{number}\n{text}".encode()).hexdigest()


def forge(head: Verified, texts: Iterable[tuple[str, int, str]]) -> Iterator[Link]:
    """Chain ``(stream, number, text)`` one after another onto ``head``."""
    position, previous = head.lines, head.head
    for stream, number, text in texts:
        position += 1
        made = digest(previous, position, stream, number, text)
        yield Link(position=position, stream=stream, number=number, text=text, previous=previous, digest=made)
        previous = made


def follow(links: Iterable[Link]) -> Verified | Broken:
    """Walk the chain from its first line, holding one line at a time."""
    seen = Verified(lines=0, head="")
    for link in links:
        if reason := _fault(seen, link):
            return Broken(position=seen.lines + 1, reason=reason, stream=link.stream, number=link.number)
        seen = Verified(lines=link.position, head=link.digest)
    return seen


def _fault(seen: Verified, link: Link) -> str:
    if link.position != seen.lines + 1:
        return "broken-order"
    if link.digest != digest(link.previous, link.position, link.stream, link.number, link.text):
        return "broken-digest"
    return "" if link.previous == seen.head else "broken-link"
