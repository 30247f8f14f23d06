"""Figures from a sample: near the exact ones, off by no more than is said, exact where all are looked at."""

from __future__ import annotations

import numpy as np
import pytest

from dedere.links.effect.pace import pace
from dedere.links.effect.sampling import efficiencies, through
from dedere.links.measures.betweenness import betweenness
from dedere.links.measures.efficiency import efficiency
from dedere.links.structure import Structure, of_ends

PARTIES = 1500
NOBODY = np.zeros(PARTIES, np.bool_)
SOME = np.arange(PARTIES) < 30
NO_ENDS = np.zeros((0, 2), np.int32)


def scattered() -> Structure:
    """Parties tied at random, the first of them to many more than the last."""
    dice = np.random.default_rng(7)
    left, right = (dice.random((2, 4000)) ** 2 * PARTIES).astype(np.int32)
    return of_ends(PARTIES, left, right)


def test_nine_in_ten_samples_are_off_by_no_more_than_the_margin() -> None:
    structure, gones = scattered(), np.stack((NOBODY, SOME))
    everybody = np.arange(PARTIES, dtype=np.int32)
    exact = np.array([efficiency(structure, gone, everybody) for gone in gones])
    within = []
    for seed in range(40):
        sources = np.random.default_rng(seed).choice(everybody, 100, replace=False)
        values, margins = efficiencies(structure, gones, sources)
        off = np.abs(values - exact)
        within.append((off[1] <= margins[1, 0], abs(np.diff(values - exact)[0]) <= margins[1, 1]))
    assert np.mean(within, axis=0) == pytest.approx([0.9, 0.9], abs=0.15)


def test_where_everybody_is_looked_from_nothing_is_off() -> None:
    values, margins = efficiencies(scattered(), NOBODY[None], np.arange(PARTIES, dtype=np.int32))
    assert values[0] == pytest.approx(efficiency(scattered(), NOBODY, np.arange(PARTIES, dtype=np.int32)))
    assert not margins.any()


def test_the_share_of_shortest_ways_is_near_the_exact_one() -> None:
    structure = scattered()
    passing = betweenness(structure, np.arange(PARTIES, dtype=np.int32))
    (found,) = through(structure, SOME[None], 1)
    assert 0 < found.margin < 0.03
    assert found.value == pytest.approx(passing[SOME].sum() / passing.sum(), abs=2 * found.margin)


def test_without_ties_no_way_passes_through_anybody() -> None:
    empty = of_ends(2000, np.zeros(0, np.int32), np.zeros(0, np.int32))
    assert through(empty, np.ones((1, 2000), np.bool_), 1)[0].value == 0


@pytest.mark.parametrize(
    ("parties", "draws", "sources", "each", "brokers"),
    [
        (200, 500, 200, 200, True),
        (3000, 500, 3000, 64, True),
        (50_000, 500, 1024, 64, True),
        (200_000, 20, 64, 0, False),
    ],
)
def test_the_larger_the_network_the_less_is_looked_at(
    parties: int, draws: int, sources: int, each: int, brokers: bool
) -> None:
    found = pace(parties, NO_ENDS, 500, 1)
    assert (found.draws, len(found.sources), len(found.each.sources), found.each.brokers) == (
        draws,
        sources,
        each,
        brokers,
    )
    assert found.sampled == (sources < parties)
    assert len(set(found.sources.tolist())) == sources
