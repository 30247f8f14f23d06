"""What is counted of the components left, against counting pair by pair."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedere.links.objective import COUNTS, Objective, value
from dedere.links.structure import Structure, of_ends
from dedere.words.wording import codes
from links.structures import structures


def connected(structure: Structure, gone: np.ndarray) -> np.ndarray:
    """Who reaches whom, by squaring the matrix of ties until nothing is added."""
    n = structure.parties
    reach = np.eye(n, dtype=bool)
    rows = np.repeat(np.arange(n), np.diff(structure.starts))
    reach[rows, structure.ends] = True
    reach[gone], reach[:, gone] = False, False
    for _ in range(4):
        reach = (reach.astype(int) @ reach.astype(int)) > 0
    return reach


@given(structures(), st.data())
def test_the_counts_agree_with_counting_pair_by_pair(structure: Structure, data: st.DataObject) -> None:
    n = structure.parties
    gone = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)), np.bool_)
    reach = connected(structure, gone)
    assert value(structure, gone, Objective.LARGEST) == max(reach.sum(axis=1), default=0)
    assert value(structure, gone, Objective.PAIRS) == np.triu(reach, 1).sum()


def test_who_is_removed_is_no_component() -> None:
    pair = of_ends(2, np.array([0], np.int32), np.array([1], np.int32))
    everyone = np.ones(2, np.bool_)
    assert [value(pair, everyone, objective) for objective in Objective] == [0, 0]


def test_every_objective_is_counted_and_has_words() -> None:
    assert set(COUNTS) == set(Objective)
    said = {key.partition(".")[2] for key in codes().keys() if key.startswith("objective.")}  # noqa: SIM118
    assert said == {objective.value for objective in Objective}
