"""The graphs: from packages, carried along with their origin, and drawn from a seed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import networkx
import numpy as np
import polars as pl

from benchmarks.network import generated as drawn
from dedere.links.counting import of_crime
from dedere.links.network import TIES, Network
from dedere.links.structure import Structure

CARRIED = Path(__file__).parent / "carried"
EXAMPLE = Path(__file__).parents[2] / "examples" / "mexico-2025"
NETWORKX = "as networkx 3.6 (BSD-3-Clause) has it"
OURS = "drawn from a seed; no data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A graph by name: how it is made, what it is, where it comes from, under which licence."""

    name: str
    made: Callable[[], Structure]
    what: str
    source: str
    licence: str = OURS


def graphs() -> dict[str, Graph]:
    """Every graph by its name, the smallest first."""
    found = [*_packaged(), *_carried(), *_drawn(), *_large()]
    return {graph.name: graph for graph in found}


def _packaged() -> list[Graph]:
    told = [
        (
            "southern-women",
            networkx.davis_southern_women_graph,
            "women and occasions",
            "Davis and others 1941",
        ),
        ("karate-club", networkx.karate_club_graph, "members of a club", "Zachary 1977"),
        ("les-miserables", networkx.les_miserables_graph, "characters of a novel", "Knuth 1993"),
    ]
    example = Graph(
        name="mexico-2025",
        made=_example,
        what="persons and organisations of the example",
        source="examples/mexico-2025/ties.csv, each tie with its source",
        licence="facts, told with their sources",
    )
    return [example] + [
        Graph(
            name=name,
            made=lambda graph=graph: drawn.of_networkx(graph()),
            what=what,
            source=source,
            licence=NETWORKX,
        )
        for name, graph, what, source in told
    ]


def _carried() -> list[Graph]:
    told = tomllib.loads((CARRIED / "origins.toml").read_text(encoding="utf-8"))
    return [Graph(name=name, made=partial(_read, name), **facts) for name, facts in told.items()]


def _example() -> Structure:
    """Who is tied to whom by crime in the example, its largest component."""
    ties = pl.read_csv(EXAMPLE / "ties.csv", infer_schema=False)
    ties = ties.select(pl.col(name).cast(TIES[name]) for name in TIES if name != "sources")
    ids = pl.concat([ties["from"], ties["to"]]).unique(maintain_order=True)
    counted = of_crime(Network(parties=pl.DataFrame({"id": ids}), ties=ties)).structure()
    left = np.repeat(np.arange(counted.parties), np.diff(counted.starts))
    return drawn.connected(counted.parties, np.stack((left, counted.ends), axis=1))


def _read(name: str) -> Structure:
    pairs = np.loadtxt(CARRIED / f"{name}.csv", np.int64, delimiter=",", skiprows=1)
    return drawn.connected(int(pairs.max()) + 1, pairs)


def _drawn() -> list[Graph]:
    return [
        _model("cells", "cells, leaders and couriers", drawn.cells, 50, 3, 12, 7),
        _model("organisations", "persons who share organisations", drawn.shared_organisations, 900, 240, 7),
        _model("blocks", "ten groups of a hundred", drawn.blocks, 10, 100, 0.06, 0.002, 7),
        _model("small-world", "a rewired ring", drawn.small_world, 2_000, 6, 0.1, 7),
        _model("attached", "preferential attachment", drawn.attached, 5_000, 3, 7),
        _model("erdos-renyi", "ties by lot, mean degree 3.5", drawn.erdos_renyi, 5_000, 3.5, 7),
        _model("geometric", "points near each other", drawn.geometric, 5_000, 8.0, 7),
        _model("holes", "a grid with holes", drawn.lattice, 100, 0.7, 7),
        _model("power-law", "degrees from a power law, 2.5", drawn.power_law, 10_000, 2.5, 2, 7),
    ]


def _large() -> list[Graph]:
    return [
        _model("power-law-1m", "degrees from a power law, 2.5", drawn.power_law, 1_000_000, 2.5, 2, 7),
        _model("erdos-renyi-1m", "ties by lot, mean degree 3.5", drawn.erdos_renyi, 1_000_000, 3.5, 7),
        _model("geometric-1m", "points near each other", drawn.geometric, 1_000_000, 8.0, 7),
    ]


def _model(name: str, what: str, draw: Callable[..., Structure], *how: float) -> Graph:
    return Graph(name=name, made=partial(draw, *how), what=what, source=(draw.__doc__ or "").split("\n")[0])
