"""The copy that an officer amends: kept on the server as a draft, one for each officer and instrument."""

from __future__ import annotations

from datetime import datetime

from dedere.law.library import Library, amended, library
from dedere.law.table import LARGEST
from dedere.registry.models import Draft, Officer

STREAM = "law"


def keep(officer: Officer, instrument: str, text: str, *, at: datetime) -> None:
    """Keep the copy in place of an earlier one; one larger than the loader reads is not kept."""
    if len(text.encode("utf-8")) > LARGEST:
        return
    Draft.objects.update_or_create(
        officer=officer, stream=STREAM, act=instrument, defaults={"fields": {"text": text}, "saved_at": at}
    )


def find(officer: Officer, instrument: str) -> Draft | None:
    """Return the copy kept, or None; its text need not be readable yet."""
    return Draft.objects.filter(officer=officer, stream=STREAM, act=instrument).first()


def drop(officer: Officer, instrument: str) -> None:
    """Let go of the copy."""
    Draft.objects.filter(officer=officer, stream=STREAM, act=instrument).delete()


def read(instrument: str, text: str) -> Library:
    """The library with the copy in place; raises Unreadable, as the loader complains of a file of its own."""
    return amended(library(), instrument, text.encode("utf-8"))
