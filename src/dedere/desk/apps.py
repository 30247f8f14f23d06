"""The desk as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """People's door to the registry; it has no tables of its own."""

    name = "dedere.desk"
    label = "desk"

    def ready(self) -> None:
        """Listen for lockouts, so that each is on record."""
        from dedere.desk.signin import lockout

        lockout.listen()
