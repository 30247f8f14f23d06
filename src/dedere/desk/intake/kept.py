"""The table an officer sent and has not taken yet: kept on the server, one for each officer."""

from __future__ import annotations

import base64
from datetime import datetime

from dedere.clerk.tables import Table, read_table
from dedere.registry.models import Draft, Officer

STREAM, ACT = "import", "import"
# What a form takes; a larger list goes through the command `dedere import`.
MAX_BYTES = 5 * 1024 * 1024


def keep(officer: Officer, name: str, content: bytes, *, at: datetime) -> None:
    """Keep a table in place of an earlier one."""
    fields = {"name": name, "content": base64.b64encode(content).decode("ascii")}
    Draft.objects.update_or_create(
        officer=officer, stream=STREAM, act=ACT, defaults={"fields": fields, "saved_at": at}
    )


def find(officer: Officer) -> Table | None:
    """Return the table kept, or None; it was readable when it was kept."""
    draft = Draft.objects.filter(officer=officer, stream=STREAM, act=ACT).first()
    if draft is None:
        return None
    return read_table(draft.fields["name"], base64.b64decode(draft.fields["content"]))


def drop(officer: Officer) -> None:
    """Let go of the table."""
    Draft.objects.filter(officer=officer, stream=STREAM, act=ACT).delete()
