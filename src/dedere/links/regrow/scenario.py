"""Scenarios side by side at national scale: persons surrendered, or as many fewer recruited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from dedere.links.regrow.national import YEAR, Course, Floats, Phase, Rates, course
from dedere.links.regrow.outlook import Outlook, Told, outcomes
from dedere.links.regrow.study import Study, study
from dedere.links.regrow.worlds import World, drawn
from dedere.words.unreadable import Unreadable

Done = Callable[[int, int], None]
UNCHANGED, SURRENDER = "unchanged", "surrender"
INSTEAD = ("recruitment", "arrests", "halved-recruitment", "no-recruitment", "doubled-arrests")
_FACTORS = {
    "halved-recruitment": ("recruitment", 0.5),
    "no-recruitment": ("recruitment", 0.0),
    "doubled-arrests": ("arrests", 2.0),
}
QUARTER = 13  # weeks from one point of a course to the next
CAVEATS = (
    "members-not-leaders",
    "fitted-until-2022",
    "stand-in-rivalries",
    "rates-stay",
    "largest-group",
    "no-forecast-of-places",
)


class ImpossibleScenario(Unreadable):
    """A scenario that takes away more persons than there are, or more recruits than there would be."""


def national(
    persons: int,
    instead: Sequence[str] = ("recruitment",),
    *,
    years: int = 5,
    draws: int = 200,
    seed: int = 1,
    done: Done | None = None,
) -> Outlook:
    """Compare surrendering ``persons`` of the largest group at once with the scenarios ``instead``.

    `recruitment` and `arrests` are the same number of persons, fewer recruited or more arrested, spread over
    the first year; the others hold all along. ``done`` is told how many draws of how many are done, and may
    raise to stop. The same seed gives the same answer. ImpossibleScenario where nobody would be left.
    """
    from_study = study("national")
    worlds, weeks = [], np.arange(0.0, years * YEAR + 1)
    courses: list[list[Course]] = []
    scenarios = (UNCHANGED, SURRENDER, *instead)
    for number in range(draws):
        worlds.append(drawn(from_study, seed, number))
        courses.append(_side_by_side(worlds[-1], scenarios, persons, weeks))
        if done:
            done(number + 1, draws)
    told = [
        _told(scenario, persons, [row[place] for row in courses], [world.sizes.sum() for world in worlds])
        for place, scenario in enumerate(scenarios)
    ]
    return Outlook(
        model="national",
        study=from_study,
        draws=draws,
        seed=seed,
        outcomes=outcomes(
            told, drawn_values(from_study, [world.drawn for world in worlds]), weeks[::QUARTER], "killed"
        ),
        caveats=CAVEATS,
    )


def drawn_values(from_study: Study, drawn: Sequence[Mapping[str, float]]) -> dict[str, Floats]:
    """Return the assumptions that were drawn, (draws,) each."""
    return {
        code: np.array([each[code] for each in drawn])
        for code, about in from_study.assumptions.items()
        if about.low < about.high
    }


def persons_count(scenario: str) -> bool:
    """Whether a scenario is about a number of persons."""
    return scenario != UNCHANGED and scenario not in _FACTORS


def _side_by_side(world: World, scenarios: Sequence[str], persons: int, weeks: Floats) -> list[Course]:
    unchanged = course(world.sizes, world.strength, (Phase(weeks[-1], world.rates),), weeks)
    recruits = float(unchanged.recruited[YEAR])
    found = [unchanged]
    for scenario in scenarios[1:]:
        sizes = without(world.sizes, persons) if scenario == SURRENDER else world.sizes
        ahead = phases(scenario, world.rates, persons, recruits, weeks[-1])
        found.append(course(sizes, world.strength, ahead, weeks))
    return found


def phases(scenario: str, rates: Rates, persons: int, recruits: float, until: float) -> tuple[Phase, ...]:
    """Return the rates of a scenario; ``recruits`` are those of the first year if nothing changes."""
    if scenario in _FACTORS:
        name, factor = _FACTORS[scenario]
        return (Phase(until, rates._replace(**{name: factor * getattr(rates, name)})),)
    if scenario == "arrests":
        return Phase(YEAR, rates._replace(arrests=rates.arrests + persons / YEAR)), Phase(until, rates)
    if scenario == "recruitment":
        if persons > recruits:
            raise ImpossibleScenario(
                where=f"--instead recruitment, {persons:,} persons",
                what=f"no more than {recruits:,.0f} would be recruited in a year",
                remedy="name fewer persons, or --instead no-recruitment",
            )
        fewer = rates._replace(recruitment=rates.recruitment * (1 - persons / recruits))
        return Phase(YEAR, fewer), Phase(until, rates)
    return (Phase(until, rates),)


def without(sizes: Floats, persons: int) -> Floats:
    """Return the groups with ``persons`` taken from the largest and, where it has fewer, from the next."""
    if persons >= sizes.sum():
        raise ImpossibleScenario(
            where=f"--remove {persons:,}",
            what=f"the groups have {sizes.sum():,.0f} members in all",
            remedy="name fewer persons",
        )
    left, order = sizes.copy(), np.argsort(-sizes, kind="stable")
    before = np.cumsum(sizes[order]) - sizes[order]
    left[order] -= np.clip(persons - before, 0, sizes[order])
    return left


def _told(scenario: str, persons: int, courses: Sequence[Course], before: Sequence[float]) -> Told:
    members, deaths = (
        np.array([each.members for each in courses]),
        np.array([each.deaths for each in courses]),
    )
    figures = {
        "members": members[:, -1],
        "deaths": deaths[:, -1],
        "killed": np.array([each.killed[-1] for each in courses]),
    }
    if scenario == SURRENDER:
        figures["made-good"] = _made_good(members, np.array(before))
    return Told(
        scenario=scenario,
        persons=persons if persons_count(scenario) else 0,
        figures=figures,
        courses={"members": members[:, ::QUARTER], "deaths": deaths[:, ::QUARTER]},
    )


def _made_good(members: Floats, before: Floats) -> Floats:
    """The first week in which there are as many members as before a removal; the last if there never are."""
    again = members >= before[:, None]
    first = np.where(again.any(axis=1), again.argmax(axis=1), members.shape[1] - 1)
    return np.asarray(first, np.float64)
