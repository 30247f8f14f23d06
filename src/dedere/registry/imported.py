"""Which row of an imported list became which file, so that the same list may come again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dedere.registry.models import Imported

_PAGE = 900  # an older SQLite takes 999 values in one statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One row that came: its key, the file it became, the digest of the row as it last was."""

    key: str
    stream: str
    digest: str


def known(keys: Sequence[str]) -> dict[str, Import]:
    """Return what is known of each key that came before."""
    found: dict[str, Import] = {}
    for start in range(0, len(keys), _PAGE):
        for row in Imported.objects.filter(key__in=keys[start : start + _PAGE]):
            found[row.key] = Import(key=row.key, stream=row.stream, digest=row.digest)
    return found


def remember(imports: Iterable[Import], *, at: datetime) -> None:
    """Keep what these rows became; within the transaction that filed them."""
    rows = [Imported(key=each.key, stream=each.stream, digest=each.digest, at=at) for each in imports]
    Imported.objects.bulk_create(
        rows,
        batch_size=_PAGE,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["stream", "digest", "at"],
    )
