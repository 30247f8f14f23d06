"""How quickly do Today and Cases answer on a docket of 100,000 cases?

The pages are asked of the whole application (sign-in, permissions, templates) in this process, without a
network. On PostgreSQL: ``python tests/postgres.py -- python -m benchmarks.pages``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.place import desk_in
from benchmarks.rows import OURS, Row, main, seconds_of, spread
from dedere.docket import entries
from dedere.docket.acts import Act

PAGES = (
    ("Today", "/es/"),
    ("Cases", "/es/cases/"),
    ("Cases, arrest running", "/es/cases/?view=provisional"),
    ("Cases, search by name", "/es/cases/?q=Quiñones"),
)


def measure(quick: bool) -> Iterable[Row]:
    """Open the docket, then ask each page many times."""
    count, times = (5_000, 40) if quick else (100_000, 200)
    with tempfile.TemporaryDirectory() as folder:
        desk_in(Path(folder))
        from django.db import connection
        from django.test import Client
        from django.utils import timezone

        from dedere import clerk

        before, now = time.perf_counter(), timezone.now()
        opened = sum(bool(each) for each in clerk.open_many(_openings(count, now), by="ana", at=now))
        spent = time.perf_counter() - before
        assert opened == count, opened
        on = f"{count:,} cases on {connection.vendor}"
        yield Row(
            work=f"open {on}, with track, arrest and charges",
            who=OURS,
            figure=round(count / spent),
            unit="cases/s",
            better="higher",
        )
        client = Client()
        client.force_login(_ana(), backend="django.contrib.auth.backends.ModelBackend")
        for name, address in PAGES:
            assert client.get(address).status_code == 200, address
            runs = seconds_of(lambda address=address: client.get(address), times)  # type: ignore[misc]
            yield from spread(f"{name}, {on}", OURS, runs, "ms", 1e3, 0.5, 0.95)


def _ana():  # type: ignore[no-untyped-def]
    from dedere.registry.models import Officer

    return Officer.objects.create_user(username="ana", role="caseworker", language="es")


def _openings(count: int, now: datetime) -> Iterator[Sequence[Act]]:
    surnames = ("Quiñones", "Barragán", "Cuéllar", "Dávalos", "Escamilla", "Gallardo", "Ibarra", "Nava")
    for number in range(count):
        since = now - timedelta(days=number % 70, hours=1)
        person = f"Persona {number} {surnames[number % 8]} {surnames[number // 8 % 8]}"
        happened: list[tuple[str, entries.Entry]] = [
            (
                "open-case",
                entries.CaseOpened(person=person, requesting="US", requested="MX", nationalities=("MX",)),
            ),
            (
                "open-track",
                entries.TrackOpened(track="1", kind="treaty-extradition", basis="us-mx-1978", article="1"),
            ),
            ("state-charges", entries.ChargesStated(charges=(entries.Charge(id="1", title="cargo"),))),
        ]
        if number % 4 == 0:
            happened.append(("seek-provisional-arrest", entries.ProvisionalArrestSought()))
            happened.append(("record-provisional-arrest", entries.ProvisionallyArrested(place="Toluca")))
        yield [
            Act(
                code=code,
                entry=entry,
                occurred_at=since,
                track="" if code in {"open-case", "open-track", "state-charges"} else "1",
            )
            for code, entry in happened
        ]


if __name__ == "__main__":
    main(measure, __doc__ or "")
