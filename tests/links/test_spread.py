"""All parties spread out: each somewhere of its own, the same every time, parts apart."""

from __future__ import annotations

import numpy as np
import pytest

from dedere.links.layout import forces
from dedere.links.layout.spread import spread
from dedere.links.structure import Structure, of_ends


def of(parties: int, *ends: tuple[int, int]) -> Structure:
    both = np.array(ends, np.int32).reshape(-1, 2)
    return of_ends(parties, both[:, 0], both[:, 1])


def star(leaves: int) -> Structure:
    return of(leaves + 1, *((0, leaf) for leaf in range(1, leaves + 1)))


def many(seed: int, n: int) -> Structure:
    heads = np.random.default_rng(seed).integers(0, np.arange(1, n), dtype=np.int32)
    return of_ends(n, np.arange(1, n, dtype=np.int32), heads)


def test_an_empty_network_and_single_parties_have_their_places() -> None:
    assert spread(of(0)).shape == (0, 2)
    assert len({tuple(point) for point in spread(of(5)).tolist()}) == 5


@pytest.mark.parametrize("structure", [star(9), many(1, 60), many(2, 900)], ids=["star", "tree", "large"])
def test_nobody_stands_on_another_and_the_places_are_the_same_every_time(structure: Structure) -> None:
    points = spread(structure)
    assert np.isfinite(points).all()
    assert points.min() >= 0
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) + np.eye(len(points))
    assert apart.min() > 1e-3
    assert np.array_equal(points, spread(structure))


def test_leaves_of_a_hub_stand_around_it() -> None:
    points = spread(star(8))
    turns = np.sort(np.arctan2(*(points[1:] - points[0]).T))
    assert np.diff(turns, append=turns[0] + 2 * np.pi).max() < np.pi / 2


def test_parts_stand_apart() -> None:
    points = spread(of(6, (0, 1), (1, 2), (3, 4), (4, 5)))
    one, other = points[:3], points[3:]
    beside = [
        (one[:, axis].max() < other[:, axis].min(), other[:, axis].max() < one[:, axis].min())
        for axis in (0, 1)
    ]
    assert np.any(beside)


def test_the_push_by_density_is_that_of_all_the_others() -> None:
    points = np.random.default_rng(3).uniform(0, 40, (500, 2))
    exact, by_density = forces._each_other(points), forces._by_density(points)
    off = np.hypot(*(exact - by_density).T) / np.hypot(*exact.T)
    assert np.median(off) < 0.15
