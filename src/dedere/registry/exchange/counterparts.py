"""The States that are trusted, with what their cards say; looked up, never folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet

from dedere.registry.models import CounterpartRow
from dedere.seal import trust
from dedere.seal.note import Verifier
from dedere.seal.trust import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondent:
    """A State whose card is trusted, and where its gate is."""

    state: str
    card: Card
    address: str
    certificate: str


def correspondent(state: str) -> Correspondent | None:
    """Return a State that is trusted, or None."""
    row = _trusted().filter(state=state).first()
    return _correspondent(row) if row else None


def by_origin(origin: str) -> Correspondent | None:
    """Return the trusted State of that origin, or None."""
    row = _trusted().filter(origin=origin).first()
    return _correspondent(row) if row else None


def correspondents() -> tuple[Correspondent, ...]:
    """Return every State that is trusted."""
    return tuple(_correspondent(row) for row in _trusted().order_by("state"))


def verifiers(at: datetime) -> Mapping[str, tuple[Verifier, ...]]:
    """Return the keys whose signatures are believed at an instant, by origin."""
    return {each.card.origin: each.card.verifiers(at) for each in correspondents()}


@lru_cache(maxsize=64)
def _card(signed: str) -> Card:
    """Read a card once: each envelope asks for it, and a text never comes to mean another."""
    return trust.kept(signed)


def _trusted() -> QuerySet[CounterpartRow]:
    return CounterpartRow.objects.filter(ended_at=None).exclude(origin="")


def _correspondent(row: CounterpartRow) -> Correspondent:
    return Correspondent(
        state=row.state, card=_card(row.card), address=row.address, certificate=row.certificate
    )
