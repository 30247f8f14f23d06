"""``dedere network load``: a network becomes that of the Network page, on record and sealed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from dedere.cli.network.read import Graph
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import words
from dedere.words import Refused


def load(
    graph: Graph,
    name: Annotated[str, typer.Option(help="Its name on the desk; the file's or folder's by default.")] = "",
    sources: Annotated[
        Path | None, typer.Option(help="Table of the sources that ties name: id, outlet, date, …")
    ] = None,
    by: Annotated[str, typer.Option(help="Who loads it, as the ledger says.")] = "operator",
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Load a network whole: what comes again is updated. Ends with 1 where a row was set aside."""
    say = words(lang)
    open_registry()
    from django.utils import timezone

    from dedere.clerk.network.graph import read_graph, read_sources
    from dedere.clerk.network.load import load as load_network
    from dedere.registry import published

    network, files = read_graph(graph)
    published.publish(read_sources(sources) if sources else ())
    loaded = load_network(name or graph.stem, network, files, by=by, at=timezone.now())
    if isinstance(loaded, Refused):
        stop(f"{graph}: {say.refusal(loaded)}", AGAINST)
    row, changes = loaded.row, loaded.changes
    aside = sum(network.told.set_aside.values())
    told: dict[str, Any] = {"network": row.number, "name": row.name, "parties": row.parties, "ties": row.ties}
    told |= {"added": changes.added, "changed": changes.changed, "withdrawn": changes.withdrawn}
    if as_json:
        print_json({**told, "set_aside": aside, "seal": row.seal})
    else:
        print_text(say.say("network-loaded", **told))
        if aside:
            print_text(say.say("network-set-aside", rows=aside))
    raise typer.Exit(AGAINST if aside else DONE)
