"""What the benchmark of removals counts is what a walk through the components counts."""

from __future__ import annotations

import numpy as np
from benchmarks.network.measures import gone_until, largest_after, robustness

from dedere.links.structure import components, of_ends


def test_the_largest_component_after_each_removal_is_what_a_walk_finds() -> None:
    dice = np.random.default_rng(5)
    structure = of_ends(
        40, dice.integers(0, 40, 50).astype(np.int32), dice.integers(0, 40, 50).astype(np.int32)
    )
    order = dice.permutation(40).astype(np.int32)
    walked = []
    for gone in range(41):
        away = np.zeros(40, np.bool_)
        away[order[:gone]] = True
        walked.append(max(components(structure, away)[1], default=0))
    largest = largest_after(structure, order)
    assert largest.tolist() == walked
    assert robustness(largest) == sum(walked[1:]) / 1600
    assert gone_until(largest, 4) == next(gone for gone in range(41) if walked[gone] <= 4)
