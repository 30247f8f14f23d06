"""Published sources, written and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from dedere.registry.models import PublishedSource
from dedere.words import Source

_SAID = ("outlet", "date", "language", "tier", "address", "title")


def publish(sources: Iterable[Source]) -> None:
    """Write sources; one that is known already takes the new particulars."""
    rows = [PublishedSource(**asdict(source)) for source in sources]
    PublishedSource.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=list(_SAID), batch_size=500
    )


def named(ids: Iterable[str]) -> dict[str, Source]:
    """Return those of the sources that are published here, by id."""
    rows = PublishedSource.objects.filter(pk__in=sorted(set(ids))).values("id", *_SAID)
    return {row["id"]: Source(**row) for row in rows}


def count() -> int:
    """How many sources are published here."""
    return PublishedSource.objects.count()
