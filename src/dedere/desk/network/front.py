"""The front of a network: what it holds, what each tie rests on, what is left out, who is in it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from dedere.clerk.network.told import Party, Tie, Told
from dedere.desk.network.around import docket, standing_words
from dedere.desk.network.ways import with_words
from dedere.links.kinds import Basis
from dedere.registry.networks import seal_of

SHOWN = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Counts of a network as told: parties by kind, sources, ties of crime by basis, others by reason."""

    persons: int
    organisations: int
    sources: int
    ties: int
    counting: int
    bases: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    inputs: tuple[dict[str, Any], ...]
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Parties in a list: each with how many ties of crime are told of it, and how its case stands."""

    rows: tuple[tuple[Party, int, str], ...]
    found: int


def front(told: Told) -> Front:
    """Count what the network holds."""
    kinds = Counter(party.kind for party in told.parties)
    bases = Counter(tie.basis for tie in told.ties if not tie.left_out)
    left_out = Counter(tie.left_out for tie in told.ties if tie.left_out)
    return Front(
        persons=kinds["person"],
        organisations=kinds["organisation"],
        sources=len({source for tie in told.ties for source in tie.sources}),
        ties=len(told.ties),
        counting=bases.total(),
        bases=tuple((basis.value, bases[basis.value]) for basis in Basis),
        left_out=tuple(left_out.most_common()),
        inputs=tuple(json.loads(told.row.inputs)["inputs"]),
        holds=seal_of(told.row.number) == told.row.seal,
    )


def listed(told: Told, words: str, on: date) -> Listed:
    """Return the parties with these words in their names, by name, the first of them only."""
    found = with_words(told.parties, words)
    rows = found[:SHOWN]
    counts = _told_of(told.ties)
    stands = docket([party.case for party in rows], on)
    return Listed(
        rows=tuple(
            (party, counts[party.number], standing_words(stands[party.case]) if party.case in stands else "")
            for party in rows
        ),
        found=len(found),
    )


def _told_of(ties: tuple[Tie, ...]) -> Counter[int]:
    counting = [tie for tie in ties if not tie.left_out]
    return Counter([tie.tail.number for tie in counting] + [tie.head.number for tie in counting])
