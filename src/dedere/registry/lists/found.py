"""What one search box finds: cases by name or number, handovers by title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dedere.registry.lists.names import with_words
from dedere.registry.models import CaseRow, HandoverRow, PublishedSource
from dedere.registry.words import asked, plain

LIMIT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, fifty of each at most; ``exact`` is the one file whose number was typed."""

    exact: str
    cases: tuple[CaseRow, ...]
    handovers: tuple[HandoverRow, ...]


def find(query: str, *, limit: int = LIMIT) -> Found:
    """Look for cases and handovers; an empty query finds nothing."""
    typed = query.strip()
    if not asked(typed):
        return Found(exact="", cases=(), handovers=())
    return Found(exact=_exact(typed.upper()), cases=_cases(typed, limit), handovers=_handovers(typed, limit))


def source(id: str) -> PublishedSource | None:
    """Return a published source, or None."""
    return PublishedSource.objects.filter(pk=id).first()


def sources(ids: Sequence[str]) -> tuple[PublishedSource, ...]:
    """Return these published sources, in the order asked for; one that is not listed is left out."""
    found = PublishedSource.objects.in_bulk(list(ids))
    return tuple(found[id] for id in ids if id in found)


def _cases(typed: str, limit: int) -> tuple[CaseRow, ...]:
    """Return the open cases, newest first, and after them the closed: two walks, and no sort of all."""
    found: list[CaseRow] = []
    for closed in (False, True):
        rows = with_words(CaseRow.objects.filter(closed=closed), typed).order_by("-position")
        found.extend(rows[: limit - len(found)] if len(found) < limit else ())
    return tuple(found)


def _exact(number: str) -> str:
    for model in (CaseRow, HandoverRow):
        if model._default_manager.filter(pk=number).exists():
            return number
    return ""


def _handovers(typed: str, limit: int) -> tuple[HandoverRow, ...]:
    # Handovers are few: their titles are compared here, so that accents do not matter on either engine.
    words = asked(typed)
    rows = HandoverRow.objects.order_by("-on", "id")
    return tuple(
        row for row in rows if all(word in plain(f"{row.id} {row.title} {row.place}") for word in words)
    )[:limit]
