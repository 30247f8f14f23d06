"""What may be said of a removal, and whether it survives the doubt about the ties."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dedere.links.effect.rows import Rows, stated
from dedere.links.effect.stated import Adding, Finding, Sum, verdict
from dedere.links.measures.measure import PARTED

_CODES = ("more-than-random", "more-than-random-alike")
_ROUNDING = 1e-12


def findings(rows: Rows, removal: int) -> tuple[Finding, ...]:
    """Return the findings of a removal: that it parts others, that it does more harm than a random one."""
    return (*_parts(rows, removal), *_more_than_random(rows, removal))


def _parts(rows: Rows, removal: int) -> Iterator[Finding]:
    as_told = float(rows.once[1 + removal, PARTED] > 0)
    share = float((rows.trials.after[:, removal, PARTED] > 0).mean())
    yield _finding("parts-others", rows, PARTED, as_told, share)


def _more_than_random(rows: Rows, removal: int) -> Iterator[Finding]:
    trials = rows.trials
    for column, (measure, _) in enumerate(rows.measures()):
        for pool in range(trials.random.shape[2]):
            ours = measure.harm * trials.after[:, removal, column]
            random = measure.harm * trials.random[:, removal, pool, column]
            told = measure.harm * trials.told[:, removal, pool, column]
            if not measure.harm or np.isnan(ours).any():
                continue
            as_told = float((measure.harm * rows.each[1 + removal, column] > told).mean())
            yield _finding(_CODES[pool], rows, column, as_told, float((ours > random).mean()))


def _finding(code: str, rows: Rows, column: int, as_told: float, share: float) -> Finding:
    measure, ends = rows.measures()[column]
    return Finding(
        code=code,
        measure=measure.code,
        ends=ends,
        as_told=as_told,
        share=share,
        verdict=verdict(as_told, share),
    )


def sums(rows: Rows) -> tuple[Sum, ...]:
    """Return, for each measure that has a worse side, the effects alone added up beside that of all together.

    The last removal is that of all together, the others are the groups.
    """
    together = rows.trials.after.shape[1] - 1
    return tuple(
        _sum(rows, column, together) for column, (measure, _) in enumerate(rows.measures()) if measure.harm
    )


def _sum(rows: Rows, column: int, together: int) -> Sum:
    measure, ends = rows.measures()[column]
    harms = measure.harm * (rows.once[1:, column] - rows.once[0, column])
    drawn = [measure.harm * rows.difference(removal)[:, column] for removal in range(together + 1)]
    alone, all_drawn = harms[:together].sum(), np.sum(drawn[:together], axis=0)
    excess = stated(alone - harms[together], all_drawn - drawn[together])
    return Sum(
        measure=measure.code,
        ends=ends,
        alone=stated(alone, all_drawn),
        together=stated(harms[together], drawn[together]),
        excess=excess,
        adding=adding(excess.low, excess.high),
    )


def adding(low: float | None, high: float | None) -> Adding:
    """Return how effects add up, from the interval of the excess of their sum over the effect together."""
    if low is None or high is None:
        return Adding.OPEN
    if max(abs(low), abs(high)) <= _ROUNDING:
        return Adding.ADDITIVE
    return Adding.LESS if low > _ROUNDING else Adding.MORE if high < -_ROUNDING else Adding.OPEN
