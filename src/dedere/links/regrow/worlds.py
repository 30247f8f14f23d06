"""Mexico's groups as a model has them in 2022: at the central values, or drawn within what was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dedere.links.regrow.national import (
    YEAR,
    Course,
    Floats,
    Phase,
    Rates,
    by_rank,
    course,
    enmity,
    rivalries,
)
from dedere.links.regrow.study import Study, UnreadableStudy

DECADE = 10 * YEAR  # from 2012, where the paper begins, to 2022, where its data end
TRIES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Groups in 2022, by rank of 2012, with the rates that brought them there and go on."""

    drawn: Mapping[str, float]
    rates: Rates
    allied: Floats
    rivalry: Floats
    decade: Course

    @property
    def strength(self) -> Floats:
        """What conflict between each pair (groups, groups) is multiplied by: S."""
        return enmity(self.allied, self.rivalry)

    @property
    def sizes(self) -> Floats:
        """Members of each group (groups,) in 2022."""
        return np.asarray(self.decade.sizes[-1])


def central(study: Study) -> World:
    """The world of the central values; rivalries are as expected from their sums."""
    return _world(study, {code: each.value for code, each in study.assumptions.items()}, None)


def drawn(study: Study, seed: int, number: int) -> World:
    """Draw world ``number`` of a seed: the same whatever other worlds are drawn.

    Worlds whose members in 2022 are outside the published range are drawn again; UnreadableStudy where none
    of 500 is within it.
    """
    rng = np.random.default_rng((seed, number))
    low, high = study.value("members-2022-low"), study.value("members-2022-high")
    for _ in range(TRIES):
        world = _world(study, values(study, rng), rng)
        if low <= world.sizes.sum() <= high:
            return world
    raise UnreadableStudy(
        where=study.id,
        what=f"none of {TRIES} draws comes to between {low:,.0f} and {high:,.0f} members in 2022",
        remedy="narrow the ranges of the assumptions",
    )


def values(study: Study, rng: np.random.Generator) -> dict[str, float]:
    """Draw each assumption from the triangle over its low, value and high; one value is taken as it is."""
    return {
        code: float(rng.triangular(each.low, each.value, each.high)) if each.low < each.high else each.value
        for code, each in study.assumptions.items()
    }


def _world(study: Study, told: Mapping[str, float], rng: np.random.Generator | None) -> World:
    rates = Rates(told["recruitment"], told["arrests"], told["conflict"], told["saturation"])
    allied = np.array(study.ranks["allied"])
    rivalry = rivalries(np.array(study.ranks["at_war"]), rng)
    start = by_rank(told["members-2012"], int(told["groups"]))
    ahead = (Phase(DECADE, rates),)
    return World(
        drawn=told,
        rates=rates,
        allied=allied,
        rivalry=rivalry,
        decade=course(start, enmity(allied, rivalry), ahead, np.array([0.0, DECADE])),
    )
