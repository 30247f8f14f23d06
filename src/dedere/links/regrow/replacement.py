"""A network after a removal, and after those left have found others: efficiency, density, largest part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.links.measures.efficiency import nearness
from dedere.links.regrow.outlook import Floats, Outlook, Told, outcomes
from dedere.links.regrow.seeking import DEGREE, DISTANCE, KIN, RANDOM, Search, sought
from dedere.links.regrow.study import study
from dedere.links.structure import Structure, components, of_ends
from dedere.words.unreadable import Unreadable

Done = Callable[[int, int], None]
PREFERENCES = {
    "replaced-at-random": RANDOM,
    "replaced-by-standing": DEGREE,
    "replaced-nearby": DISTANCE,
    "replaced-by-kin": KIN,
}
CAVEATS = ("one-tie-each", "no-newcomers", "no-clock", "structure-not-deeds")
MOST = 50_000  # parties; beyond, a search through all of them for each tie lost takes hours
_EXACT = 2_000
_SAMPLED = 256


class TooLarge(Unreadable):
    """A network in which every search for another partner would take too long, or in which nobody is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A network, who is removed (n,), the role of each (n,) and who is kin to whom."""

    structure: Structure
    gone: NDArray[np.bool_]
    role: NDArray[np.int32]
    kin: Structure

    @property
    def search(self) -> Search:
        """What a search goes by."""
        return Search(self.structure, self.gone, self.role, self.kin)


def replacement(given: Given, *, draws: int = 200, seed: int = 1, done: Done | None = None) -> Outlook:
    """Compare a network before a removal, after it, and after each way to replace who is gone.

    Efficiency and density are those among the parties left, so that they may rise. Replacement among kin is
    left out where nobody removed has kin left. ``done`` is told how many draws are done, and may raise to
    stop. The same seed gives the same answer. TooLarge above 50,000 parties, or with fewer than two left.
    """
    _demand_possible(given)
    from_study = study("replacement")
    chance = from_study.assumptions["looks-for-another"]
    nobody = np.zeros_like(given.gone)
    sources = _sources(given, seed)
    told = [
        Told(
            scenario=scenario,
            persons=int(gone.sum()),
            figures=_figures(given.structure, gone, sources, draws),
            courses={},
        )
        for scenario, gone in (("before", nobody), ("removed", given.gone))
    ]
    rows: dict[str, list[Floats]] = {scenario: [] for scenario in _scenarios(given)}
    chances = np.empty(draws)
    for number in range(draws):
        dice = np.random.default_rng((seed, number))
        chances[number] = dice.triangular(chance.low, chance.value, chance.high)
        for scenario, found in rows.items():
            after = regrown(given, PREFERENCES[scenario], chances[number], dice)
            found.append(measured(after, given.gone, sources))
        if done:
            done(number + 1, draws)
    persons = int(given.gone.sum())
    told += [
        Told(scenario=scenario, persons=persons, figures=_named(np.array(found)), courses={})
        for scenario, found in rows.items()
    ]
    return Outlook(
        model="replacement",
        study=from_study,
        draws=draws,
        seed=seed,
        outcomes=outcomes(told, {chance.code: chances}, np.empty(0), "efficiency"),
        caveats=CAVEATS if len(rows) == len(PREFERENCES) else (*CAVEATS, "no-kin"),
    )


def regrown(given: Given, preference: int, chance: float, dice: np.random.Generator) -> Structure:
    """Return the network after each orphan has looked for another, in an order that the dice give."""
    lost, orphans = _orphaned(given)
    order = dice.permutation(len(orphans))
    made = sought(given.search, orphans[order], lost[order], preference, chance, dice)
    n = given.structure.parties
    tails = np.repeat(np.arange(n, dtype=np.int32), np.diff(given.structure.starts))
    return of_ends(n, np.append(tails, made[:, 0]), np.append(given.structure.ends, made[:, 1]))


def measured(structure: Structure, gone: NDArray[np.bool_], sources: NDArray[np.int32]) -> Floats:
    """Return efficiency and density among those left, and the share of them in the largest part."""
    left = len(gone) - int(gone.sum())
    _, sizes = components(structure, gone)
    tails = np.repeat(np.arange(len(gone)), np.diff(structure.starts))
    ties = int((~gone[tails] & ~gone[structure.ends]).sum()) // 2
    return np.array(
        [
            nearness(structure, gone, sources).sum() / (len(sources) * (left - 1)),
            2 * ties / (left * (left - 1)),
            sizes.max() / left,
        ]
    )


def _orphaned(given: Given) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return each tie that a removal cuts, as who is lost and who is left without."""
    n = given.structure.parties
    tails = np.repeat(np.arange(n, dtype=np.int32), np.diff(given.structure.starts))
    cut = given.gone[tails] & ~given.gone[given.structure.ends]
    return tails[cut], given.structure.ends[cut]


def _scenarios(given: Given) -> Sequence[str]:
    tails = np.repeat(given.gone, np.diff(given.kin.starts))
    kin_left = bool((tails & ~given.gone[given.kin.ends]).any())
    return [scenario for scenario, code in PREFERENCES.items() if code != KIN or kin_left]


def _sources(given: Given, seed: int) -> NDArray[np.int32]:
    """From whom ways are measured: all who are left, or a sample of them, the same in every draw."""
    left = np.flatnonzero(~given.gone).astype(np.int32)
    if len(left) <= _EXACT:
        return left
    return np.random.default_rng((seed, 0)).choice(left, _SAMPLED, replace=False)


def _figures(
    structure: Structure, gone: NDArray[np.bool_], sources: NDArray[np.int32], draws: int
) -> dict[str, Floats]:
    return _named(np.tile(measured(structure, gone, sources), (draws, 1)))


def _named(rows: Floats) -> dict[str, Floats]:
    return dict(zip(("efficiency", "density", "largest-share"), rows.T, strict=True))


def _demand_possible(given: Given) -> None:
    n, left = given.structure.parties, int((~given.gone).sum())
    if n > MOST or left < 2:
        raise TooLarge(
            where="network",
            what=f"{n:,} parties, of whom {left:,} are left",
            remedy=f"give one of at most {MOST:,}, and leave two: a slice, or a projection on persons",
        )
