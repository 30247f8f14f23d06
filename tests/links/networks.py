"""Small networks of invented parties, told in one line a tie."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from dedere.links.network import PARTIES, TIES, Network

ORGANISATIONS = ("brokers", "porters")


def network(*ties: str, alone: Sequence[str] = (), **cells: Sequence[object]) -> Network:
    """A network of ties told as ``ana leader-of brokers``; ``cells`` are further columns of the ties."""
    told = [tie.split() for tie in ties]
    ids = list(dict.fromkeys([end for left, _, right in told for end in (left, right)] + list(alone)))
    parties = {
        "id": ids,
        "name": [id.title() for id in ids],
        "kind": ["organisation" if id in ORGANISATIONS else "person" for id in ids],
    }
    rows = {
        **{column: [None] * len(told) for column in TIES},
        "from": [left for left, _, _ in told],
        "kind": [None if kind == "-" else kind for _, kind, _ in told],
        "to": [right for _, _, right in told],
        **cells,
    }
    return Network(
        parties=pl.DataFrame(parties, schema=PARTIES), ties=pl.DataFrame(rows, schema_overrides=TIES)
    )
