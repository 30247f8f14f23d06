"""All parties of a network drawn at once, before and after some of them are gone: the same places in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.clerk.network.told import Party, Tie, Told
from dedere.desk.network.picture import paired, strongest, written
from dedere.desk.wording import code, say
from dedere.links.near import largest_part

WIDE = 680
_MARGIN = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A party: a sign for its kind, crossed out where it goes, ``inside`` the largest part or not."""

    x: str
    y: str
    kind: str
    gone: bool
    inside: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """The ties of two parties as one line."""

    x1: str
    y1: str
    x2: str
    y2: str
    basis: str
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One drawing with what it says: how many are in the largest part."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]
    largest: int
    said: str


def panels(
    told: Told,
    ids: Sequence[str],
    places: Sequence[Sequence[float]],
    removed: frozenset[str],
    already: frozenset[str] = frozenset(),
) -> tuple[Panel, Panel]:
    """Return the drawings before and after; ``places`` are those of the parties of ``ids``.

    Those who are gone ``already`` are in neither.
    """
    by_id = {party.id: party for party in told.parties}
    parties = [by_id[id] for id in ids]
    drawn = _Drawn(told=told, parties=parties, places=_scaled(parties, places), gone=removed)
    after = already | removed
    return _panel(drawn, already, "network.drawn-before"), _panel(drawn, after, "network.drawn-after")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """What both drawings share: who is drawn and where, who goes."""

    told: Told
    parties: Sequence[Party]
    places: Mapping[str, tuple[float, float]]
    gone: frozenset[str]


def _scaled(parties: Sequence[Party], places: Sequence[Sequence[float]]) -> dict[str, tuple[float, float]]:
    widest = max((x for x, _ in places), default=0.0)
    scale = (WIDE - 2 * _MARGIN) / max(widest, 1e-9)
    return {
        party.id: (x * scale + _MARGIN, y * scale + _MARGIN)
        for party, (x, y) in zip(parties, places, strict=True)
    }


def _panel(drawn: _Drawn, out: frozenset[str], key: str) -> Panel:
    ties, structure = drawn.told.kept(lambda tie: not {tie.tail.id, tie.head.id} & out)
    gone = np.array([party.id in out or party.id not in drawn.places for party in drawn.told.parties])
    inside = largest_part(structure, gone)
    stay, largest = len(drawn.parties) - len(out & drawn.places.keys()), int(inside.sum())
    return Panel(
        width=WIDE,
        height=round(max((y for _, y in drawn.places.values()), default=0.0) + _MARGIN),
        dots=tuple(_dot(drawn, party, bool(inside[party.number])) for party in drawn.parties),
        strokes=tuple(_strokes(drawn, ties, inside)),
        largest=largest,
        said=say(key, parties=stay, largest=largest),
    )


def _dot(drawn: _Drawn, party: Party, inside: bool) -> Dot:
    x, y = drawn.places[party.id]
    kind = code("party-kind", party.kind)
    return Dot(
        x=written(x),
        y=written(y),
        kind=party.kind,
        gone=party.id in drawn.gone,
        inside=inside,
        said=say("network.node", name=party.name, kind=kind),
    )


def _strokes(drawn: _Drawn, ties: Sequence[Tie], inside: NDArray[np.bool_]) -> Iterator[Stroke]:
    for (one, other), told in paired(ties).items():
        (x1, y1), (x2, y2) = drawn.places[one.id], drawn.places[other.id]
        yield Stroke(
            x1=written(x1),
            y1=written(y1),
            x2=written(x2),
            y2=written(y2),
            basis=strongest(told),
            inside=bool(inside[one.number]),
        )
