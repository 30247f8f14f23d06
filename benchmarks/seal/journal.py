"""What an entry of the journal costs, each its own durable transaction, against those that keep logs.

All write the same texts to files, block by block in one run, so that each meets the same disk. Ours makes the
line, its salted leaf and the tree, is guarded by triggers, and writes the ledger page's row too.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from threading import Thread
from uuid import uuid4

from tests.unsynced import watched

from benchmarks.rows import OURS, Row
from benchmarks.story import lines_of_a_long_case

Write = Callable[[int], None]
CALLERS = 16
BARE = "SQLite, FULL, one chain, no more"


def measure(quick: bool) -> Iterable[Row]:
    """Write the same entries with each, block by block; then count the syncs of each alone."""
    blocks, size = (4, 48) if quick else (20, 192)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as held:
        writers = dict(_writers(Path(folder), held))
        wall, processor = dict.fromkeys(writers, 0.0), dict.fromkeys(writers, 0.0)
        for _ in range(blocks):
            for who, write in writers.items():
                begun, used = time.perf_counter(), time.process_time()
                write(size)
                wall[who] += time.perf_counter() - begun
                processor[who] += time.process_time() - used
        for who in writers:
            yield from _rows(who, blocks * size / wall[who], processor[who] / (blocks * size) * 1e6)
    yield from _syncs()


def _rows(who: str, rate: float, used: float) -> Iterator[Row]:
    yield Row(
        work="entries kept, each on the disk",
        who=who,
        figure=round(rate, 1),
        unit="entries/s",
        better="higher",
    )
    yield Row(work="processor time of an entry", who=who, figure=round(used, 1), unit="µs", better="lower")


def _syncs() -> Iterator[Row]:
    for who in (OURS, f"{OURS}, {CALLERS} callers", BARE, "eventsourcing", "pymerkle SqliteTree"):
        with tempfile.TemporaryDirectory() as name, watched(Path(name)) as disk:
            ways = {OURS: _ours, f"{OURS}, {CALLERS} callers": _ours_together, BARE: _bare}
            ways |= {"eventsourcing": _eventsourcing, "pymerkle SqliteTree": _pymerkle}
            write, close = ways[who](Path(name))
            write(CALLERS)
            disk.settle()
            write(CALLERS * 4)
            syncs = disk.syncs() / (CALLERS * 4)
            close()
        yield Row(work="syncs of an entry", who=who, figure=round(syncs, 2), unit="syncs", better="lower")


def _writers(folder: Path, held: ExitStack) -> Iterator[tuple[str, Write]]:
    ways = {OURS: _ours, f"{OURS}, {CALLERS} callers": _ours_together, BARE: _bare}
    ways |= {"eventsourcing": _eventsourcing, "pymerkle SqliteTree": _pymerkle}
    for index, (who, way) in enumerate(ways.items()):
        (place := folder / str(index)).mkdir()
        write, close = way(place)
        held.callback(close)
        yield who, write


def _texts() -> list[str]:
    from dedere.docket import text

    return [text.write(line) for line in lines_of_a_long_case()]


def _ours(folder: Path) -> tuple[Write, Callable[[], None]]:
    connect = _desk(folder)
    from django.db import connections, transaction

    from dedere.registry import journal

    mine, lines, serials = connect(), lines_of_a_long_case(), count(1)

    def write(entries: int) -> None:
        connections["default"] = mine
        for number in range(entries):
            if number % len(lines) == 0:
                stream = f"MX-2025-{next(serials):06d}"
            line = replace(lines[number % len(lines)], number=number % len(lines) + 1)
            with transaction.atomic():
                journal.append(stream, [line], expected=line.number - 1)

    return write, mine.close


def _ours_together(folder: Path) -> tuple[Write, Callable[[], None]]:
    connect = _desk(folder)
    from django.db import connections

    from dedere.registry import journal
    from dedere.registry.commit import together

    lines, serials = lines_of_a_long_case(), count(1)
    append = together(journal.append)

    def call(entries: int) -> None:
        connections["default"] = connect()
        for _ in range(entries):
            append(f"US-2025-{next(serials):06d}", [replace(lines[0], number=1)], expected=0)
        connections["default"].close()

    def write(entries: int) -> None:
        threads = [Thread(target=call, args=[entries // CALLERS]) for _ in range(CALLERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return write, lambda: None


def _desk(folder: Path):  # type: ignore[no-untyped-def]
    """A desk's own database in a folder, with the settings of service; returns what connects to it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dedere.site.settings")
    os.environ.setdefault("DEDERE_SECRET_KEY", "benchmark")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from django.db.backends.sqlite3.base import DatabaseWrapper

    from dedere.site.database import database

    settings = {**connections["default"].settings_dict, **database(f"sqlite://{folder}/ours.sqlite3", folder)}
    connections["default"] = DatabaseWrapper(settings, alias="default")
    call_command("migrate", verbosity=0)
    connections["default"].close()
    return lambda: DatabaseWrapper(settings, alias="default")


def _bare(folder: Path) -> tuple[Write, Callable[[], None]]:
    texts, positions = _texts(), count(1)
    store = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    store.executescript("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL")
    store.execute(
        "CREATE TABLE line (position INTEGER PRIMARY KEY, stream TEXT, number INTEGER, text TEXT,"
        " previous TEXT, digest TEXT, UNIQUE (stream, number))"
    )

    def write(entries: int) -> None:
        for text in (texts[number % len(texts)] for number in range(entries)):
            position = next(positions)
            store.execute("BEGIN IMMEDIATE")
            last = store.execute("SELECT digest FROM line ORDER BY position DESC LIMIT 1").fetchone()
            previous = last[0] if last else ""
            digest = sha256(f"{previous}\n{position}\n{text}".encode()).hexdigest()
            row = (position, "MX-2025-000001", position, text, previous, digest)
            store.execute("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", row)
            store.execute("COMMIT")

    return write, store.close


def _eventsourcing(folder: Path) -> tuple[Write, Callable[[], None]]:
    from eventsourcing.persistence import StoredEvent
    from eventsourcing.sqlite import SQLiteAggregateRecorder, SQLiteDatastore

    store, texts = SQLiteDatastore(str(folder / "peer.sqlite3")), _texts()
    recorder = SQLiteAggregateRecorder(store)
    recorder.create_table()

    def write(entries: int) -> None:
        stream = uuid4()
        for version in range(entries):
            state = texts[version % len(texts)].encode()
            recorder.insert_events(
                [StoredEvent(originator_id=stream, originator_version=version, topic="line", state=state)]
            )

    return write, store.close


def _pymerkle(folder: Path) -> tuple[Write, Callable[[], None]]:
    from pymerkle import SqliteTree

    store, texts = SqliteTree(str(folder / "tree.sqlite3"), algorithm="sha256"), _texts()

    def write(entries: int) -> None:
        for number in range(entries):
            store.append_entry(texts[number % len(texts)].encode())
            store.get_root()

    return write, store.con.close
