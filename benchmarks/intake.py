"""How many cases a second does the import take, and does the chain hold after it?"""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.place import desk_in
from benchmarks.rows import OURS, Row, main


def measure(quick: bool) -> Iterable[Row]:
    """Write a table of cases, import it into an empty desk, verify the journal."""
    count = 2_000 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        desk_in(Path(folder))
        from django.utils import timezone

        from dedere.clerk import intake
        from dedere.clerk.tables import read_table
        from dedere.registry import journal
        from dedere.registry.models import CaseRow

        table = Path(folder) / "cases.csv"
        _write(table, count)
        before = time.perf_counter()
        rows = read_table(table.name, table.read_bytes())
        taken = sum(isinstance(each, intake.Taken) for each in intake.take(rows, by="ana", at=timezone.now()))
        spent = time.perf_counter() - before
        assert taken == count
        assert CaseRow.objects.count() == count
        before = time.perf_counter()
        verified = journal.verify()
        checked = time.perf_counter() - before
        assert verified.size >= count
    yield Row(
        work=f"import {count:,} cases", who=OURS, figure=round(count / spent), unit="cases/s", better="higher"
    )
    yield Row(
        work="verify the chain",
        who=OURS,
        figure=round(verified.size / checked),
        unit="lines/s",
        better="higher",
    )


def _write(table: Path, count: int) -> None:
    with table.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["key", "person", "requesting", "requested", "nationalities", "track", "charges"])
        for number in range(count):
            writer.writerow(
                [f"K{number}", f"Persona {number:05d}", "US", "MX", "MX", "treaty-extradition", "conspiracy"]
            )


if __name__ == "__main__":
    main(measure, __doc__ or "")
