"""Two installations in one process: two databases, two folders of keys, and a test that is now in one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connections
from django.test import override_settings

from dedere.clerk.exchange import making, trusting
from dedere.clerk.exchange.keys import keys

import cast

ORIGINS = {"MX": "mx.dedere.example", "US": "us.dedere.example"}


@dataclass(frozen=True)
class Installation:
    """One State's installation: its folder holds a database and its keys."""

    state: str
    folder: Path

    @contextmanager
    def here(self) -> Iterator[None]:
        """Be this installation: its database is the default one, its settings hold."""
        before = connections["default"]
        ours = connection_to(self.folder / "dedere.sqlite3")
        connections["default"] = ours
        try:
            with override_settings(DEDERE_HOME=self.state, DEDERE_KEYS=self.folder / "keys"):
                yield
        finally:
            ours.close()
            connections["default"] = before


def pair(folder: Path, empty: Path, *, at: datetime = cast.NOON) -> tuple[Installation, Installation]:
    """Two installations that trust each other; ``empty`` is a database file with tables and no rows."""
    both = tuple(Installation(state, folder / state) for state in ORIGINS)
    for each in both:
        each.folder.mkdir()
        shutil.copy(empty, each.folder / "dedere.sqlite3")
        with each.here():
            making.make(ORIGINS[each.state], by=cast.ELENA, at=at)
    introduce(*both, at=at)
    introduce(*reversed(both), at=at)
    return both[0], both[1]


def introduce(one: Installation, other: Installation, *, at: datetime = cast.NOON) -> None:
    """Have ``other`` trust the card of ``one``, as two officers do on the telephone."""
    with one.here():
        card, spoken = keys().note, keys().card.fingerprint()
    with other.here():
        filed = trusting.propose(card, spoken, by=cast.ANA, at=at)
        assert filed, filed
        signed = trusting.sign(one.state, filed.file.awaiting.line, by=cast.BRUNO, at=at)
        assert signed, signed
        placed = trusting.place(one.state, f"http://127.0.0.1/{one.state}", "", by=cast.ANA, at=at)
        assert trusting.sign(one.state, placed.file.awaiting.line, by=cast.BRUNO, at=at)


def connection_to(path: Path):  # type: ignore[no-untyped-def]
    """A connection to a database file, quick and not durable."""
    settings = {**connections["default"].settings_dict, "NAME": str(path)}
    quick = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    settings["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": quick}
    from django.db.backends.sqlite3.base import DatabaseWrapper

    return DatabaseWrapper(settings, alias="default")
