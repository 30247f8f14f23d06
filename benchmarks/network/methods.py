"""Ours and every published method under one name each: how it orders all parties, and for which target."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from benchmarks.network import betweenness, degree
from benchmarks.network.corehd import corehd
from benchmarks.network.explosive import explosive
from benchmarks.network.influence import influence
from benchmarks.network.measures import most
from benchmarks.network.minsum import minsum
from benchmarks.network.pagerank import pagerank
from benchmarks.network.reinsertion import reinserted
from benchmarks.network.spectral import spectral
from benchmarks.rows import OURS
from dedere.links import removal
from dedere.links.structure import Structure

Order = NDArray[np.int32]
Targets = tuple[float, ...]
TARGETS: Targets = (0.01, 0.1)
SEED = 1


def methods(seconds: float) -> dict[str, Callable[[Structure], list[Order]]]:
    """Each gives an order of parties for R, then one for each of TARGETS; ours takes so long for each."""
    return {
        OURS: partial(_ours, seconds=seconds),
        "degree": partial(_one, degree.static),
        "adaptive degree": partial(_one, degree.adaptive),
        "PageRank": partial(_one, pagerank),
        "betweenness": partial(_one, betweenness.static),
        "adaptive betweenness": partial(_one, betweenness.adaptive),
        "CI 2": partial(_one, partial(influence, reach=2)),
        "CI 2 with reinsertion": partial(_put_back, partial(influence, reach=2)),
        "CI 3 with reinsertion": partial(_put_back, partial(influence, reach=3)),
        "CoreHD": partial(_one, corehd),
        "CoreHD with reinsertion": partial(_put_back, corehd),
        "explosive immunization": partial(_targeted, explosive),
        "GND": partial(_one, partial(spectral, share=TARGETS[0])),
        "GND with reinsertion": partial(_put_back, partial(spectral, share=TARGETS[0])),
        "min-sum with reinsertion": partial(_put_back, minsum),
    }


def _one(ordered: Callable[[Structure, int], Order], structure: Structure) -> list[Order]:
    return [ordered(structure, SEED)] * 3


def _targeted(ordered: Callable[..., Order], structure: Structure) -> list[Order]:
    low, high = (ordered(structure, SEED, share=share) for share in TARGETS)
    return [low, low, high]


def _put_back(ordered: Callable[[Structure, int], Order], structure: Structure) -> list[Order]:
    order = ordered(structure, SEED)
    low, high = (reinserted(structure, order, share, SEED) for share in TARGETS)
    return [low, low, high]


def _ours(structure: Structure, seconds: float) -> list[Order]:
    sequence = removal.sequence(structure, seed=SEED, seconds=seconds).removed
    return [sequence, *(_set_first(structure, share, seconds) for share in TARGETS)]


def _set_first(structure: Structure, share: float, seconds: float) -> Order:
    found = removal.smallest(structure, most=most(structure, share), seed=SEED, seconds=seconds)
    assert found is not None, "with everyone lawful there is always a set"
    rest = np.setdiff1d(np.arange(structure.parties, dtype=np.int32), found.removed)
    return np.concatenate((found.removed, rest)).astype(np.int32)
