"""Leaders removed: each group goes on under another, or splits in parts at war with each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from dedere.links.regrow.national import YEAR, Course, Floats, Phase, course, enmity
from dedere.links.regrow.outlook import Outlook, Told, outcomes
from dedere.links.regrow.scenario import QUARTER, UNCHANGED, drawn_values, persons_count, phases
from dedere.links.regrow.study import study
from dedere.links.regrow.worlds import World, drawn, values
from dedere.words.unreadable import Unreadable

Done = Callable[[int, int], None]
LEADERS = "leaders-removed"
CAVEATS = (
    "splits-are-supposed",
    "largest-groups-led",
    "members-not-leaders",
    "fitted-until-2022",
    "stand-in-rivalries",
    "studies-disagree",
)


class TooFewGroups(Unreadable):
    """More leaders than there are groups."""


class Groups(NamedTuple):
    """Groups with ``sizes`` (g,), ``allied`` (g,) and ``rivalry`` (g, g), as in the national model."""

    sizes: Floats
    allied: Floats
    rivalry: Floats


def succession(
    leaders: int,
    instead: Sequence[str] = ("recruitment",),
    *,
    years: int = 5,
    draws: int = 200,
    seed: int = 1,
    done: Done | None = None,
) -> Outlook:
    """Compare the removal of the leaders of the largest groups, one each, with the scenarios ``instead``.

    What becomes of members and deaths is reckoned by the national model. ``done`` is told how many draws of
    how many are done, and may raise to stop. The same seed gives the same answer. TooFewGroups where there
    are more leaders than groups.
    """
    of_groups, of_splits = study("national"), study("succession")
    if leaders > of_groups.value("groups"):
        raise TooFewGroups(
            where=f"--remove {leaders:,}",
            what=f"the model has {of_groups.value('groups'):.0f} groups, each with one leader",
            remedy="name fewer leaders",
        )
    weeks = np.arange(0.0, years * YEAR + 1, QUARTER)
    scenarios = (UNCHANGED, LEADERS, *instead)
    rows, drawn_so = [], []
    for number in range(draws):
        world, dice = drawn(of_groups, seed, number), np.random.default_rng((seed, number, 1))
        chances = values(of_splits, dice)
        after = split(_groups(world), leaders, chances, dice)
        drawn_so.append({**world.drawn, **chances})
        rows.append(_side_by_side(world, after, scenarios, leaders, weeks))
        if done:
            done(number + 1, draws)
    both = replace(
        of_splits,
        sources={**of_groups.sources, **of_splits.sources},
        assumptions={**of_groups.assumptions, **of_splits.assumptions},
    )
    told = [
        _told(scenario, leaders, [row[place] for row in rows]) for place, scenario in enumerate(scenarios)
    ]
    return Outlook(
        model="succession",
        study=both,
        draws=draws,
        seed=seed,
        outcomes=outcomes(told, drawn_values(both, drawn_so), weeks, "killed"),
        caveats=CAVEATS,
    )


def split(groups: Groups, leaders: int, chances: Mapping[str, float], dice: np.random.Generator) -> Groups:
    """Return the groups after the ``leaders`` largest lost their leaders: each as it was, or in parts.

    Parts share members and rivalries in one proportion, drawn evenly among all proportions; of the alliances
    they share what they do not each keep. Among each other they are at war.
    """
    shares = [
        dice.dirichlet(np.ones(round(chances["parts"]))) if dice.random() < chances["splits"] else np.ones(1)
        for _ in range(leaders)
    ]
    order = np.argsort(-groups.sizes, kind="stable")
    shares += [np.ones(1)] * (len(order) - leaders)
    origin = np.repeat(order, [len(each) for each in shares])
    share = np.concatenate(shares)
    rivalry = groups.rivalry[np.ix_(origin, origin)] * np.outer(share, share)
    rivalry[origin[:, None] == origin] = chances["parts-at-war"]
    kept = chances["alliances-kept"]
    allied = groups.allied[origin] * (kept + (1 - kept) * share)
    return Groups(groups.sizes[origin] * share, allied, rivalry)


def _groups(world: World) -> Groups:
    return Groups(world.sizes, world.allied, world.rivalry)


def _side_by_side(
    world: World, after: Groups, scenarios: Sequence[str], leaders: int, weeks: Floats
) -> list[tuple[Course, int]]:
    """Return what each scenario comes to, with the number of groups."""
    as_it_is = _groups(world)
    unchanged = _followed(as_it_is, (Phase(weeks[-1], world.rates),), weeks)
    recruits = float(unchanged.recruited[weeks == YEAR][0])
    found = [(unchanged, len(as_it_is.sizes))]
    for scenario in scenarios[1:]:
        groups = after if scenario == LEADERS else as_it_is
        ahead = phases(scenario, world.rates, leaders, recruits, weeks[-1])
        found.append((_followed(groups, ahead, weeks), len(groups.sizes)))
    return found


def _followed(groups: Groups, ahead: Sequence[Phase], weeks: Floats) -> Course:
    return course(groups.sizes, enmity(groups.allied, groups.rivalry), ahead, weeks)


def _told(scenario: str, leaders: int, found: Sequence[tuple[Course, int]]) -> Told:
    members = np.array([each.members for each, _ in found])
    deaths = np.array([each.deaths for each, _ in found])
    return Told(
        scenario=scenario,
        persons=leaders if persons_count(scenario) else 0,
        figures={
            "groups": np.array([groups for _, groups in found], np.float64),
            "members": members[:, -1],
            "deaths": deaths[:, -1],
            "killed": np.array([each.killed[-1] for each, _ in found]),
        },
        courses={"members": members, "deaths": deaths},
    )
