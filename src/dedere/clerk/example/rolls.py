"""Keeps the run of two invented rolls that comes with the examples, once, marked as simulated."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from dedere.clerk.example.load import LOADER
from dedere.clerk.matches import keep
from dedere.persons.explained import read_explained
from dedere.registry import matches
from dedere.registry.models import RunRow
from dedere.words import Refused


def keep_rolls(path: Path, *, at: datetime) -> RunRow | Refused:
    """Keep the run, or find the one of the same two rolls that was kept already."""
    run, pairs = read_explained(path)
    kept = matches.latest_run(run.wanted_roll, run.register_roll)
    return kept or keep(run, pairs, by=LOADER, at=at, simulated=True)
