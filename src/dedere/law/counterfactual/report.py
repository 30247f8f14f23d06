"""Counterfactuals as JSON: stable keys, told by docs/reference/why.schema.json."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dedere.law.assessment import ClauseFinding
from dedere.law.casefile import CaseFile
from dedere.law.counterfactual.find import OPEN_TO, Change, Counterfactual
from dedere.law.dialect import DAY, DIALECT, FLAG, NAME, TEXT, Schema, exact, listed, mapped
from dedere.law.report import report_finding
from dedere.law.schema import finding_schema
from dedere.law.speech import Speech
from dedere.law.stands import STANDINGS
from dedere.words import Finding

Json = dict[str, Any]


def report_why(
    casefile: CaseFile, charge: str, found: ClauseFinding, others: Sequence[Counterfactual], say: Speech
) -> Json:
    """One finding with its reasons, and what would change it, in words of one language."""
    return {
        "case": casefile.id,
        "on": casefile.on.isoformat(),
        "charge": charge,
        "finding": report_finding(found),
        "otherwise": [
            {
                "finding": each.finding.value,
                "standing": each.standing,
                "changes": [_change(change, say) for change in each.changes],
            }
            for each in others
        ],
    }


def _change(change: Change, say: Speech) -> Json:
    values = change.values.items()
    return {
        "text": say.holds(change.literal),
        "tried": {fact: value.isoformat() if isinstance(value, date) else value for fact, value in values},
        "known": change.known,
        "open_to": change.open_to,
    }


def why_schema() -> Schema:
    """The schema of what ``dedere why --json`` prints."""
    change = exact(
        {
            "text": NAME,
            "tried": mapped({"type": ["boolean", "integer", "string"]}),
            "known": FLAG,
            "open_to": {"enum": list(OPEN_TO)},
        }
    )
    other = exact(
        {
            "finding": {"enum": [each.value for each in Finding]},
            "standing": {"enum": list(STANDINGS)},
            "changes": listed(change),
        }
    )
    told = {"case": TEXT, "on": DAY, "charge": TEXT, "finding": finding_schema(), "otherwise": listed(other)}
    return {"$schema": DIALECT, "title": "Why a clause was found so, and what would change it", **exact(told)}
