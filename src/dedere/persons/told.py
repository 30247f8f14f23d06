"""A proposal as one canonical text and back, so that what an officer saw can be kept and shown again."""

from __future__ import annotations

import dataclasses
import json

from dedere.persons.proposal import Band, Evidence, Proposal
from dedere.words.canonical import canonical


def write_proposal(proposal: Proposal) -> str:
    """Return a proposal as JSON with sorted keys and no spaces."""
    return canonical(dataclasses.asdict(proposal))


def read_proposal(text: str) -> Proposal:
    """Read what ``write_proposal`` wrote."""
    told = json.loads(text)
    evidence = tuple(Evidence(**each) for each in told.pop("evidence"))
    rivals, band = tuple(told.pop("rivals")), Band(told.pop("band"))
    return Proposal(**told, evidence=evidence, rivals=rivals, band=band)
