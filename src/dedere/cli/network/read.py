"""``dedere network read``: what a file tells of a network, what was set aside, and which ties count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dedere.cli.output import AGAINST, DONE, print_json, print_text
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import Words, words

if TYPE_CHECKING:
    import polars as pl

    from dedere.links.network import Network

Graph = Annotated[
    Path,
    typer.Argument(help="An edge list (CSV), GraphML, FollowTheMoney, or a folder with ties.csv."),
]
Figures = Mapping[str, Any]


def read(graph: Graph, as_json: AsJson = False, lang: Lang = "en") -> None:
    """Read a network and say what is in it. Ends with 1 where a row was set aside."""
    from dedere.links import reading

    say = words(lang)
    figures = read_figures(graph, reading.read(graph))
    if as_json:
        print_json(figures)
    else:
        print_text("\n".join(_lines(figures, say)))
    raise typer.Exit(AGAINST if figures["set_aside"] else DONE)


def read_figures(graph: Path, network: Network) -> Figures:
    """What was read, as figures."""
    from dedere.links.counting import reasons

    told, ties = network.told, network.ties
    return {
        "graph": str(graph),
        "read_as": dict(told.facts),
        "parties": _counted(network.parties["kind"]),
        "ties": ties.height,
        "rows": told.rows,
        "self_ties": told.self_ties,
        "doubles": told.doubles,
        "passed": told.passed,
        "set_aside": dict(told.set_aside),
        "unread": dict(told.unread),
        "kinds": _counted(ties["kind"]),
        "basis": _counted(ties["basis"]),
        "undated": int((ties["since"].is_null() & ties["until"].is_null()).sum()),
        "left_out": _counted(reasons(ties).drop_nulls()),
        "aside": [
            {"file": file, "row": each.row, "line": each.line, "code": each.code, "read": each.read}
            for file, rows in told.shown.items()
            for each in rows
        ],
    }


def _counted(codes: pl.Series) -> dict[str, int]:
    """How many there are of each code, most first; what has none is `not-told`."""
    counts = (
        codes.fill_null("not-told")
        .rename("code")
        .value_counts()
        .sort("count", "code", descending=[True, False])
    )
    return dict(counts.iter_rows())


def _lines(figures: Figures, say: Words) -> Iterator[str]:
    parties = sum(figures["parties"].values())
    yield say.say("network-read", **{**figures, "parties": parties, "kinds": len(figures["kinds"])})
    yield from _counts(figures["parties"], "party-kind", say)
    yield say.say("network-kinds")
    yield from _counts(figures["kinds"], "tie", say)
    yield say.say("network-basis", undated=figures["undated"])
    yield from _counts(figures["basis"], "tie-basis", say)
    if figures["left_out"]:
        yield say.say("network-left-out", ties=sum(figures["left_out"].values()))
        yield from _counts(figures["left_out"], "tie-left-out", say)
    yield from _account(figures, say)


def _account(figures: Figures, say: Words) -> Iterator[str]:
    """What became of the rows that are not in the network."""
    for code in ("self_ties", "doubles", "passed"):
        if figures[code]:
            yield say.say(f"network-{code.replace('_', '-')}", rows=figures[code])
    yield from _counts(figures["unread"], "unread", say)
    if figures["set_aside"]:
        yield say.say("network-set-aside", rows=sum(figures["set_aside"].values()))
        yield from _counts(figures["set_aside"], "aside", say)
    for each in figures["aside"]:
        yield say.say("network-aside", **{**each, "told": say.code("aside", each["code"])})


def _counts(counts: Mapping[str, int], group: str, say: Words) -> Iterator[str]:
    """One line for each code, with its number."""
    for code, number in counts.items():
        told = say.say("network-not-told") if code == "not-told" else say.code(group, code)
        yield f"  {number:,} · {told}"
