"""Removals tried on many networks drawn and on many random groups: rows of figures, the same for a seed."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.effect.splits import Pieces, apart
from dedere.links.effect.uncertainty import Doubted, drawn
from dedere.links.measures.measure import Look, figures
from dedere.links.structure import Structure, components


class Pools(NamedTuple):
    """Among whom random removals are drawn: for each pool, all parties by stratum, and how many of each.

    ``order`` (pools, n) int32; ``starts`` (pools, strata + 1); ``counts`` (groups, pools, strata).
    """

    order: NDArray[np.int32]
    starts: NDArray[np.int64]
    counts: NDArray[np.int64]


class Trials(NamedTuple):
    """Figures by draw: ``before`` (d, f), ``after`` (d, groups, f), ``random`` (d, groups, pools, f) in the
    networks drawn; ``told`` (d, groups, pools, f) the same random removals in the network as told. ``apart``
    has for each group the share of the networks drawn in which each piece (p,) stays apart."""

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    random: NDArray[np.float64]
    told: NDArray[np.float64]
    apart: tuple[NDArray[np.float64], ...]


def pools(kind: NDArray[np.int32], gones: NDArray[np.bool_]) -> Pools:
    """Return whom random groups are drawn from: anybody, and as many of each kind if there are several."""
    strata = [np.zeros(len(kind), np.int64), kind.astype(np.int64)]
    strata = strata if kind.max(initial=0) else strata[:1]
    most = int(kind.max(initial=0)) + 1
    counts = [[np.bincount(stratum[gone], minlength=most) for stratum in strata] for gone in gones]
    starts = [np.cumsum([0, *np.bincount(stratum, minlength=most)]) for stratum in strata]
    order = [np.argsort(stratum, kind="stable") for stratum in strata]
    shape = (len(gones), len(strata), most)
    return Pools(np.array(order, np.int32), np.array(starts), np.array(counts, np.int64).reshape(shape))


@compiled
def picked(pools: Pools, dice: np.random.Generator) -> NDArray[np.bool_]:
    """Draw one random group for each group and pool, as (groups × pools, n)."""
    groups, count, strata = pools.counts.shape
    n = pools.order.shape[1]
    gones = np.zeros((groups * count, n), np.bool_)
    for group in range(groups):
        for pool in range(count):
            for stratum in range(strata):
                members = pools.order[
                    pool, pools.starts[pool, stratum] : pools.starts[pool, stratum + 1]
                ].copy()
                for place in range(pools.counts[group, pool, stratum]):
                    other = dice.integers(place, len(members))
                    members[place], members[other] = members[other], members[place]
                    gones[group * count + pool, members[place]] = True
    return gones


@compiled
def measured(structure: Structure, gones: NDArray[np.bool_], look: Look) -> NDArray[np.float64]:
    """Return the figures of a structure for each removal (r, n), as (r, figures)."""
    nobody = np.zeros(len(structure.starts) - 1, np.bool_)
    which, _ = components(structure, nobody)
    rows = np.empty((len(gones), 7 + 2 * len(look.ends)), np.float64)
    for row in range(len(gones)):
        rows[row] = figures(structure, gones[row], which, look)
    return rows


def tried(
    told: Doubted,
    gones: NDArray[np.bool_],
    parted: Sequence[Pieces],
    among: Pools,
    look: Look,
    draws: int,
    seed: int,
    done: Callable[[int, int], None] | None = None,
) -> Trials:
    """Try the removals ``gones`` (groups, n) in ``draws`` networks, each drawn by dice of its own.

    ``parted`` are the pieces that each leaves of the network as told. ``done`` is told how many of how many
    are done, and may raise to stop.
    """
    nobody = np.zeros((1, gones.shape[1]), np.bool_)

    def draw(number: int) -> _Row:
        dice = np.random.default_rng((seed, 1, number))
        random = picked(among, dice)
        within = np.concatenate((nobody, gones, random))
        truth = drawn(told, dice)
        stays = [apart(truth, gone, each) for gone, each in zip(gones, parted, strict=True)]
        return measured(truth, within, look), measured(told.structure, random, look), stays

    rows = _spread(draw, draws, done)
    groups, count, _ = among.counts.shape
    width = 7 + 2 * len(look.ends)
    truth = np.array([row for row, _, _ in rows]).reshape(draws, 1 + groups * (1 + count), width)
    shape = (draws, groups, count, width)
    return Trials(
        truth[:, 0],
        truth[:, 1 : 1 + groups],
        truth[:, 1 + groups :].reshape(shape),
        np.array([row for _, row, _ in rows]).reshape(shape),
        tuple(np.mean([stays[group] for _, _, stays in rows], axis=0) for group in range(groups)),
    )


_Row = tuple[NDArray[np.float64], NDArray[np.float64], list[NDArray[np.bool_]]]


def _spread(
    draw: Callable[[int], _Row], draws: int, done: Callable[[int, int], None] | None
) -> Sequence[_Row]:
    """Share the draws out among the cores; the rows come back in the order of the draws."""
    rows = []
    with ThreadPoolExecutor(os.cpu_count()) as hands:
        try:
            for row in hands.map(draw, range(draws)):
                rows.append(row)
                if done:
                    done(len(rows), draws)
        except BaseException:
            hands.shutdown(wait=False, cancel_futures=True)
            raise
    return rows
