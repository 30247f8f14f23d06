"""Any small problem, and every removal that it allows."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
from hypothesis import strategies as st

from dedere.links.exact.problem import ALONE, Problem
from links.structures import structures


@st.composite
def problems(draw: st.DrawFn, most: int = 9) -> Problem:
    """Any problem on a small structure: some unlawful, some fixed, some grouped, costs uneven."""
    structure = draw(structures(most))
    n = structure.parties

    def each(strategy: st.SearchStrategy[object]) -> list[object]:
        return draw(st.lists(strategy, min_size=n, max_size=n))

    plain = draw(st.booleans())
    lawful = np.array(each(st.sampled_from((True, True, True, False))), np.bool_)
    fixed = np.array(each(st.sampled_from((False, False, False, False, True))), np.bool_) & lawful
    groups = np.array(each(st.sampled_from((ALONE, ALONE, ALONE, 0, 1))), np.int32)
    costs = np.array(each(st.sampled_from((0.0, 0.5, 1.0, 1.5, 2.0))), np.float64)
    return Problem(
        structure=structure,
        lawful=lawful,
        costs=np.ones(n) if plain else costs,
        fixed=fixed if not plain else np.zeros(n, np.bool_),
        groups=groups if not plain else np.full(n, ALONE, np.int32),
    )


def removals(problem: Problem) -> list[np.ndarray]:
    """Every removal that takes only the lawful, all the fixed, and groups whole."""
    n = problem.structure.parties
    fixed = {int(i) for i in np.flatnonzero(problem.fixed)}
    found = []
    for some in chain.from_iterable(combinations(range(n), size) for size in range(n + 1)):
        gone = np.zeros(n, np.bool_)
        gone[list(some)] = True
        split = any(
            gone[problem.groups == group].any() and not gone[problem.groups == group].all()
            for group in (0, 1)
        )
        unlawful = gone & ~problem.lawful & ~problem.settled()
        if fixed <= set(some) and not split and not unlawful.any():
            found.append(gone)
    return found
