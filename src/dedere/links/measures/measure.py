"""The figures of a network without those who are gone: one row, in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.measures.brokers import hanging
from dedere.links.measures.efficiency import efficiency
from dedere.links.measures.paths import paths
from dedere.links.measures.pieces import parted, pieces
from dedere.links.structure import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What one figure counts: a code of the group ``measure``.

    ``harm`` is −1 where a lower figure means a network worse off, 1 where a higher one does, 0 where neither.
    """

    code: str
    harm: int


LARGEST, COMPONENTS, PAIRS, PARTED, EFFICIENCY, BROKERS, HANGING = range(7)
ALWAYS = (
    Measure(code="largest", harm=-1),
    Measure(code="components", harm=1),
    Measure(code="pairs", harm=-1),
    Measure(code="parted", harm=1),
    Measure(code="efficiency", harm=-1),
    Measure(code="brokers", harm=0),
    Measure(code="hanging", harm=0),
)
BETWEEN_ENDS = (Measure(code="paths-by-party", harm=-1), Measure(code="paths-by-tie", harm=-1))


class Look(NamedTuple):
    """What is looked at: from ``sources`` (k,) int32, between ``ends`` (e, 2) int32, brokers or not."""

    sources: NDArray[np.int32]
    ends: NDArray[np.int32]
    brokers: bool


@compiled
def figures(
    structure: Structure, gone: NDArray[np.bool_], which: NDArray[np.int32], look: Look
) -> NDArray[np.float64]:
    """Return the figures of ALWAYS, then those of BETWEEN_ENDS for each pair of ends.

    NaN stands for what is not looked at. ``which`` (n,) is each party's part before anyone was gone.
    """
    row = np.full(7 + 2 * len(look.ends), np.nan)
    largest, count, pairs = pieces(structure, gone)
    row[LARGEST], row[COMPONENTS], row[PAIRS] = largest, count, pairs
    row[PARTED] = parted(which, gone, pairs)
    if len(look.sources):
        row[EFFICIENCY] = efficiency(structure, gone, look.sources)
    if look.brokers:
        hang, held = hanging(structure, gone)
        row[BROKERS], row[HANGING] = (hang > 0).sum(), held
    for pair in range(len(look.ends)):
        by_party, by_tie = paths(structure, gone, look.ends[pair, 0], look.ends[pair, 1])
        row[7 + 2 * pair], row[8 + 2 * pair] = by_party, by_tie
    return row
