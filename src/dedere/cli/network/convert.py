"""``dedere network convert``: a network read in one form and written in another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.network.read import Graph
from dedere.cli.output import AGAINST, DONE, print_json, print_text
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import words


def convert(
    graph: Graph,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="NAME.csv, NAME.graphml, NAME.json, or a folder for tables."),
    ],
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Write a network in another form, told by the suffix. Ends with 1 where a row was set aside."""
    from dedere.links import reading, writing

    say, network = words(lang), reading.read(graph)
    writing.write(network, output)
    aside = sum(network.told.set_aside.values())
    figures = {
        "graph": str(graph),
        "output": str(output),
        "parties": network.parties.height,
        "ties": network.ties.height,
        "set_aside": aside,
    }
    if as_json:
        print_json(figures)
    else:
        print_text(say.say("network-read", **{**figures, "graph": output}))
        if output.suffix == ".csv":
            print_text(say.say("network-ties-alone"))
        if aside:
            print_text(say.say("network-set-aside", rows=aside))
    raise typer.Exit(AGAINST if aside else DONE)
