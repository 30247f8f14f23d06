"""What if ties are wrong or missing: the rates supposed, and a network drawn as it might be in truth.

Borgatti, Carley and Krackhardt, On the robustness of centrality measures under conditions of imperfect data,
Social Networks 28 (2006), 124-136: put the error supposed into a network, measure again, see what stays. From
the network observed, with suppositions about its error: Martin and Niemeyer, Network Science 7 (2019).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.links.compiled import compiled
from dedere.links.kinds import Basis
from dedere.links.network import Network
from dedere.links.structure import Structure

# Suppositions to reason with, nobody's measured figures: no study says how often a tie proved in court,
# alleged or reported is wrong, or how many ties nobody tells.
SUPPOSED = {Basis.PROVED.value: 0.02, Basis.ALLEGED.value: 0.10, Basis.REPORTED.value: 0.25}
UNTOLD = 0.10
_TRIES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """Suppositions: the chance that a told tie is ``wrong``, the share of true ties that is ``missing``.

    ``wrong`` is by what the tie rests on (`reported`), more closely by that and its rating (`reported/C3`),
    or by the rating alone (`C3`); ``otherwise`` where none of these is stated. Of the ties that are missing,
    the share ``closing`` joins parties two steps apart, the others any two.
    """

    wrong: Mapping[str, float] = field(default_factory=lambda: dict(SUPPOSED))
    otherwise: float = SUPPOSED[Basis.ALLEGED.value]
    missing: float = UNTOLD
    closing: float = 0.5

    def __post_init__(self) -> None:
        shares = (*self.wrong.values(), self.otherwise, self.closing)
        if not all(0 <= share <= 1 for share in shares) or not 0 <= self.missing < 1:
            raise ValueError("rates are shares from 0 to 1, and not all ties can be missing")

    def rate(self, basis: str | None, reliability: str | None) -> float:
        """The chance that a tie of this basis and this rating is wrong."""
        keys = (f"{basis}/{reliability}", reliability or "", basis or "")
        return next((self.wrong[key] for key in keys if key in self.wrong), self.otherwise)


class Doubted(NamedTuple):
    """A network as kernels draw it: its ties once each, how likely each is wrong, who may be tied to whom.

    ``left``, ``right`` (m,) int32; ``wrong`` (m,); ``kind`` (n,) int32; ``meets`` (kinds, kinds) says between
    which kinds of party a tie is told at all: only there can one be missing.
    """

    structure: Structure
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    wrong: NDArray[np.float64]
    kind: NDArray[np.int32]
    meets: NDArray[np.bool_]
    missing: float
    closing: float


def doubted(network: Network, errors: Errors) -> Doubted:
    """Return the network with its doubts; a tie told several times is as doubtful as its best telling.

    Tellings are not taken as independent: newspapers repeat each other.
    """
    return of_structure(network.structure(), kinds(network), errors, _wrong(network, errors))


def of_structure(
    structure: Structure, kind: NDArray[np.int32], errors: Errors, wrong: NDArray[np.float64] | None = None
) -> Doubted:
    """Return a structure with its doubts: ``wrong`` (m,) by tie in ascending order, or the same for all."""
    left = np.repeat(np.arange(structure.parties, dtype=np.int32), np.diff(structure.starts))
    once = left < structure.ends
    left, right = left[once], structure.ends[once]
    meets = np.zeros((int(kind.max(initial=0)) + 1,) * 2, np.bool_)
    meets[kind[left], kind[right]] = meets[kind[right], kind[left]] = True
    same = np.full(len(left), errors.otherwise)
    doubt = same if wrong is None else wrong
    return Doubted(structure, left, right, doubt, kind, meets, float(errors.missing), float(errors.closing))


def kinds(network: Network) -> NDArray[np.int32]:
    """Number the kinds of the parties (n,), from 0, in the order of their codes."""
    return np.asarray(network.parties["kind"].fill_null("").rank("dense"), np.int32) - np.int32(1)


def _wrong(network: Network, errors: Errors) -> NDArray[np.float64]:
    numbers = network.parties.select("id", number=pl.int_range(pl.len(), dtype=pl.Int64))
    ties = network.ties.with_columns(
        network.ties.select(id=pl.col(end))
        .join(numbers, on="id", how="left", maintain_order="left")["number"]
        .alias(end)
        for end in ("from", "to")
    )
    rests = ties.select("basis", "reliability").unique()
    rates = rests.with_columns(
        wrong=pl.Series([errors.rate(*row) for row in rests.iter_rows()], dtype=pl.Float64)
    )
    told = (
        ties.join(rates, on=("basis", "reliability"), how="left", nulls_equal=True)
        .select(low=pl.min_horizontal("from", "to"), high=pl.max_horizontal("from", "to"), wrong="wrong")
        .filter(pl.col("low") != pl.col("high"))
    )
    return np.asarray(told.group_by("low", "high").agg(pl.min("wrong")).sort("low", "high")["wrong"])


@compiled
def drawn(told: Doubted, dice: np.random.Generator) -> Structure:
    """Draw a network that may be the true one: told ties left out by their doubt, untold ones added.

    For each tie that is kept, missing / (1 − missing) untold ones are expected; their number is Poisson. One
    that closes is a walk of two steps from the end of a tie drawn at random.
    """
    kept = np.empty(len(told.left), np.bool_)
    for tie in range(len(kept)):
        kept[tie] = dice.random() >= told.wrong[tie]
    left, right = told.left[kept], told.right[kept]
    untold = dice.poisson(len(left) * told.missing / (1.0 - told.missing)) if told.missing else 0
    n = len(told.kind)
    codes = np.empty(untold, np.int64)
    found = 0
    for _ in range(untold if n > 1 else 0):
        low, high = _untold(told, dice, dice.random() < told.closing)
        if low < high:
            codes[found] = np.int64(low) * n + high
            found += 1
    new = np.unique(codes[:found])
    return _rows(
        n,
        np.concatenate((left, (new // max(n, 1)).astype(np.int32))),
        np.concatenate((right, (new % max(n, 1)).astype(np.int32))),
    )


@compiled
def _untold(told: Doubted, dice: np.random.Generator, closing: bool) -> tuple[int, int]:
    """Draw two parties without a told tie, whose kinds meet; the same party twice where none is found."""
    starts, ends = told.structure
    n = len(told.kind)
    for _ in range(_TRIES):
        if closing and len(ends):
            arc = dice.integers(0, len(ends))
            middle = ends[arc]
            degree = starts[middle + 1] - starts[middle]
            one = np.searchsorted(starts, arc, side="right") - 1
            other = np.int64(ends[starts[middle] + dice.integers(0, degree)])
        else:
            one, other = dice.integers(0, n), dice.integers(0, n)
        low, high = int(min(one, other)), int(max(one, other))
        row = ends[starts[low] : starts[low + 1]]
        place = np.searchsorted(row, high)
        told_already = place < len(row) and row[place] == high
        if low != high and told.meets[told.kind[low], told.kind[high]] and not told_already:
            return low, high
    return 0, 0


@compiled
def _rows(n: int, left: NDArray[np.int32], right: NDArray[np.int32]) -> Structure:
    """Lay ties, each once, out as ascending rows: sorted by head, then by tail, each in one pass."""
    starts = np.zeros(n + 1, np.int64)
    for tie in range(len(left)):
        starts[left[tie] + 1] += 1
        starts[right[tie] + 1] += 1
    for party in range(n):
        starts[party + 1] += starts[party]
    tails = np.empty(2 * len(left), np.int32)
    at = starts[:-1].copy()
    for tie in range(len(left)):
        one, other = left[tie], right[tie]
        tails[at[one]], tails[at[other]] = other, one
        at[one] += 1
        at[other] += 1
    ends = np.empty(2 * len(left), np.int32)
    at[:] = starts[:-1]
    for head in range(n):
        for tail in tails[starts[head] : starts[head + 1]]:
            ends[at[tail]] = head
            at[tail] += 1
    return Structure(starts, ends)
