"""How many entries a second does the journal take, each its own durable transaction, against eventsourcing?

Both write the same lines to a file database of SQLite synced in full, interleaved in blocks within one
run: ours with the rollback journal that the desk uses, the peer with the write-ahead log that it sets for
itself. Ours also chains every line by SHA-256 over the whole journal and stores the ledger page's row.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from benchmarks.rows import OURS, Row, main
from benchmarks.story import lines_of_a_long_case

PEER = "eventsourcing"


def measure(quick: bool) -> Iterable[Row]:
    """File the same lines into both stores, block by block."""
    blocks, size = (4, 60) if quick else (20, 200)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = _our_journal(Path(folder)), _peer(Path(folder))
        spent: dict[str, list[float]] = {OURS: [], PEER: []}
        cpu: dict[str, float] = {OURS: 0.0, PEER: 0.0}
        for _ in range(blocks):
            for who, write in ((OURS, ours), (PEER, theirs)):
                before, used = time.perf_counter(), time.process_time()
                assert write(size) == size
                spent[who].append(time.perf_counter() - before)
                cpu[who] += time.process_time() - used
    for who, times in spent.items():
        yield Row(
            work="entries filed one by one",
            who=who,
            figure=round(blocks * size / sum(times), 1),
            unit="entries/s",
            better="higher",
        )
        yield Row(
            work="processor time of an entry",
            who=who,
            figure=round(cpu[who] / (blocks * size) * 1e6, 1),
            unit="µs",
            better="lower",
        )


def _our_journal(folder: Path):  # type: ignore[no-untyped-def]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dedere.site.settings")
    os.environ["DATABASE_URL"] = f"sqlite://{folder}/ours.sqlite3"
    os.environ.setdefault("DEDERE_SECRET_KEY", "benchmark")
    import django

    django.setup()
    from dataclasses import replace

    from django.core.management import call_command
    from django.db import transaction

    from dedere.registry import journal

    call_command("migrate", verbosity=0)
    lines = lines_of_a_long_case()
    serial = iter(range(1, 10**9))

    def write(count: int) -> int:
        written = 0
        while written < count:
            stream = f"MX-2025-{next(serial):06d}"
            for number, line in enumerate(lines[: count - written], 1):
                with transaction.atomic():
                    journal.append(stream, [replace(line, number=number)], expected=number - 1)
                written += 1
        return written

    return write


def _peer(folder: Path):  # type: ignore[no-untyped-def]
    from eventsourcing.persistence import StoredEvent
    from eventsourcing.sqlite import SQLiteAggregateRecorder, SQLiteDatastore

    from dedere.docket import text

    store = SQLiteDatastore(str(folder / "peer.sqlite3"))
    recorder = SQLiteAggregateRecorder(store)
    recorder.create_table()
    lines = lines_of_a_long_case()

    def write(count: int) -> int:
        written = 0
        while written < count:
            stream = uuid4()
            for version, line in enumerate(lines[: count - written], 1):
                event = StoredEvent(
                    originator_id=stream,
                    originator_version=version,
                    topic=line.entry.code,
                    state=text.write(line).encode(),
                )
                recorder.insert_events([event])
                written += 1
        return written

    return write


if __name__ == "__main__":
    main(measure, __doc__ or "")
