"""Opens the registry for a command: settings, then a database that is up to date."""

from __future__ import annotations

import os
from pathlib import Path

from dedere.cli.output import stop


def open_settings(settings: str = "dedere.site.settings") -> None:
    """Load the settings; once."""
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    if not apps.ready:
        django.setup()


def has_registry() -> bool:
    """Whether this desk has a database, told without opening it: one is named, or its file is there."""
    folder = Path(os.environ.get("DEDERE_FOLDER", ".state"))
    return bool(os.environ.get("DATABASE_URL")) or (folder / "dedere.sqlite3").exists()


def open_registry() -> None:
    """Load the settings and stop, with the remedy, when the database lacks its tables."""
    open_settings()
    if _behind():
        stop("database: its tables are not up to date; run `python manage.py migrate`, or `dedere demo`")


def prepare_registry() -> None:
    """Load the settings, make the database's folder and bring its tables up to date."""
    open_settings()
    from django.conf import settings
    from django.core.management import call_command

    settings.STATE.mkdir(parents=True, exist_ok=True)
    if _behind():
        call_command("migrate", verbosity=0, interactive=False)


def _behind() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
