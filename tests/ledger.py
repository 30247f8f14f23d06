"""Lets tests that commit for real empty their database, whose journal refuses to be emptied.

Such a test (`transactional_db`, `live_server`) ends with a flush. The guards are lowered just before and
raised just after: the test itself, and every other, runs with them up.
"""

from __future__ import annotations

import time
from collections.abc import Generator

import pytest
from pytest_django.plugin import DjangoDbBlocker

_LASTING = {"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"}
TRIES = 200  # ten seconds in all
_BLOCKER = pytest.StashKey[DjangoDbBlocker]()


@pytest.fixture(scope="session", autouse=True)
def _blocker(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> None:
    request.config.stash[_BLOCKER] = django_db_blocker


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Keep the guards down for the length of a committing test's own teardown."""
    if not _commits(item):
        return (yield)
    from django.db import connection

    from dedere.registry.guards import raise_guards

    with item.config.stash[_BLOCKER].unblock():
        _lower()
    try:
        return (yield)
    finally:
        if nextitem is not None:  # after the last test the whole database is gone
            with item.config.stash[_BLOCKER].unblock():
                raise_guards(connection)


def _lower() -> None:
    """Lower the guards once no request is under way: a page may still be asking when its test is over.

    In a database in memory a table that is read refuses a change at once, without waiting.
    """
    from django.db import OperationalError, connection

    from dedere.registry.guards import lower_guards

    for _ in range(TRIES):
        try:
            return lower_guards(connection)
        except OperationalError as refused:
            if "locked" not in str(refused):
                raise
            time.sleep(0.05)
    return lower_guards(connection)


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    marked = bool(marker and (marker.kwargs.get("transaction") or marker.kwargs.get("reset_sequences")))
    return marked or bool(_LASTING & set(getattr(item, "fixturenames", ())))
