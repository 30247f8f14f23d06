"""What every test stands on: seeded properties, the cast's officers, a browser on loopback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer
    from pytest_django.plugin import DjangoDbBlocker

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright keeps a loop in the thread

# Derandomised: the same examples on every machine, so that no run is flaky.
settings.register_profile(
    "check", derandomize=True, deadline=None, max_examples=100, suppress_health_check=list(HealthCheck)
)
settings.register_profile(
    "nightly", deadline=None, max_examples=5000, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("DEDERE_HYPOTHESIS", "check"))

pytest_plugins = ["ledger"]  # committing tests may empty a journal that refuses to be emptied

CHROMIUM = Path(os.environ.get("DEDERE_CHROMIUM", "/usr/bin/chromium"))
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium, quiet, and talking to loopback only; a page may take its time on a busy machine."""
    from playwright.sync_api import expect

    expect.set_options(timeout=30_000)
    return {"executable_path": str(CHROMIUM), "args": QUIET, "headless": True}


@pytest.fixture
def page(page: Page, live_server: LiveServer) -> Iterator[Page]:
    """A page that is left, and whose last request is answered, before the database is emptied."""
    import underway

    underway.watch()
    yield page
    if not page.is_closed():
        page.goto("about:blank")
    underway.settle()


def pytest_configure() -> None:
    """Hash the cast's passwords quickly: they guard nothing, and the slow hash is Django's to test."""
    from django.conf import settings as django

    django.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, by name, what this machine has no browser for."""
    if CHROMIUM.exists():
        return
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason=f"no browser at {CHROMIUM}"))


@pytest.fixture
def officers(db: None) -> dict[str, object]:
    """The cast's five officers, with their roles and one password."""
    from dedere.registry.models import Officer

    import cast

    return {
        name: Officer.objects.create_user(username=name, password=cast.PASSWORD, role=role, language="es")
        for name, role in cast.ROLES.items()
    }


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """A database file with every table and no row."""
    from django.core.management import call_command
    from django.db import connections

    from twostates import connection_to

    path = tmp_path_factory.mktemp("empty") / "dedere.sqlite3"
    with django_db_blocker.unblock():
        before = connections["default"]
        connections["default"] = connection_to(path)
        try:
            call_command("migrate", verbosity=0, interactive=False)
            connections["default"].close()
        finally:
            connections["default"] = before
    return path
