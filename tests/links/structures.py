"""Any small structure, drawn."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from dedere.links.structure import Structure, of_ends


@st.composite
def structures(draw: st.DrawFn, most: int = 9) -> Structure:
    """Any structure of at most ``most`` parties."""
    parties = draw(st.integers(0, most))
    every = [(i, j) for i in range(parties) for j in range(i)]
    ties = draw(st.lists(st.sampled_from(every), unique=True)) if every else []
    return of_ends(parties, *np.array(ties, np.int32).reshape(-1, 2).T)


def drawn(parties: int, ties: int, seed: int) -> Structure:
    ends = np.random.default_rng(seed).integers(0, parties, (2, ties)).astype(np.int32)
    return of_ends(parties, ends[0], ends[1])
