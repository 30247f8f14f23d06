"""The neighbourhood of a party as a drawing: where each stands, how each tie is drawn, in what words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.clerk.network.told import Party, Tie
from dedere.desk.wording import code, say
from dedere.links.kinds import Basis
from dedere.links.layout.radial import radial

WIDE = 1040
_LABELS = 250  # room on each side for what is written outwards
_LINE, _MARGIN, _LEAST = 27, 26, 200
_LONGEST = 36
_STRONGEST = tuple(basis.value for basis in Basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A party in the picture; coordinates are as SVG writes them, those of the label from the party on.

    ``side`` is the anchor of its label: ``start middle end``.
    """

    party: Party
    x: str
    y: str
    side: str
    label_x: str
    label_y: str
    label: str
    said: str
    here: bool
    handed_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The ties of two parties as one line, drawn as the strongest of their bases."""

    x1: str
    y1: str
    x2: str
    y2: str
    basis: str
    said: str
    keys: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing, ``width`` by ``height``, with the words that stand for it."""

    width: int
    height: int
    nodes: tuple[Drawn, ...]
    lines: tuple[Line, ...]
    said: str


def neighbourhood(
    parties: Sequence[Party], ends: NDArray[np.int32], ties: Sequence[Tie], over: frozenset[str]
) -> Picture:
    """Draw ``parties``, the first in the middle; ``over`` are the keys of those handed over.

    ``ends`` (m, 2) are places in ``parties``; ``ties`` all those among them: several of two become one line.
    """
    laid = radial(len(parties), ends)
    height = max(_LEAST, laid.lines * _LINE + 2 * _MARGIN)
    x = WIDE / 2 + laid.across * (WIDE / 2 - _LABELS)
    y = height / 2 + laid.down * (height / 2 - _MARGIN)
    nodes = tuple(
        _node(party, float(x[at]), float(y[at]), here=at == 0, over=party.key in over)
        for at, party in enumerate(parties)
    )
    place = {node.party.number: node for node in nodes}
    return Picture(
        width=WIDE,
        height=height,
        nodes=nodes,
        lines=tuple(_lines(ties, place)),
        said=say("network.picture-said", name=parties[0].name, others=len(parties) - 1, ties=len(ties)),
    )


def _node(party: Party, x: float, y: float, *, here: bool, over: bool) -> Drawn:
    """Write the label outwards, that of the middle above it."""
    side = "middle" if here else "end" if x < WIDE / 2 else "start"
    kind = code("party-kind", party.kind)
    return Drawn(
        party=party,
        x=written(x),
        y=written(y),
        side=side,
        label_x=written({"middle": 0, "start": 14, "end": -14}[side]),
        label_y=written(-20 if here else 5),
        label=_short(party.name),
        said=say("network.node-over" if over else "network.node", name=party.name, kind=kind),
        here=here,
        handed_over=over,
    )


def written(length: float) -> str:
    """A length as SVG reads it in any language: a point, one decimal."""
    return f"{length:.1f}"


def _lines(ties: Sequence[Tie], place: Mapping[int, Drawn]) -> list[Line]:
    return [
        _line(place[one.number], place[other.number], told) for (one, other), told in paired(ties).items()
    ]


def paired(ties: Sequence[Tie]) -> dict[tuple[Party, Party], list[Tie]]:
    """Return the ties of the same two parties together, whichever way they are told."""
    pairs: dict[tuple[Party, Party], list[Tie]] = {}
    for tie in ties:
        one, other = sorted((tie.tail, tie.head), key=lambda party: party.number)
        pairs.setdefault((one, other), []).append(tie)
    return pairs


def _line(one: Drawn, other: Drawn, ties: Sequence[Tie]) -> Line:
    return Line(
        x1=one.x,
        y1=one.y,
        x2=other.x,
        y2=other.y,
        basis=strongest(ties),
        said="\n".join(tie_words(tie) for tie in ties),
        keys=" ".join(tie.key for tie in ties),
    )


def strongest(ties: Sequence[Tie]) -> str:
    """The basis that weighs most among ties of the same two."""
    found = {tie.basis for tie in ties}
    return next((basis for basis in _STRONGEST if basis in found), Basis.REPORTED.value)


def tie_words(tie: Tie) -> str:
    """A tie as a sentence: who is what of whom, and what it rests on."""
    return say(
        "network.tie-said",
        tail=tie.tail.name,
        kind=code("tie", tie.kind),
        head=tie.head.name,
        basis=code("tie-basis", tie.basis),
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
