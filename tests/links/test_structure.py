"""What a network's structure is, against small ones counted by hand."""

import numpy as np
import polars as pl

from dedere.links.network import Network
from dedere.links.structure import components, of_ends


def numbers(*given: int) -> np.ndarray:
    return np.array(given, np.int32)


def test_a_tie_told_twice_or_the_other_way_is_one_tie() -> None:
    structure = of_ends(3, numbers(0, 1, 0), numbers(1, 0, 1))
    assert (structure.parties, structure.ties) == (3, 1)


def test_a_tie_with_oneself_is_no_tie() -> None:
    assert of_ends(2, numbers(1), numbers(1)).ties == 0


def test_the_neighbours_stand_in_ascending_order() -> None:
    structure = of_ends(4, numbers(3, 3, 3), numbers(2, 0, 1))
    assert structure.ends[structure.starts[3] : structure.starts[4]].tolist() == [0, 1, 2]


def test_components_are_counted_without_those_who_are_gone() -> None:
    structure = of_ends(5, numbers(0, 1, 3), numbers(1, 2, 4))
    which, sizes = components(structure, np.array([False, True, False, False, False]))
    assert (which.tolist(), sizes.tolist()) == ([0, -1, 1, 2, 2], [1, 1, 2])


def test_an_empty_network_has_no_component() -> None:
    _, sizes = components(of_ends(0, numbers(), numbers()), np.zeros(0, np.bool_))
    assert sizes.tolist() == []


def test_a_told_network_is_numbered_in_the_order_of_its_parties() -> None:
    parties = pl.DataFrame({"id": ["b", "a"], "name": ["B", "A"], "kind": ["person", "person"]})
    ties = pl.DataFrame({"from": ["a"], "to": ["b"]})
    assert Network(parties=parties, ties=ties).structure().ends.tolist() == [1, 0]
