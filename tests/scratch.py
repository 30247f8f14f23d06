"""A database of a test's own, on disk, for what must happen in other processes.

The engine is the run's: PostgreSQL where DATABASE_URL names a server, SQLite otherwise.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scratch:
    """A migrated database; ``start`` runs a script of the tests against it."""

    url: str

    def start(self, script: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a script of the folder tests/ in a process of its own; its lines come through stdout."""
        return subprocess.Popen(
            [sys.executable, ROOT / "tests" / script, *arguments],
            env=self._environment(),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, script: str, *arguments: str) -> str:
        """Run a script to its end and return what it printed; raises where it failed."""
        process = self.start(script, *arguments)
        said, _ = process.communicate(timeout=300)
        if process.returncode:
            raise AssertionError(f"{script} {arguments} ended with {process.returncode}")
        return said

    def migrate(self) -> None:
        """Lay the tables."""
        command = [sys.executable, ROOT / "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(command, env=self._environment(), cwd=ROOT, check=True)

    def _environment(self) -> dict[str, str]:
        more = {"DATABASE_URL": self.url, "PYTHONPATH": str(ROOT / "tests")}
        return {**os.environ, **more, "DJANGO_SETTINGS_MODULE": "dedere.site.settings"}


@contextmanager
def scratch(folder: Path, name: str) -> Iterator[Scratch]:
    """Make a database, migrate it, and remove it at the end."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        made = Scratch(url=f"sqlite://{folder / name}.sqlite3")
        made.migrate()
        yield made
        return
    with psycopg.connect(server, autocommit=True) as administrator:
        administrator.execute(f'DROP DATABASE IF EXISTS "scratch_{name}" WITH (FORCE)')
        administrator.execute(f'CREATE DATABASE "scratch_{name}"')
        try:
            made = Scratch(url=urlsplit(server)._replace(path=f"/scratch_{name}").geturl())
            made.migrate()
            yield made
        finally:
            administrator.execute(f'DROP DATABASE "scratch_{name}" WITH (FORCE)')
