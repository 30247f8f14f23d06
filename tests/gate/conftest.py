"""Two States that trust each other, each with a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

import twostates
from twostates import Installation


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """A database file with every table and no row."""
    path = tmp_path_factory.mktemp("empty") / "dedere.sqlite3"
    with django_db_blocker.unblock():
        before = connections["default"]
        connections["default"] = twostates._connection(path)
        try:
            call_command("migrate", verbosity=0, interactive=False)
            connections["default"].close()
        finally:
            connections["default"] = before
    return path


@pytest.fixture
def states(
    empty: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Installation, Installation]]:
    """Mexico's and the United States' installations."""
    with django_db_blocker.unblock():
        yield twostates.pair(tmp_path, empty)
