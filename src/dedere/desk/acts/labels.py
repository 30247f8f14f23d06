"""What a field of an entry is called, on forms and in the timeline."""

from __future__ import annotations

from dedere.desk.wording import say, screens


def label(entry_code: str, name: str) -> str:
    """Return the words for one field, the entry's own before the general ones."""
    field = name.replace("_", "-")
    own = f"acts.field.{entry_code}.{field}"
    return say(own if own in screens().keys() else f"acts.field.{field}")  # noqa: SIM118
