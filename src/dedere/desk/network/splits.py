"""Who is cut off from whom when a group goes: the sizes of the parts, and each part that falls apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dedere.clerk.network.told import Party
from dedere.desk.wording import say
from dedere.links.effect.spoken import number

MEMBERS = 60
PARTS = 100
Tree = Mapping[str, Any]
Known = Mapping[str, Party]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Those who hang together afterwards, by name; ``more`` are not shown.

    ``verdict`` and ``share`` of the networks drawn say how far it is sure that they are cut off; empty for
    the largest.
    """

    parties: tuple[Party, ...]
    more: int
    verdict: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """A part that falls apart: how large it was, who goes, the largest piece, the others but ``more``."""

    before: int
    gone: tuple[Party, ...]
    largest: Piece
    others: tuple[Piece, ...]
    more: int


def sizes(told: Iterable[int]) -> str:
    """Return sizes, the largest first, equal ones as ``3 × 5``: three of five."""
    counts = Counter(told)
    return ", ".join(
        number(size) if count == 1 else say("network.times", n=number(count), size=number(size))
        for size, count in sorted(counts.items(), reverse=True)
    )


def fallen(splits: Sequence[Tree], known: Known) -> tuple[Fallen, ...]:
    """Return the parts that fall apart, by parties that are ``known`` by their ids."""
    return tuple(_fallen(split, known) for split in splits)


def _fallen(split: Tree, known: Known) -> Fallen:
    largest, *others = split["parts"]
    return Fallen(
        before=len(split["removed"]) + sum(len(part["members"]) for part in split["parts"]),
        gone=tuple(known[id] for id in split["removed"]),
        largest=_piece(largest, known),
        others=tuple(_piece(part, known) for part in others[:PARTS]),
        more=max(len(others) - PARTS, 0),
    )


def _piece(part: Tree, known: Known) -> Piece:
    parties = sorted((known[id] for id in part["members"]), key=lambda party: party.name)
    return Piece(
        parties=tuple(parties[:MEMBERS]),
        more=max(len(parties) - MEMBERS, 0),
        verdict=part["verdict"] or "",
        share="" if part["apart"] is None else f"{part['apart']:.1%}",
    )
