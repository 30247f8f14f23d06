"""Distances, surroundings and paths, against scipy's."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from dedere.links.layout.radial import radial
from dedere.links.near import around, hops, largest_part, path, within
from dedere.links.structure import Structure, components, of_ends


@st.composite
def structures(draw: st.DrawFn) -> Structure:
    n = draw(st.integers(1, 14))
    pairs = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=30))
    ends = np.array(pairs, np.int32).reshape(-1, 2)
    return of_ends(n, ends[:, 0], ends[:, 1])


def matrix(structure: Structure) -> csr_array:
    ones = np.ones(len(structure.ends))
    return csr_array((ones, structure.ends, structure.starts), shape=(structure.parties, structure.parties))


@given(structures())
def test_distances_are_scipys(structure: Structure) -> None:
    wanted = shortest_path(matrix(structure), unweighted=True)
    for centre in range(structure.parties):
        far = np.isinf(wanted[centre])
        assert np.array_equal(hops(structure, centre) < 0, far)
        assert np.array_equal(hops(structure, centre)[~far], wanted[centre][~far])


@given(structures())
def test_a_path_is_as_short_as_any_and_goes_along_ties(structure: Structure) -> None:
    tied, away = matrix(structure).toarray(), hops(structure, 0)
    for other in range(structure.parties):
        found = path(structure, 0, other)
        assert len(found) == away[other] + 1
        assert all(tied[one, next_] for one, next_ in pairwise(found))
        assert not found or (found[0], found[-1]) == (0, other)


@given(structures(), st.integers(0, 4), st.integers(1, 9))
def test_the_nearest_stand_around_and_the_centre_is_the_first(
    structure: Structure, reach: int, most: int
) -> None:
    near, away = around(structure, 0, reach=reach, most=most), hops(structure, 0)
    assert near[0] == 0
    assert np.all(np.diff(away[near]) >= 0)
    assert len(near) == min(most, np.sum((away >= 0) & (away <= reach)))


@given(structures(), st.integers(1, 9))
def test_the_ties_within_are_those_of_the_part(structure: Structure, most: int) -> None:
    near = around(structure, 0, reach=9, most=most)
    part = matrix(structure).toarray()[np.ix_(near, near)]
    assert {tuple(each) for each in within(structure, near).tolist()} == set(
        zip(*np.nonzero(np.triu(part)), strict=True)
    )


@given(structures())
def test_around_a_party_no_two_labels_on_a_side_share_a_line(structure: Structure) -> None:
    near = around(structure, 0, reach=9, most=99)
    laid = radial(len(near), within(structure, near))
    assert np.array_equal(laid.ring, hops(structure, 0)[near])
    assert np.all(np.abs(laid.across) <= 1)
    assert np.all(np.abs(laid.down) <= 1)
    others = range(1, len(near))
    lines = {(laid.across[place] < 0, round(laid.down[place], 6)) for place in others}
    assert len(lines) == len(others)


@given(structures(), st.data())
def test_the_largest_part_is_that_of_the_components(structure: Structure, data: st.DataObject) -> None:
    n = structure.parties
    gone = np.array(data.draw(st.lists(st.booleans(), min_size=n, max_size=n)), np.bool_)
    which, sizes = components(structure, gone)
    inside = largest_part(structure, gone)
    assert inside.sum() == sizes.max(initial=0)
    assert len(set(which[inside].tolist())) == min(len(sizes), 1)
