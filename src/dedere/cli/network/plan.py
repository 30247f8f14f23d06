"""``dedere network plan``: which lawful removal does most, how far that is proved, and what would move it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dedere.cli.network.read import Graph
from dedere.cli.network.turns import articles, turns_of
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.progress import bar
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import Words, words

if TYPE_CHECKING:
    from dedere.links.network import Network
    from dedere.links.plan import Plan, Turns, Wanted, Waves

STOPPED = 130  # as a shell says of what Ctrl-C ended

Budget = Annotated[float | None, typer.Option("--budget", help="How many may go, or what they may cost.")]
Until = Annotated[
    float | None,
    typer.Option("--until", help="Instead of a budget: percent of the parties in the largest part at most."),
]
Only = Annotated[
    Path | None,
    typer.Option("--only", help="Who can be surrendered: one id a line, or a CSV with a column id."),
]
Never = Annotated[Path | None, typer.Option("--never", help="Who cannot, in any of these.")]
Cost = Annotated[
    str, typer.Option("--cost", help="Column of what each costs, of --only's CSV or else of the network.")
]
Aim = Annotated[Literal["largest", "pairs"], typer.Option("--objective", help="What is to become small.")]
Exact = Annotated[
    bool | None, typer.Option("--exact/--fast", help="Seek a proof, or a good set soon. By size if not told.")
]
InWaves = Annotated[
    int | None,
    typer.Option("--waves", min=1, help="In so many waves, each with the budget; see the column from."),
]
Every = Annotated[int, typer.Option("--every", min=1, help="Months from one wave to the next.")]
Start = Annotated[
    datetime | None,
    typer.Option("--start", formats=["%Y-%m-%d"], help="First day of the first wave; today."),
]
Seconds = Annotated[float, typer.Option("--seconds", min=1, help="Seconds after which it ends.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same search.")]


def plan(
    graph: Graph,
    budget: Budget = None,
    until: Until = None,
    only: Only = None,
    never: Never = None,
    cost: Cost = "",
    objective: Aim = "largest",
    waves: InWaves = None,
    every: Every = 3,
    start: Start = None,
    exact: Exact = None,
    seconds: Seconds = 60,
    seed: Seed = 1,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Choose whom to surrender so that the network falls apart most. Ends with 1 where no set will do."""
    from dedere.links.deadline import Deadline

    say = words(lang)
    told, network = _network(graph)
    wanted = _wanted(told, network, budget, until, only, never, cost, objective)
    turns = turns_of(waves, every, start, only, wanted.absent) if waves else None
    since = Deadline(seconds)
    try:
        found = _planned(network, wanted, turns, exact, seconds, seed, say)
    except KeyboardInterrupt:
        stop(say.say("plan-stopped"), STOPPED)
    if as_json:
        print_json(_report(found, since.spent))
    else:
        print_text("\n".join(_lines(found, network, only, say)))
    raise typer.Exit(DONE if found.answer else AGAINST)


def _report(found: Plan | Waves, spent: float) -> dict[str, Any]:
    from dedere.links.plan import Plan
    from dedere.links.plan.report import report_plan
    from dedere.links.plan.wavereport import report_waves

    return report_plan(found, spent) if isinstance(found, Plan) else report_waves(found, spent)


def _lines(found: Plan | Waves, network: Network, only: Path | None, say: Words) -> Iterator[str]:
    from dedere.cli.network import plantext, wavestext
    from dedere.links.plan import Plan

    names = dict(network.parties.select("id", "name").iter_rows())
    if isinstance(found, Plan):
        return plantext.lines(found, names, say)
    return wavestext.lines(found, names, articles(only), say)


def _network(graph: Path) -> tuple[Network, Network]:
    """Return the network as told, and that of the ties which count."""
    from dedere.links import reading
    from dedere.links.counting import of_crime

    told = reading.read(graph)
    return told, of_crime(told)


def _wanted(
    told: Network,
    network: Network,
    budget: float | None,
    until: float | None,
    only: Path | None,
    never: Path | None,
    cost: str,
    objective: str,
) -> Wanted:
    from dedere.cli.network.lists import amounts, ids
    from dedere.links.objective import Objective
    from dedere.links.plan import Wanted

    costs = None
    if cost:
        costs = (amounts(only, cost) if only else None) or _costs(network, cost)
    listed, barred = ids(only) if only else None, ids(never) if never else ()
    absent = {*told.parties["id"]} - {*network.parties["id"]}
    return Wanted(
        budget=budget,
        until=None if until is None else until / 100,
        objective=Objective(objective),
        only=None if listed is None else [id for id in listed if id not in absent],
        never=[id for id in barred if id not in absent],
        costs=None if costs is None else {id: cost for id, cost in costs.items() if id not in absent},
        absent=sorted(absent & {*(listed or ()), *barred}),
    )


def _costs(network: Network, column: str) -> dict[str, float]:
    """What each party costs by a column of the network; who has none there costs 1."""
    from dedere.cli.network.lists import amount

    if column not in network.parties.columns:
        stop(f"--cost {column}: neither --only nor the network has such a column; name one that is there")
    told = network.parties.select("id", column).drop_nulls().iter_rows()
    return {id: amount(f"cost of {id}", str(text)) for id, text in told if str(text).strip()}


def _planned(
    network: Network,
    wanted: Wanted,
    turns: Turns | None,
    exact: bool | None,
    seconds: float,
    seed: int,
    say: Words,
) -> Plan | Waves:
    from dedere.links.plan import in_waves
    from dedere.links.plan import plan as found

    with bar() as shown:
        task = shown.add_task(say.say("plan-seeking"), total=1)

        def tell(stage: str, at: int, of: int) -> None:
            shown.update(task, description=say.say(f"plan-{stage}"), completed=at, total=of)

        if turns is None:
            return found(network, wanted, exact=exact, seconds=seconds, seed=seed, done=tell)
        return in_waves(network, wanted, turns, exact=exact, seconds=seconds, seed=seed, done=tell)
