"""The journal: append at the end, read one stream, verify the whole chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from dedere.docket import text
from dedere.docket.entries import Line
from dedere.registry.chain import Broken, Link, Verified, follow, forge
from dedere.registry.insert import insert
from dedere.registry.models import EntryRow, JournalLine

# Any fixed number: PostgreSQL's name for the lock that makes one writer at a time.
_LOCK = 0x6465_6465_7265
_PAGE = 2000
_LINK = ("position", "stream", "number", "text", "previous", "digest")


class Overtaken(Exception):
    """Another officer's lines came first; ``found`` is the stream's version now."""

    def __init__(self, stream: str, *, expected: int, found: int) -> None:
        super().__init__(f"{stream}: expected version {expected}, found {found}")
        self.stream, self.expected, self.found = stream, expected, found


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Lines to append to one stream, whose version is ``expected``."""

    stream: str
    lines: Sequence[Line]
    expected: int


def hold() -> None:
    """Make this transaction the only writer until it ends; what it reads after is current.

    SQLite's transactions began IMMEDIATE and hold already.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("the journal is held within a transaction only")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def append(stream: str, lines: Sequence[Line], *, expected: int) -> tuple[int, ...]:
    """Append lines to one stream and return their positions; raises Overtaken.

    Must run in a transaction; holds the journal until it ends.
    """
    return append_all([Addition(stream=stream, lines=lines, expected=expected)])


def append_all(additions: Sequence[Addition]) -> tuple[int, ...]:
    """Append to several streams at once, all or nothing; raises Overtaken."""
    hold()
    found = versions([each.stream for each in additions])
    for each in additions:
        _check(each, found.get(each.stream, 0))
    lines = [(each.stream, line) for each in additions for line in each.lines]
    links = tuple(forge(head(), ((stream, line.number, text.write(line)) for stream, line in lines)))
    insert(JournalLine, (_row(link) for link in links))
    insert(EntryRow, (entry_row(link, line) for link, (_, line) in zip(links, lines, strict=True)))
    return tuple(link.position for link in links)


def read(stream: str) -> tuple[Line, ...]:
    """Return a stream's lines in their order; none if there is no such stream."""
    texts = JournalLine.objects.filter(stream=stream).order_by("number").values_list("text", flat=True)
    return tuple(text.read(each) for each in texts)


def read_all(streams: Sequence[str]) -> dict[str, tuple[Line, ...]]:
    """Return the lines of each of these streams that exists."""
    found: dict[str, list[Line]] = {}
    for start in range(0, len(streams), _PAGE):
        part = JournalLine.objects.filter(stream__in=streams[start : start + _PAGE])
        for stream, told in part.order_by("stream", "number").values_list("stream", "text"):
            found.setdefault(stream, []).append(text.read(told))
    return {stream: tuple(lines) for stream, lines in found.items()}


def versions(streams: Sequence[str]) -> dict[str, int]:
    """Return the last number of each stream that exists."""
    found: dict[str, int] = {}
    for start in range(0, len(streams), _PAGE):
        part = JournalLine.objects.filter(stream__in=streams[start : start + _PAGE])
        found.update(part.values_list("stream").annotate(Max("number")))
    return found


def starts(streams: Sequence[str]) -> dict[str, int]:
    """Return the position of each stream's first line."""
    found: dict[str, int] = {}
    for start in range(0, len(streams), _PAGE):
        part = JournalLine.objects.filter(number=1, stream__in=streams[start : start + _PAGE])
        found.update(part.values_list("stream", "position"))
    return found


def head() -> Verified:
    """Return how many lines there are and the digest of the last."""
    last = JournalLine.objects.order_by("-position").values_list("position", "digest").first()
    return Verified(lines=last[0], head=last[1]) if last else Verified(lines=0, head="")


def pages(*, after: int = 0) -> Iterator[list[Link]]:
    """Yield the journal in order, a page at a time: memory is bounded and no lock outlasts a page."""
    while page := _page(after):
        yield page
        after = page[-1].position


def links() -> Iterator[Link]:
    """Yield the journal in order, line by line."""
    return (link for page in pages() for link in page)


def verify() -> Verified | Broken:
    """Walk the whole chain and name the first line that breaks it."""
    return follow(links())


def entry_row(link: Link, line: Line) -> EntryRow:
    """Return the ledger page's row for a line."""
    return EntryRow(
        position=link.position,
        stream=link.stream,
        number=link.number,
        kind=line.entry.code,
        by=line.by,
        second=line.second,
        occurred_at=line.occurred_at,
        recorded_at=line.recorded_at,
        simulated=line.simulated,
    )


def _check(addition: Addition, found: int) -> None:
    if addition.expected != found:
        raise Overtaken(addition.stream, expected=addition.expected, found=found)
    wanted = range(found + 1, found + 1 + len(addition.lines))
    if [line.number for line in addition.lines] != list(wanted):
        raise ValueError(f"{addition.stream}: lines must be numbered {wanted.start} to {wanted.stop - 1}")


def _row(link: Link) -> JournalLine:
    return JournalLine(**{name: getattr(link, name) for name in _LINK})


def _page(after: int) -> list[Link]:
    lines = JournalLine.objects.filter(position__gt=after).order_by("position")
    return [Link(**row) for row in lines.values(*_LINK)[:_PAGE]]
