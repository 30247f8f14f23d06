"""Where every party of a network stands when all are drawn, worked out once for the same ties and kept."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Any

from dedere.clerk.network.effects import rules
from dedere.clerk.network.told import Told
from dedere.links.counting import of_crime
from dedere.links.kinds import Basis
from dedere.links.layout.spread import spread
from dedere.registry import worked

SIDE = 30_000  # places are whole numbers from 0 to this on the longer side: two bytes each
_BASES = tuple(basis.value for basis in Basis)


def found(told: Told) -> dict[str, Any] | None:
    """Return the drawing where it was worked out already."""
    return worked.find(digest_of(told))


def work_out(told: Told, *, at: datetime) -> dict[str, Any]:
    """Return the drawing: places ``x`` and ``y`` of parties, the two ``ends`` of each tie, its ``basis``.

    ``keys`` and ``names`` are those of the parties, ``kinds`` 1 for an organisation, ``basis`` 0 for what is
    proved in court, 1 for what is alleged, 2 for what is reported or not told.
    """
    if (known := found(told)) is not None:
        return known
    network = of_crime(told.network)
    points = spread(network.structure())
    scale = SIDE / max(float(points.max(initial=0)), 1e-9)
    place = {id: number for number, id in enumerate(network.parties["id"])}
    ties = network.ties.select("from", "to", "basis").iter_rows()
    rows = [
        (place[tail], place[head], _BASES.index(basis) if basis in _BASES else 2)
        for tail, head, basis in ties
    ]
    made: dict[str, Any] = {
        "keys": list(network.parties["key"]),
        "names": list(network.parties["name"]),
        "kinds": [int(kind == "organisation") for kind in network.parties["kind"]],
        "x": (points[:, 0] * scale).round().astype(int).tolist(),
        "y": (points[:, 1] * scale).round().astype(int).tolist(),
        "ends": [end for tail, head, _ in rows for end in (tail, head)],
        "basis": [basis for _, _, basis in rows],
    }
    worked.keep(digest_of(told), told.row.number, made, at=at)
    return made


def digest_of(told: Told) -> str:
    """Return the SHA-256 of all that goes into the drawing: the network and the rules."""
    return sha256(f"whole\n{told.row.seal}\n{rules()}".encode()).hexdigest()
