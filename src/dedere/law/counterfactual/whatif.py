"""What if: a case with facts changed by hand, assessed beside the case as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from dedere.law.assess import UNSTATED, assess
from dedere.law.assurances.settle import assured
from dedere.law.casefile import CaseFile, ChargeFacts, Facts, Known, Value
from dedere.law.dialect import DAY, DIALECT, NAME, TEXT, Schema, exact, listed, or_null
from dedere.law.library import Library
from dedere.law.outcomes import Difference, differences, outcomes, report_outcome
from dedere.law.schema import outcome_schema
from dedere.law.stands import STANDINGS
from dedere.words import Unreadable

Json = dict[str, Any]
UNKNOWN = "?"
WRITTEN = re.compile(r"(?P<fact>[a-z0-9-]+)(?:@(?P<charge>[^=]+))?=(?P<value>.*)")


class UnreadableChange(Unreadable):
    """A change that names no fact, no charge, or no value of the fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """A fact of one charge, or of the whole case where none is named; no value makes it unknown."""

    fact: str
    charge: str
    value: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A case before and after its changes: how each charge stands, and what came out otherwise."""

    case: str
    on: date
    supposed: tuple[Supposed, ...]
    standings: tuple[tuple[str, str, str], ...]  # charge, before, after
    differences: tuple[Difference, ...]


def read_changes(written: Iterable[str], casefile: CaseFile, library: Library) -> tuple[Supposed, ...]:
    """Read ``FACT=VALUE``, ``FACT@CHARGE=VALUE`` or ``FACT=?``; raises UnreadableChange."""
    return tuple(_read(text, casefile, library) for text in written)


def _read(text: str, casefile: CaseFile, library: Library) -> Supposed:
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        raise _unreadable(text, "this is no change", "write FACT=VALUE, or FACT=? for unknown")
    name, charge, said = found["fact"], found["charge"] or "", found["value"].strip()
    fact = library.facts.get(name)
    if fact is None:
        near = get_close_matches(name, library.facts, 1)
        raise _unreadable(
            text, f"there is no fact {name!r}", f"write {(near or ['a fact of facts.toml'])[0]}"
        )
    charges = [each.id for each in casefile.charges]
    if charge and (charge not in charges or fact.about != "charge"):
        raise _unreadable(text, f"{name} is not a fact of a charge {charge!r}", "name a charge of the case")
    value = None if said == UNKNOWN else fact.read(said)
    if value is None and said != UNKNOWN:
        raise _unreadable(text, f"{said!r} is no value of it", f"write {fact.wants()}")
    return Supposed(fact=name, charge=charge, value=value)


def _unreadable(text: str, what: str, remedy: str) -> UnreadableChange:
    return UnreadableChange(where=f"--what-if {text}", what=what, remedy=remedy)


def what_if(casefile: CaseFile, library: Library, supposed: Iterable[Supposed]) -> WhatIf:
    """Assess a case as it stands and as it would be; an assurance on file counts in both."""
    changes = tuple(supposed)
    then = assured(casefile)
    for change in changes:
        then = _changed(then, change, library)
    before, after = assess(casefile, library), assess(replace(then, assurances=()), library)
    return WhatIf(
        case=casefile.id,
        on=casefile.on,
        supposed=changes,
        standings=tuple(
            (one.id, one.standing, other.standing)
            for one, other in zip(before.charges, after.charges, strict=True)
        ),
        differences=differences(outcomes(before), outcomes(after)),
    )


def _changed(casefile: CaseFile, change: Supposed, library: Library) -> CaseFile:
    if library.facts[change.fact].about != "charge":
        return replace(casefile, facts=_put(casefile.facts, change))
    return replace(
        casefile,
        facts=_put(casefile.facts, replace(change, value=None)),
        charges=tuple(
            _of_charge(each, change, casefile.facts.get(change.fact)) for each in casefile.charges or UNSTATED
        ),
    )


def _of_charge(charge: ChargeFacts, change: Supposed, shared: Known | None) -> ChargeFacts:
    """The charge with the change; one that it spares keeps what was told of all charges."""
    if change.charge in ("", charge.id):
        return replace(charge, facts=_put(charge.facts, change))
    return replace(charge, facts={change.fact: shared, **charge.facts}) if shared else charge


def _put(facts: Facts, change: Supposed) -> Facts:
    others = {fact: known for fact, known in facts.items() if fact != change.fact}
    return others if change.value is None else {**others, change.fact: Known(value=change.value)}


def report_what_if(done: WhatIf) -> Json:
    """A what-if as JSON, told by docs/reference/what-if.schema.json."""
    return {
        "case": done.case,
        "on": done.on.isoformat(),
        "supposed": [
            {
                "fact": each.fact,
                "charge": each.charge,
                "value": each.value.isoformat() if isinstance(each.value, date) else each.value,
            }
            for each in done.supposed
        ],
        "standings": [
            {"charge": charge, "before": before, "after": after} for charge, before, after in done.standings
        ],
        "differences": [
            {
                "charge": each.charge,
                "instrument": each.instrument,
                "article": each.article,
                "clause": each.clause,
                "before": report_outcome(each.before),
                "after": report_outcome(each.after),
            }
            for each in done.differences
        ],
    }


def what_if_schema() -> Schema:
    """The schema of what ``dedere assess --what-if --json`` prints."""
    standing = {"enum": list(STANDINGS)}
    value = {"type": ["boolean", "integer", "string", "null"]}
    place = {"charge": TEXT, "instrument": NAME, "article": NAME, "clause": NAME}
    outcome = or_null(outcome_schema())
    told = {
        "case": TEXT,
        "on": DAY,
        "supposed": listed(exact({"fact": NAME, "charge": TEXT, "value": value})),
        "standings": listed(exact({"charge": TEXT, "before": standing, "after": standing})),
        "differences": listed(exact({**place, "before": outcome, "after": outcome})),
    }
    return {"$schema": DIALECT, "title": "What if", **exact(told)}
