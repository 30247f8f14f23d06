"""How far two names are apart is counted as an independent library counts it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from dedere.persons.comparing.hashing import rows
from dedere.persons.comparing.likeness import WIDTH, edits

names = st.text(alphabet="AEMNRSZ+", max_size=WIDTH)


@given(names, names)
def test_edits_are_those_of_the_restricted_damerau_distance(one, other):
    texts, lengths = rows([one, other], WIDTH)
    room = np.empty((3, WIDTH + 1), np.int64)
    assert edits(texts[0], lengths[0], texts[1], lengths[1], room) == OSA.distance(one, other)
