"""``dedere network regrow``: what grows back after a removal, scenario beside scenario, with its doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dedere.cli.output import DONE, print_json, print_text, stop
from dedere.cli.progress import bar
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import words

if TYPE_CHECKING:
    from dedere.links.regrow.outlook import Outlook

Model = Literal["national", "replacement", "succession"]
_PICTURED = {"national": "members", "replacement": "efficiency", "succession": "deaths"}


def regrow(
    graph: Annotated[
        Path | None,
        typer.Argument(help="The network: an edge list (CSV), GraphML, FollowTheMoney, or a folder."),
    ] = None,
    remove: Annotated[
        str, typer.Option("--remove", help="How many go, or a file that names them, one id a line.")
    ] = "29",
    model: Annotated[Model, typer.Option("--model", help="Which model of what comes after.")] = "national",
    instead: Annotated[
        list[str] | None,
        typer.Option(
            "--instead",
            help="What to compare with, once for each: recruitment (the same number fewer recruited), "
            "arrests, halved-recruitment, no-recruitment, doubled-arrests.",
        ),
    ] = None,
    years: Annotated[int, typer.Option(min=1, max=25, help="Years to look ahead, from 2022.")] = 5,
    draws: Annotated[int, typer.Option(min=20, max=100_000, help="Worlds drawn.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same answer.")] = 1,
    picture: Annotated[Path | None, typer.Option("--picture", help="SVG file to write.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """State what models of the literature say grows back, each figure with its interval and its sources."""
    from dedere.cli.network.regrowtext import lines
    from dedere.links.regrow.picture import picture as drawn
    from dedere.links.regrow.report import report

    say, others = words(lang), _others(model, instead or [])
    with bar() as shown:
        drawing = shown.add_task(say.say("regrow-drawing"), total=draws)
        found = _outlook(
            model,
            graph,
            remove,
            others,
            years=years,
            draws=draws,
            seed=seed,
            done=lambda done, of: shown.update(drawing, completed=done, total=of),
        )
    if picture:
        picture.write_text(drawn(found, _PICTURED[model], lang), encoding="utf-8")
    if as_json:
        print_json(report(found))
    else:
        print_text("\n".join(lines(found, say)))
    raise typer.Exit(DONE)


def _outlook(
    model: Model,
    graph: Path | None,
    remove: str,
    instead: tuple[str, ...],
    *,
    years: int,
    draws: int,
    seed: int,
    done: Callable[[int, int], None],
) -> Outlook:
    from dedere.links.reading import read
    from dedere.links.regrow.given import given, led
    from dedere.links.regrow.replacement import replacement
    from dedere.links.regrow.scenario import national
    from dedere.links.regrow.succession import succession

    removed = _removed(remove)
    number = removed if isinstance(removed, int) else len(removed)
    if model == "replacement":
        if graph is None:
            stop("--model replacement: it is about one network; name its file")
        return replacement(given(read(graph), removed), draws=draws, seed=seed, done=done)
    if model == "national":
        return national(number, instead, years=years, draws=draws, seed=seed, done=done)
    if graph and not isinstance(removed, int):
        number = led(read(graph), removed)
        if not number:
            stop(f"{remove}: nobody in it leads an organisation of the network; name leaders, or a number")
    return succession(number, instead, years=years, draws=draws, seed=seed, done=done)


def _others(model: Model, instead: Sequence[str]) -> tuple[str, ...]:
    from dedere.links.regrow.scenario import INSTEAD

    if model == "replacement" and instead:
        stop("--instead: replacement compares ways to step in; leave it out")
    unknown = [each for each in instead if each not in INSTEAD]
    if unknown:
        stop(f"--instead {unknown[0]}: no such scenario; use one of {', '.join(INSTEAD)}")
    return tuple(dict.fromkeys(instead)) or ("recruitment",)


def _removed(told: str) -> int | tuple[str, ...]:
    """How many, or who: a number, or the ids in a file."""
    from dedere.cli.network.lists import ids

    if told.isascii() and told.isdigit():
        if not int(told):
            stop("--remove 0: nobody goes; name how many, or a file")
        return int(told)
    return ids(Path(told))
