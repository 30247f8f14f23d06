"""An outlook as JSON: stable keys, told by docs/reference/network-regrow.schema.json."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dedere.links.regrow.outlook import INTERVAL, Outcome, Outlook
from dedere.links.regrow.study import Study


def report(outlook: Outlook) -> dict[str, Any]:
    """Return all that an outlook says, with every assumption, its range and its sources in full."""
    return {
        "model": outlook.model,
        "study": outlook.study.id,
        "draws": outlook.draws,
        "seed": outlook.seed,
        "interval": INTERVAL,
        "scenarios": [_outcome(each) for each in outlook.outcomes],
        "assumptions": _assumptions(outlook.study),
        "caveats": list(outlook.caveats),
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    told = asdict(outcome)
    for band in told["bands"].values():
        band["weeks"], band["intervals"] = list(band["weeks"]), list(band["intervals"])
    return {**told, "drivers": list(told["drivers"])}


def _assumptions(study: Study) -> list[dict[str, Any]]:
    return [
        {**asdict(each), "sources": [study.sources[key] for key in each.sources]}
        for each in study.assumptions.values()
    ]
