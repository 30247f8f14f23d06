"""How long a proof takes, and to check it, as the journal grows to ten million entries."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.rows import OURS, Row, seconds_of, spread

_STEP = 50_000


def measure(quick: bool) -> Iterable[Row]:
    """Grow one journal, made up of leaves alone, and prove at each size; every proof is checked."""
    sizes = (10_000, 100_000) if quick else (10_000, 100_000, 1_000_000, 10_000_000)
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        connection = _desk(Path(folder))
        from dedere.registry import nodes
        from dedere.seal import tree
        from dedere.seal.tree import Frontier

        grown, chance = Frontier(), random.Random(20250227)
        for size in sizes:
            _grow(connection, grown, size)
            root = grown.root()
            places = iter([chance.randrange(size) for _ in range(400)])
            work = f"of {size:,} entries"

            def include(size: int = size, places: Iterator[int] = places) -> None:
                nodes.inclusion(next(places) + 1, size)

            def extend(size: int = size, places: Iterator[int] = places) -> None:
                nodes.consistency(next(places) + 1, size)

            yield from spread(f"inclusion proof {work}", OURS, seconds_of(include, 150), "ms", 1e3, 0.5, 0.99)
            yield from spread(
                f"consistency proof {work}", OURS, seconds_of(extend, 150), "ms", 1e3, 0.5, 0.99
            )
            place = next(places)
            proof, leaf = nodes.inclusion(place + 1, size), nodes.read([(0, place)])[0, place]
            assert tree.includes(root, size, place, leaf, proof)
            check = seconds_of(lambda: tree.includes(root, size, place, leaf, proof), 150)  # noqa: B023
            yield from spread(f"inclusion checked {work}", OURS, check, "ms", 1e3, 0.5)
            yield Row(
                work=f"inclusion proof {work}", who=OURS, figure=len(proof) * 32, unit="bytes", better="lower"
            )


def _desk(folder: Path):  # type: ignore[no-untyped-def]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dedere.site.settings")
    os.environ.setdefault("DEDERE_SECRET_KEY", "benchmark")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from django.db.backends.sqlite3.base import DatabaseWrapper

    from dedere.registry.guards import lower_guards
    from dedere.site.database import database

    settings = {
        **connections["default"].settings_dict,
        **database(f"sqlite://{folder}/proofs.sqlite3", folder),
    }
    settings["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;"
    }
    connections["default"] = DatabaseWrapper(settings, alias="default")
    call_command("migrate", verbosity=0)
    lower_guards(connections["default"])
    return connections["default"]


def _grow(connection, grown, size: int) -> None:  # type: ignore[no-untyped-def]
    """Add made-up leaves up to a size; texts are empty, since no proof reads them."""
    into = "INSERT INTO registry_journalline (position, stream, number, text, salt, nodes) VALUES "
    with connection.cursor() as cursor:
        while grown.size < size:
            batch = [
                (grown.size + 1, "X", grown.size + 1, "", b"", grown.add(random.randbytes(32)))
                for _ in range(min(_STEP, size - grown.size))
            ]
            cursor.executemany(f"{into} (%s, %s, %s, %s, %s, %s)", batch)
