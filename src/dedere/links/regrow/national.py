"""Members of armed groups over years: recruited, arrested, killed by each other, and leaving large groups.

With C the members of each group, for rates ρ, η, θ and ω (Prieto-Curiel, Campedelli and Hope 2023)::

    dC_i/dt = ρ C_i − η C_i / ΣC − θ C_i Σ_j S_ij C_j − ω C_i²

S_ij = (rivalry of i and j + 1) / (alliances of i + 1), nothing on the diagonal. A week is the unit of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

Floats = NDArray[np.float64]
YEAR = 52  # weeks
_KEPT = 4  # running sums kept beside the groups: recruits, arrests, deaths, departures
_FEWEST = 1e-9  # members below which nobody is left to arrest


class Rates(NamedTuple):
    """What moves members, a week: shares ρ, θ and ω of members, and η persons arrested in all."""

    recruitment: float
    arrests: float
    conflict: float
    saturation: float


class Phase(NamedTuple):
    """Rates that hold until a week."""

    until: float
    rates: Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How it went, at each week asked: all (t,) but ``sizes`` (t, groups).

    ``deaths`` is persons killed a week at that moment; ``recruited``, ``arrested``, ``killed`` and ``left``
    are persons since the beginning.
    """

    weeks: Floats
    sizes: Floats
    deaths: Floats
    recruited: Floats
    arrested: Floats
    killed: Floats
    left: Floats

    @property
    def members(self) -> Floats:
        """Members of all groups together."""
        return np.asarray(self.sizes.sum(axis=1))


def by_rank(total: float, groups: int) -> Floats:
    """Sizes that fall with the rank as 1, 1/2, 1/3 …, ``total`` together."""
    shares = 1 / np.arange(1, groups + 1)
    return np.asarray(total * shares / shares.sum())


def rivalries(at_war: Floats, rng: np.random.Generator | None = None) -> Floats:
    """Return how much each pair (groups, groups) is at war, from sums by group: as expected, or drawn."""
    expected = np.outer(at_war, at_war) / at_war.sum()
    if rng is None:
        return np.asarray(expected)
    upper = np.triu(rng.poisson(expected), 1)
    return np.asarray(upper + upper.T, np.float64)


def enmity(allied: Floats, rivalry: Floats) -> Floats:
    """Return S (groups, groups): rivalry of each pair, weakened by the alliances (groups,) of the first."""
    strength = (rivalry + 1) / (allied + 1)[:, None]
    np.fill_diagonal(strength, 0)
    return np.asarray(strength)


def course(sizes: Floats, strength: Floats, phases: Sequence[Phase], weeks: Floats) -> Course:
    """Follow groups of ``sizes`` (groups,) from week 0 through phases; ``weeks`` (t,) ascend within them."""
    state, begun = np.concatenate((sizes, np.zeros(_KEPT))), 0.0
    table, deaths = [], []
    for phase in phases:
        asked = weeks[(weeks >= begun) & ((weeks < phase.until) | (phase is phases[-1]))]
        solved = solve_ivp(
            _change,
            (begun, phase.until),
            state,
            args=(strength, phase.rates),
            dense_output=True,
            rtol=1e-7,
            atol=1e-4,
        )
        table.append(solved.sol(asked).T)
        deaths.append(_deaths(table[-1][:, :-_KEPT], strength, phase.rates).sum(axis=1))
        state, begun = solved.y[:, -1], phase.until
    rows = np.concatenate(table)
    recruited, arrested, killed, left = rows[:, -_KEPT:].T
    return Course(
        weeks=weeks,
        sizes=rows[:, :-_KEPT],
        deaths=np.concatenate(deaths),
        recruited=recruited,
        arrested=arrested,
        killed=killed,
        left=left,
    )


def _change(_: float, state: Floats, strength: Floats, rates: Rates) -> Floats:
    sizes = state[:-_KEPT]
    total = max(sizes.sum(), _FEWEST)
    recruited = rates.recruitment * sizes
    # No more can be arrested in a week than there are.
    arrested = min(rates.arrests, total) * sizes / total
    killed = _deaths(sizes, strength, rates)
    left = rates.saturation * sizes**2
    change = recruited - arrested - killed - left
    return np.concatenate((change, (recruited.sum(), arrested.sum(), killed.sum(), left.sum())))


def _deaths(sizes: Floats, strength: Floats, rates: Rates) -> Floats:
    """Those of each group killed a week, of sizes (groups,) or (t, groups)."""
    # Not a matrix product: the threads of a linear algebra library cost more than so small a sum.
    met = np.einsum("...j,ij->...i", sizes, strength)
    return np.asarray(rates.conflict * sizes * met)
