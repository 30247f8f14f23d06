"""A run of the matcher, and what a person decided of a pair that it proposed."""

from __future__ import annotations

from dataclasses import dataclass

from dedere.docket.entries.line import Entry, FileRead
from dedere.persons.record import Record

__all__ = ["RunKept", "PairDecided", "DecisionUndone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunKept(Entry):
    """A run of the matcher was kept: model, parameters and inputs, sealed with the digest of its proposals.

    ``parameters`` is canonical JSON; ``proposals`` the SHA-256 of what it proposed, pair by pair.
    """

    wanted_roll: str
    register_roll: str
    model: str
    parameters: str
    inputs: tuple[FileRead, ...]
    strong: int
    review: int
    proposals: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDecided(Entry):
    """A person said of two records whether they are of one person, or that it cannot be said.

    The records are kept as they then were; ``seen`` is the proposal as the officer saw it, in canonical
    JSON, and ``run`` the run that made it: both empty where nothing was proposed.
    """

    wanted: Record
    held: Record
    verdict: str
    reason: str
    run: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionUndone(Entry):
    """The decision of an earlier line was undone: what stood before it stands again."""

    line: int
    reason: str
