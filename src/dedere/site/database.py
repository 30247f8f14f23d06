"""Which database: SQLite on one machine, PostgreSQL in service."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def database(url: str, state: Path) -> dict[str, object]:
    """Return Django's description of the database named by ``url`` (``DATABASE_URL``).

    Empty means SQLite in the folder ``state``; ``sqlite:///PATH`` another file;
    ``postgresql://user:password@host:port/name`` a server, version 15 or later.
    """
    if not url:
        return _sqlite(str(state / "dedere.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path)
    if parts.scheme in {"postgresql", "postgres"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"options": "-c synchronous_commit=on"},  # whatever the server's own default is
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL: {parts.scheme!r} is no database dedere knows; write sqlite:///PATH or postgresql://…"
    )


def _sqlite(name: str) -> dict[str, object]:
    # A rollback journal, synced in full and cut to nothing at each commit: an acknowledged entry survives a
    # power cut, where a journal that is removed may come back with its folder and undo the entry; and the
    # WAL-reset corruption of SQLite before 3.51.3 cannot occur. What is erased is overwritten. The
    # cache (16 MB) holds the upper pages of a journal of ten million lines.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON; PRAGMA cache_size=-16000;",
        },
    }
