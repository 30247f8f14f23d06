"""The journal: append at the end, read one stream, verify the whole."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from dedere.docket import text
from dedere.docket.entries import Line
from dedere.registry import nodes
from dedere.registry.erasure import lines_of
from dedere.registry.insert import insert
from dedere.registry.models import EntryRow, JournalLine
from dedere.seal import verifier
from dedere.seal.leaf import SALT, commitment, line_hash
from dedere.seal.tree import HASH, Frontier
from dedere.seal.verifier import Broken, Fault, Head, Key, Walk

# Any fixed number: PostgreSQL's name for the lock that makes one writer at a time.
_LOCK = 0x6465_6465_7265
_PAGE = 2000
# Asked before each append, and twice as quick as when it is put together anew each time.
_LAST = "SELECT stream, MAX(number) FROM registry_journalline WHERE stream IN ({}) GROUP BY stream"


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
    grown = nodes.frontier()
    rows = [_row(grown, stream, line) for stream, line in lines]
    insert(JournalLine, rows)
    insert(EntryRow, (entry_row(row, line) for row, (_, line) in zip(rows, lines, strict=True)))
    return tuple(row.position for row in rows)


def read(stream: str) -> tuple[Line, ...]:
    """Return a stream's lines in their order; none if there is no such stream."""
    rows = JournalLine.objects.filter(stream=stream).order_by("number")
    return lines_of(rows.values_list("position", "text"))


def read_all(streams: Sequence[str]) -> dict[str, tuple[Line, ...]]:
    """Return the lines of each of these streams that exists."""
    found: dict[str, list[tuple[int, str]]] = {}
    for start in range(0, len(streams), _PAGE):
        part = JournalLine.objects.filter(stream__in=streams[start : start + _PAGE])
        rows = part.order_by("stream", "number").values_list("stream", "position", "text")
        for stream, position, told in rows:
            found.setdefault(stream, []).append((position, told))
    return {stream: lines_of(told) for stream, told in found.items()}


def versions(streams: Sequence[str]) -> dict[str, int]:
    """Return the last number of each stream that exists."""
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(streams), _PAGE):
            part = streams[start : start + _PAGE]
            cursor.execute(_LAST.format(", ".join(["%s"] * len(part))), part)
            found.update(cursor.fetchall())
    return found


def starts(streams: Sequence[str]) -> dict[str, int]:
    """Return the position of each stream's first line."""
    found: dict[str, int] = {}
    for start in range(0, len(streams), _PAGE):
        part = JournalLine.objects.filter(number=1, stream__in=streams[start : start + _PAGE])
        found.update(part.values_list("stream", "position"))
    return found


def head() -> Head:
    """Return how many lines there are and the root over them."""
    grown = nodes.frontier()
    return Head(size=grown.size, root=grown.root().hex())


def pages(*, after: int = 0) -> Iterator[list[JournalLine]]:
    """Yield the journal in order, a page at a time: memory is bounded and no lock outlasts a page."""
    rows = JournalLine.objects.order_by("position")
    while page := list(rows.filter(position__gt=after)[:_PAGE]):
        yield page
        after = page[-1].position


def lines() -> Iterator[verifier.Line]:
    """Yield the journal in order, as a verifier takes it."""
    return (_told(row) for page in pages() for row in page)


def verify(keys: Sequence[Key] = (), signed: Mapping[int, str] | None = None) -> Head | Broken:
    """Walk the journal, its tree and the checkpoints signed of it; name the first line that is wrong."""
    walk, notes = Walk(keys), signed or {}
    try:
        for row in (row for page in pages() for row in page):
            _compare(row, walk.line(_told(row)))
            if note := notes.get(row.position):
                walk.checkpoint(note)
    except Fault as fault:
        return fault.broken
    return walk.head()


def entry_row(row: JournalLine, line: Line) -> EntryRow:
    """Return the ledger page's row for a line."""
    return EntryRow(
        position=row.position,
        stream=row.stream,
        number=row.number,
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


def _row(grown: Frontier, stream: str, line: Line) -> JournalLine:
    told, salt, position = text.write(line), os.urandom(SALT), grown.size + 1
    leaf = line_hash(position, stream, line.number, commitment(salt, told))
    return JournalLine(
        position=position, stream=stream, number=line.number, text=told, salt=salt, nodes=grown.add(leaf)
    )


def _told(row: JournalLine) -> verifier.Line:
    return verifier.Line(
        position=row.position,
        stream=row.stream,
        number=row.number,
        leaf=bytes(row.nodes[:HASH]),
        salt=bytes(row.salt),
        text=row.text,
        commitment=bytes(row.commitment or b""),
    )


def _compare(row: JournalLine, made: bytes) -> None:
    """Raise Fault where a row's nodes are not those of the lines: one of those below was replaced."""
    if (kept := bytes(row.nodes)) != made:
        level = next(level for level in range(len(made)) if not _same(kept, made, level))
        first = row.position + 1 - (1 << level)
        raise Fault(Broken(position=first, reason="broken-node"))


def _same(kept: bytes, made: bytes, level: int) -> bool:
    return kept[level * HASH : (level + 1) * HASH] == made[level * HASH : (level + 1) * HASH]
