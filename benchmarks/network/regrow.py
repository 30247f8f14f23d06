"""What papers published of what comes after a removal, beside what the models here come to.

A figure is how far ours is off what was published; both stand beside it. Run it as
``python -m benchmarks.network.regrow``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import rustworkx as rx

from benchmarks.rows import OURS, Row, main
from dedere.links.regrow.national import YEAR, Course, Phase, course
from dedere.links.regrow.replacement import Given, replacement
from dedere.links.regrow.scenario import without
from dedere.links.regrow.study import study
from dedere.links.regrow.succession import succession
from dedere.links.regrow.worlds import DECADE, World, central
from dedere.links.structure import of_ends

# A stand-in for the police data of the paper, which are not public: scale-free, as the paper thinks its
# networks are. Its size is ours: the paper's was not found in a text that could be read.
PARTIES, TIES = 800, 2
LEADERS = 25  # removed in the four years that the counts are about


def measure(quick: bool) -> Iterable[Row]:
    """Yield each published figure with ours."""
    world = central(study("national"))
    yield from _pairs("national", _decade(world))
    yield from _pairs("national", _five_years(world))
    for persons in (29, 1_000):
        unit = "weeks until there are as many members again"
        figure = _made_good(world, persons)
        yield Row(work=f"national, {persons:,} removed", who=OURS, figure=figure, unit=unit, better="lower")
    yield from _replaced(quick)
    yield from _split(50 if quick else 400)


def _pairs(model: str, found: Iterable[tuple[str, float, str]]) -> Iterator[Row]:
    for code, figure, unit in found:
        published = study(model).published[code]
        off = abs(figure - published.value)
        verdict = "agrees" if off <= published.within else "does not agree"
        yield Row(
            work=f"{model}, {code}: published {published.value:,.10g}, ours {figure:,.1f}, {verdict}",
            who=OURS,
            figure=round(off, 3),
            unit=f"{unit} off, {published.within:g} at most",
            better="lower",
        )


def _decade(world: World) -> Iterator[tuple[str, float, str]]:
    decade = world.decade
    yield "members-2022", decade.members[-1], "members"
    yield "deaths-a-week-2022", decade.deaths[-1], "deaths a week"
    yield "recruits-a-week", decade.recruited[-1] / DECADE, "recruits a week"


def _five_years(world: World) -> Iterator[tuple[str, float, str]]:
    for suffix, changes in (
        ("", {}),
        ("-doubled-arrests", {"arrests": 2.0}),
        ("-halved-recruitment", {"recruitment": 0.5}),
    ):
        after = _onward(world, changes)
        for what in ("members", "deaths"):
            told = getattr(after, what)
            yield f"{what}-2027{suffix}", float(100 * (told[-1] / told[0] - 1)), "per cent"
    none = _onward(world, {"recruitment": 0.0})
    back = float(none.weeks[none.deaths <= world.decade.deaths[0]][0])
    yield "years-to-2012-without-recruitment", back / YEAR, "years"


def _onward(world: World, changes: dict[str, float]) -> Course:
    rates = world.rates._replace(**{name: getattr(world.rates, name) * by for name, by in changes.items()})
    weeks = np.arange(0.0, 5 * YEAR + 1)
    return course(world.sizes, world.strength, (Phase(weeks[-1], rates),), weeks)


def _made_good(world: World, persons: int) -> float:
    weeks = np.arange(0.0, YEAR + 1, 0.1)
    after = course(without(world.sizes, persons), world.strength, (Phase(YEAR + 1, world.rates),), weeks)
    return round(float(weeks[after.members >= world.sizes.sum()][0]), 1)


def _replaced(quick: bool) -> Iterator[Row]:
    for kind, removed in (("hubs", 29), ("at random", 29)):
        found = replacement(_network(kind, removed), draws=10 if quick else 200)
        for outcome in found.outcomes:
            for figure in ("efficiency", "density"):
                interval = outcome.figures[figure]
                work = f"replacement, {removed} of {PARTIES} removed, {kind}: {outcome.scenario}, {figure}"
                if outcome.scenario not in {"before", "removed"}:
                    work += " (published: higher than before)" if figure == "efficiency" else ""
                told = round(interval.median, 4)
                spread = f"median, 90 of 100 draws {interval.low:.4f} to {interval.high:.4f}"
                yield Row(work=work, who=OURS, figure=told, unit=spread, better="higher")


def _network(kind: str, removed: int) -> Given:
    ends = np.array(list(rx.barabasi_albert_graph(PARTIES, TIES, seed=1).edge_list()), np.int32)
    structure = of_ends(PARTIES, ends[:, 0], ends[:, 1])
    order = np.argsort(-np.diff(structure.starts), kind="stable")
    chosen = order if kind == "hubs" else np.random.default_rng(1).permutation(PARTIES)
    gone = np.isin(np.arange(PARTIES), chosen[:removed])
    nobody = of_ends(PARTIES, np.empty(0, np.int32), np.empty(0, np.int32))
    return Given(structure=structure, gone=gone, role=np.zeros(PARTIES, np.int32), kin=nobody)


def _split(draws: int) -> Iterator[Row]:
    after = succession(LEADERS, (), years=4, draws=draws).outcomes[1].against
    for code, interval, count in (
        ("groups-added-by-25-removals", after["groups"], 1),
        ("deaths-a-removal", after["killed"], LEADERS),
    ):
        unit = f"{interval.low / count:.1f} to {interval.high / count:.1f} in 90 of 100 draws, median"
        yield from _pairs("succession", [(code, interval.median / count, unit)])


if __name__ == "__main__":
    main(measure, __doc__ or "")
