"""An invented handover, and who says what of it."""

from __future__ import annotations

from datetime import date
from itertools import count

from dedere.claims.claim import Bound, SentenceKind
from dedere.claims.reconcile import Reconciled, reconciled
from dedere.claims.said import Event, Said

GIVING, RECEIVING = "AA", "BB"
EVENT = Event(
    id="X1",
    on=date(2031, 5, 6),
    giving=GIVING,
    receiving=RECEIVING,
    title_en="Twelve persons handed over",
    title_es="Entrega de doce personas",
)
NUMBERS = count(1)


def said(
    attribute: str,
    value: str,
    *,
    source: str = "",
    party: str = "",
    tier: str = "news",
    id: str = "",
    corrects: str = "",
    bound: Bound = Bound.EXACT,
    negated: bool = False,
    kind: SentenceKind = SentenceKind.FACT,
) -> Said:
    """A claim of the event; without a source it is an outlet's of its own."""
    name = id or f"c{next(NUMBERS)}"
    outlet = source or f"Outlet {name}"
    return Said(
        id=name,
        event=EVENT.id,
        attribute=attribute,
        value=value,
        source=outlet,
        tier=tier,
        origin=outlet,
        party=party,
        corrects=corrects,
        bound=bound,
        negated=negated,
        kind=kind,
    )


def answer(*claims: Said) -> Reconciled:
    """The one answer that claims on one question give."""
    (found,) = reconciled(claims, [EVENT])
    return found
