"""What was acknowledged is on the disk: no power cut, at any step of any way to commit, takes it back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from clerk.story import opened
from dedere.clerk import checkpoints
from dedere.clerk.exchange import making
from dedere.registry import journal
from dedere.registry.commit import Pen
from dedere.seal.leaf import commitment, line_hash
from dedere.seal.tree import Frontier
from dedere.site.database import database
from registry.lines import note
from unsynced import NAME, Disk, watched

import cast

pytestmark = pytest.mark.skipif(
    NAME not in Path("/proc/self/maps").read_text(encoding="utf-8"),
    reason="this Python carries an SQLite of its own, which cannot be watched",
)
_STREAMS = count(1)
LINES = "SELECT position, stream, number, text, salt, nodes FROM registry_journalline"


@dataclass(frozen=True)
class Desk:
    """A database of its own, whose disk is watched."""

    disk: Disk
    open: Callable[[], Any]

    def told(self) -> None:
        """Mark that whoever recorded the last entry has been answered."""
        self.disk.acknowledged(journal.head().size)


@contextmanager
def desk(folder: Path, empty: Path, *, more: str = "") -> Iterator[Desk]:
    """A desk on a copy of an empty database, with the settings of service and ``more``."""
    from django.db.backends.sqlite3.base import DatabaseWrapper

    path = folder / "dedere.sqlite3"
    shutil.copy(empty, path)
    settings = {**connections["default"].settings_dict, **database(f"sqlite://{path}", folder)}
    settings["OPTIONS"] = {**settings["OPTIONS"], "init_command": settings["OPTIONS"]["init_command"] + more}
    before = connections["default"]

    def open_() -> Any:
        return DatabaseWrapper(settings, alias="default")

    with watched(folder) as disk, override_settings(DEDERE_KEYS=folder / "keys"):
        connections["default"] = open_()
        try:
            journal.head()
            disk.settle()
            yield Desk(disk, open_)
        finally:
            connections["default"].close()
            connections["default"] = before


def one_by_one(at: Desk) -> None:
    for _ in range(3):
        with transaction.atomic():
            journal.append(f"MX-2025-{next(_STREAMS):04d}", [note(1)], expected=0)
        at.told()


def a_case_filed(at: Desk) -> None:
    opened()
    at.told()


def keys_and_a_checkpoint(at: Desk) -> None:
    making.make("mx.dedere.example", by=cast.ELENA, at=cast.NOON)
    at.told()
    checkpoints.sign(at=cast.NOON)
    at.told()


def a_group(at: Desk) -> None:
    together(at, 6)
    at.told()


def together(at: Desk, callers: int) -> None:
    """Commit the entries of so many callers as one group."""
    pen = Pen()

    def write(stream: str) -> None:
        connections["default"] = at.open()
        try:
            pen.write(lambda: journal.append(stream, [note(1)], expected=0))
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(callers) as threads, pen._pen:
        written = [threads.submit(write, f"MX-2025-{next(_STREAMS):04d}") for _ in range(callers)]
        while len(pen._waiting) < callers:
            pass
    for each in written:
        each.result()


WAYS = {way.__name__: way for way in (one_by_one, a_case_filed, keys_and_a_checkpoint, a_group)}


def lost(disk: Disk, folder: Path) -> list[str]:
    """Cut the power after each step; say what an acknowledgement was broken by."""
    found = []
    for index, (acknowledged, files) in enumerate(disk.cuts(seed=20250115)):
        for name, content in files.items():
            (folder / name).write_bytes(content)
        if fault := faults(folder / "dedere.sqlite3", acknowledged):
            found.append(f"cut {index}: {fault}")
        for path in folder.iterdir():
            path.unlink()
    return found


def faults(path: Path, acknowledged: int) -> str:
    """What is wrong with a database after a cut: damaged, a tree that does not hold, or entries gone."""
    try:
        with sqlite3.connect(path) as database:
            rows = database.execute(f"{LINES} ORDER BY position").fetchall()
            (check,) = database.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError as damaged:
        return str(damaged)
    finally:
        database.close()
    grown = Frontier()
    for position, stream, number, text, salt, nodes in rows:
        if nodes != grown.add(line_hash(position, stream, number, commitment(salt, text))):
            return f"the tree breaks at {position}"
    return "" if check == "ok" and len(rows) >= acknowledged else f"{len(rows)} of {acknowledged}: {check}"


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_no_power_cut_takes_back_what_was_acknowledged(
    way: Callable[[Desk], None], empty: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    (left := tmp_path / "left").mkdir()
    with django_db_blocker.unblock(), desk(tmp_path, empty) as at:
        way(at)
        assert journal.verify()
    assert lost(at.disk, left) == []


@pytest.mark.parametrize(
    "more",
    ["PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", "PRAGMA journal_mode=DELETE;"],
    ids=["a log that is synced later", "a journal whose removal is not synced"],
)
def test_the_test_sees_where_durability_was_given_up(
    more: str, empty: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    (left := tmp_path / "left").mkdir()
    with django_db_blocker.unblock(), desk(tmp_path, empty, more=more) as at:
        at.disk.settle()
        one_by_one(at)
    assert any(" of " in each for each in lost(at.disk, left))


@pytest.mark.django_db
def test_postgresql_answers_when_the_commit_is_on_its_disk() -> None:
    if connections["default"].vendor != "postgresql":
        pytest.skip("PostgreSQL's own setting")
    with connections["default"].cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        assert cursor.fetchone() == ("on",)


def test_an_entry_takes_four_syncs_and_a_group_of_any_size_takes_no_more(
    empty: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), desk(tmp_path, empty) as at:
        with transaction.atomic():
            journal.append("MX-2025-9999", [note(1)], expected=0)
        single = at.disk.syncs()
        together(at, 16)
        group = at.disk.syncs() - single
    assert single <= 4
    assert group <= 4
