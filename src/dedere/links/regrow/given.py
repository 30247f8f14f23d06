"""What replacement begins from: a network of ties of crime, who is removed, and who in it is kin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from dedere.links.counting import of_crime
from dedere.links.kinds import KINDS, Nature
from dedere.links.named import named
from dedere.links.network import Network
from dedere.links.regrow.replacement import Given

_LEADING = ("leader-of", "founder-of", "controls")


def given(network: Network, removed: Sequence[str] | int) -> Given:
    """Return what replacement begins from; ``removed`` is ids, or how many of those with most ties.

    Only parties of the network of crime can step in: a relative who is tied to nobody by a tie of crime is
    no part of it, and kin of those removed step in only where they are in it already. Whoever steps in has
    the role that the parties tell of who is gone or, where they tell none, is a person where a person is
    gone. UnknownParties where an id is not in the network.
    """
    counted = of_crime(network)
    structure = counted.structure()
    if isinstance(removed, int):
        most = np.argsort(-np.diff(structure.starts), kind="stable")[:removed]
        gone = np.isin(np.arange(structure.parties), most)
    else:
        named(network, {"removed": removed}, absent=False)
        gone = named(counted, {"removed": removed}, absent=True).gones[0]
    column = "role" if "role" in counted.parties.columns else "kind"
    roles = counted.parties[column].fill_null("").rank("dense").to_numpy().astype(np.int32)
    inside = counted.parties["id"].implode()
    kin = network.ties.filter(
        pl.col("kind").is_in([code for code, kind in KINDS.items() if kind.nature is Nature.KIN])
        & pl.col("from").is_in(inside)
        & pl.col("to").is_in(inside)
    )
    related = Network(parties=counted.parties, ties=kin).structure()
    return Given(structure=structure, gone=gone, role=roles, kin=related)


def led(network: Network, removed: Sequence[str]) -> int:
    """Return how many organisations those removed lead, founded or control; each counts once."""
    named(network, {"removed": removed}, absent=False)
    leading = network.ties.filter(pl.col("kind").is_in(_LEADING) & pl.col("from").is_in(list(removed)))
    return int(leading["to"].n_unique())
