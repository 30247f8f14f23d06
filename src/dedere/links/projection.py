"""Two-mode networks of persons and organisations, and the networks of one kind that are made from them."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from dedere.links.network import TIES, Made, Network
from dedere.words import Refused

TWO_MODE, PROJECTED = "two-mode", "projected"
MOST_TIES = 10_000_000


def two_mode(network: Network) -> Network:
    """Return the network of the ties between a person and an organisation; the step counts the ``others``."""
    left, right = (_kinds(network, end) for end in ("from", "to"))
    across = ((left != right) & left.is_not_null() & right.is_not_null()).fill_null(False)
    return network.keeping(across, TWO_MODE, others=int((~across).sum()))


def projected(network: Network, on: str = "person") -> Network | Refused:
    """Return the network of the parties of one kind, tied where they share one of the other.

    ``on`` is `person` or `organisation`. An organisation of k persons becomes a clique of k(k − 1)/2 ties;
    so that a large one does not outweigh all else, each that is shared adds 1/(k − 1) to the ``weight`` of
    the tie (Newman 2001, *Scientific collaboration networks. II*). Periods are not looked at: who was there
    at different times is tied all the same, unless `between` was asked first. The tie's ``note`` names what
    is shared, its sources are those of both. The step says ``on`` which kind, from how many ties it was
    ``made``, and the size of the ``largest`` clique. Refuses what would come to more ties than can be held
    (``projection-too-large``).
    """
    shared = _standing(network, on)
    sizes = shared.group_by("in").agg(size=pl.len())
    ties = int(sizes.select((pl.col("size") * (pl.col("size") - 1) // 2).sum()).item() or 0)
    if ties > MOST_TIES:
        return Refused(code="projection-too-large", facts={"ties": f"{ties:,}", "most": f"{MOST_TIES:,}"})
    pairs = shared.join(shared, on="in", suffix="_right").filter(pl.col("who") < pl.col("who_right"))
    both = pl.concat_list("sources", "sources_right")
    weighed = pairs.join(sizes, on="in").with_columns(weight=1 / (pl.col("size") - 1))
    made = (
        weighed.sort("in")
        .group_by("who", "who_right", maintain_order=True)
        .agg(
            pl.col("weight").sum(),
            note=pl.col("name").str.join("; "),
            sources=both.list.explode().drop_nulls().unique(maintain_order=True),
        )
    )
    step = Made(
        code=PROJECTED,
        facts={"on": on, "made": shared.height, "largest": int(sizes["size"].max() or 0)},  # type: ignore[arg-type]
    )
    return replace(
        network,
        parties=network.parties.filter(pl.col("kind") == on),
        ties=_as_ties(made),
        made=(*network.made, step),
    )


def _kinds(network: Network, end: str) -> pl.Series:
    kinds = dict(network.parties.select("id", "kind").iter_rows())
    return network.ties[end].replace_strict(kinds, default=None, return_dtype=pl.String)


def _standing(network: Network, on: str) -> pl.DataFrame:
    """Who of one kind stands in what of the other, once each, with the sources that say so."""
    ties = two_mode(network).ties
    turned = _kinds(replace(network, ties=ties), "from") != on
    names = network.parties.select("id", "name")
    return (
        ties.select(
            pl.when(turned).then("to").otherwise("from").alias("who"),
            pl.when(turned).then("from").otherwise("to").alias("in"),
            pl.col("sources").fill_null([]),
        )
        .group_by("who", "in", maintain_order=True)
        .agg(pl.col("sources").list.explode().unique(maintain_order=True))
        .join(names, left_on="in", right_on="id", how="left", maintain_order="left")
    )


def _as_ties(made: pl.DataFrame) -> pl.DataFrame:
    told = made.rename({"who": "from", "who_right": "to"}).sort("from", "to")
    empty = (pl.lit(None, dtype=kind).alias(name) for name, kind in TIES.items() if name not in told.columns)
    return told.with_columns(empty).select(*TIES, "weight")
