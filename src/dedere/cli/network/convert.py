"""``dedere network convert``: a network in another form, whole or the part of it that is asked for."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dedere.cli.network.read import Graph
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import Words, words

if TYPE_CHECKING:
    from dedere.links.network import Network

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day, such as 2014-01-31.")]


class Mode(str, Enum):
    """Of whom a projection is."""

    PERSON = "person"
    ORGANISATION = "organisation"


def convert(
    graph: Graph,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="NAME.csv, NAME.graphml, NAME.json, or a folder for tables."),
    ],
    counting: Annotated[
        bool, typer.Option("--counting", help="Only ties that count as ties of crime.")
    ] = False,
    since: Day = None,
    until: Day = None,
    on: Annotated[
        Mode | None, typer.Option("--on", help="Tie those who share one of the other kind: a projection.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Write a network in another form, told by the suffix. Ends with 1 where a row was set aside."""
    from dedere.links import reading, writing

    say = words(lang)
    network = _part(reading.read(graph), counting, _period(since, until), on, say)
    writing.write(network, output)
    aside = sum(network.told.set_aside.values())
    figures = {
        "graph": str(graph),
        "output": str(output),
        "parties": network.parties.height,
        "ties": network.ties.height,
        "made": [{"step": step.code, **step.facts} for step in network.made],
        "set_aside": aside,
    }
    if as_json:
        print_json(figures)
    else:
        print_text(say.say("network-read", **{**figures, "graph": output}))
        for step in network.made:
            print_text("  " + say.sentence(f"network-made.{step.code}", step.facts))
        if output.suffix == ".csv":
            print_text(say.say("network-ties-alone"))
        if aside:
            print_text(say.say("network-set-aside", rows=aside))
    raise typer.Exit(AGAINST if aside else DONE)


def _period(since: datetime | None, until: datetime | None) -> tuple[date, date] | None:
    if since is None and until is None:
        return None
    first = since.date() if since else date.min
    last = until.date() if until else date.max
    if first > last:
        stop("--until: the period ends before it begins; turn the two days round")
    return first, last


def _part(
    network: Network, counting: bool, period: tuple[date, date] | None, on: Mode | None, say: Words
) -> Network:
    """The part of the network that is asked for, each step told by it."""
    from dedere.links.counting import of_crime
    from dedere.links.projection import projected
    from dedere.links.slices import between
    from dedere.words import Refused

    if counting:
        network = of_crime(network)
    if period:
        network = between(network, *period)
    if on is None:
        return network
    found = projected(network, on.value)
    if isinstance(found, Refused):
        stop(f"--on: {say.refusal(found)}", AGAINST)
    return found
