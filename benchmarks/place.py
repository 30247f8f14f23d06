"""An empty desk in a folder of its own, or on the server that DATABASE_URL names."""

from __future__ import annotations

import os
from pathlib import Path


def desk_in(folder: Path) -> None:
    """Point Django at a new database and lay the tables; call it before importing a room with a database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dedere.site.settings")
    os.environ.setdefault("DATABASE_URL", f"sqlite://{folder}/desk.sqlite3")
    os.environ.setdefault("DEDERE_SECRET_KEY", "a benchmark keeps no secret, so this one may be read by all")
    os.environ["DEDERE_FOLDER"] = str(folder)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
