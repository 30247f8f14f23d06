"""The cheapest groups to hide so that of every hidden one enough numbers remain possible.

Inequalities from the reader's programme are added to a choice of least cost until it protects (Fischetti and
Salazar 2001, the cutting planes of their exact method); whole persons are tried last, since shares of
persons leave possible what persons may not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from dedere.tally.hiding.attack import Found, Reader
from dedere.tally.hiding.system import System
from dedere.tally.rule import Rule

_NEAR = 1e-6
_GAP = 0.01  # a choice may cost a hundredth more than the cheapest: protection is not touched by it
Row = tuple[NDArray[np.float64], float]  # coefficients, at least


def small(system: System, rule: Rule) -> frozenset[int]:
    """Return the groups that are too small to publish, other than those that are public anyway."""
    return frozenset(
        cell for cell, count in enumerate(system.counts) if count < rule.least and cell not in system.known
    )


def choose(system: System, rule: Rule) -> frozenset[int] | None:
    """Return the groups to hide, at least cost; None where even hiding all protects too little.

    Every hidden group is guarded, and of those in no table each that is small.
    """
    first = small(system, rule)
    if not first:
        return first
    unsaid = first | system.unshown
    guarded = first | frozenset(range(len(system.cells))) - system.unshown
    reader = Reader(system, reach=2 * rule.apart)
    rows: list[Row] = []
    hidden: frozenset[int] | None = unsaid
    while hidden is not None:
        reader.hide(hidden)
        found = {cell: reader.look(cell) for cell in sorted(hidden & guarded)}
        refuted = list(_too_narrow(found, rule)) or list(_too_narrow_whole(reader, hidden, found, rule))
        if not refuted:
            break
        rows += refuted
        hidden = _cheapest(system, unsaid, rows)
    return hidden


def _too_narrow(looked: Mapping[int, Found], rule: Rule) -> Iterator[Row]:
    """What any choice that hides the cell must meet, for each cell that this choice leaves too narrow."""
    for cell, found in looked.items():
        if found.apart < rule.apart - _NEAR:
            lacking = rule.apart - found.base
            gains = np.minimum(found.gains, lacking)
            gains[cell] -= lacking
            yield gains, 0.0


def _too_narrow_whole(
    reader: Reader, hidden: frozenset[int], looked: Mapping[int, Found], rule: Rule
) -> Iterator[Row]:
    """One more must be hidden where only shares of persons left enough possible."""
    for cell, found in looked.items():
        if not found.whole:
            least, most = reader.exactly(cell)
            if most - least < rule.apart:
                yield _one_more(reader, hidden)
                return


def _one_more(reader: Reader, hidden: frozenset[int]) -> Row:
    row = np.ones(reader.size)
    row[sorted(hidden)] = 0.0
    return row, 1.0


def _cheapest(system: System, unsaid: frozenset[int], rows: list[Row]) -> frozenset[int] | None:
    size = len(system.cells)
    low, high = np.zeros(size), np.ones(size)
    low[sorted(unsaid)] = 1.0
    high[sorted(system.known)] = 0.0
    matrix, least = np.vstack([row for row, _ in rows]), np.array([at for _, at in rows])
    solved = milp(
        np.array(system.weights),
        constraints=LinearConstraint(matrix, least - _NEAR, np.inf),
        bounds=Bounds(low, high),
        integrality=np.ones(size),
        options={"mip_rel_gap": _GAP},
    )
    return frozenset(np.flatnonzero(solved.x > 0.5).tolist()) if solved.x is not None else None
