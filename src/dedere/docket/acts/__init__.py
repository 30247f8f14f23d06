"""What may happen: every act as a row of one table, by family in the order of a case's life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dedere.docket.acts import (
    aftercare,
    arrest,
    court,
    executive,
    opening,
    request,
    review,
    surrender,
    upkeep,
)
from dedere.docket.acts.rule import Act, Rule, Side
from dedere.docket.entries import Entry
from dedere.docket.stage import Stage

if TYPE_CHECKING:
    from dedere.docket.case import Case
    from dedere.docket.parts import Track

__all__ = ["FAMILIES", "RULES", "Act", "Rule", "Side", "leads", "rules_of"]

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "opening": opening.RULES,
    "request": request.RULES,
    "arrest": arrest.RULES,
    "court": court.RULES,
    "executive": executive.RULES,
    "review": review.RULES,
    "surrender": surrender.RULES,
    "aftercare": aftercare.RULES,
    "upkeep": upkeep.RULES,
}
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)

_BY_CODE: dict[str, tuple[Rule, ...]] = {
    rule.code: tuple(each for each in RULES if each.code == rule.code) for rule in RULES
}
_BY_ENTRY: dict[type[Entry], tuple[Rule, ...]] = {rule.records: _BY_CODE[rule.code] for rule in RULES}


def rules_of(code: str) -> tuple[Rule, ...]:
    """Return the rows of one act, one for each route or direction; empty when there is no such act."""
    return _BY_CODE.get(code, ())


def leads(case: Case, track: Track, entry: Entry) -> Stage:
    """Return where the entry leaves the track: the same table that permits an act says where it leads.

    Among several rows the one for this route and stage speaks; a journal written under
    earlier rules still folds, by the first row of the route.
    """
    rows = [rule for rule in _BY_ENTRY.get(type(entry), ()) if track.kind in rule.tracks]
    rows.sort(key=lambda rule: track.stage not in rule.stages)
    match rows[0].leads_to if rows else None:
        case None:
            return track.stage
        case Stage() as stage:
            return stage
        case onward:
            return onward.find(case, track, entry)
