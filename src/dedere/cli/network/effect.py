"""``dedere network effect``: what the removal of a group does, against the best and a random removal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dedere.cli.network.read import Graph
from dedere.cli.output import DONE, console, print_json, stop
from dedere.cli.progress import bar
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import Words, words

if TYPE_CHECKING:
    from dedere.links.effect.stated import Effect, Ends
    from dedere.links.effect.uncertainty import Errors
    from dedere.links.network import Network


Remove = Annotated[
    list[Path], typer.Option("--remove", help="Who goes: one id a line, or a CSV with a column id.")
]
EndsOf = Annotated[
    list[str] | None, typer.Option("--ends", help="Two ids, A,B: the separate ways between them.")
]
Missing = Annotated[float, typer.Option(min=0, max=0.99, help="Share of true ties that nobody told.")]
Closing = Annotated[float, typer.Option(min=0, max=1, help="Share of these between two steps apart.")]
Wrong = Annotated[
    list[str] | None, typer.Option("--wrong", help="Chance that a tie is wrong: reported=.25, C3=.4.")
]
Draws = Annotated[int, typer.Option(min=20, max=100_000, help="Networks drawn.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed gives the same answer.")]
SkipUnknown = Annotated[bool, typer.Option(help="Go on without ids that are not in the network.")]
Seek = Annotated[float, typer.Option(min=0, help="Seconds in which the best removals are sought.")]
Picture = Annotated[Path | None, typer.Option("--picture", help="SVG file to write.")]


def effect(
    graph: Graph,
    remove: Remove,
    ends: EndsOf = None,
    missing: Missing = 0.1,
    closing: Closing = 0.5,
    wrong: Wrong = None,
    draws: Draws = 1000,
    seed: Seed = 1,
    skip_unknown: SkipUnknown = False,
    seek: Seek = 10,
    picture: Picture = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """State what the removal of a group does to a network, with the doubt about its ties."""
    from dedere.links import reading
    from dedere.links.counting import of_crime
    from dedere.links.effect.effect import effect as reckoned

    say, errors, between = words(lang), _errors(wrong or [], missing, closing), _between(ends or [])
    network = reading.read(graph)
    groups = _groups(remove, network, skip_unknown=skip_unknown)
    with bar() as shown:
        drawing = shown.add_task(say.say("effect-drawing"), total=draws)
        found = reckoned(
            of_crime(network),
            groups,
            ends=between,
            errors=errors,
            draws=draws,
            seed=seed,
            absent=True,
            seek=seek,
            done=lambda done, of: shown.update(drawing, completed=done, total=of),
        )
    _write(found, network, picture, say, as_json=as_json)
    raise typer.Exit(DONE)


def _write(found: Effect, network: Network, picture: Path | None, say: Words, *, as_json: bool) -> None:
    from dedere.cli.network.effecttext import told
    from dedere.links.effect.picture import picture as drawn
    from dedere.links.effect.report import report_effect

    names = dict(network.parties.select("id", "name").drop_nulls().iter_rows())
    if picture:
        shown = found.together or found.groups[0]
        picture.write_text(drawn(shown, say.language, names=names), encoding="utf-8")
    if as_json:
        print_json(report_effect(found))
        return
    for part in told(found, names, say):
        console().print(part)


def _groups(files: Sequence[Path], network: Network, *, skip_unknown: bool) -> Mapping[str, Sequence[str]]:
    """The lists by the names of their files; whoever is in no row of the network stops the command."""
    from dedere.cli.network.lists import ids
    from dedere.links.named import named

    groups = {path.name: ids(path) for path in files}
    if len(groups) < len(files):
        stop("--remove: two lists have one name; rename one, or give each list once")
    named(network, groups, absent=skip_unknown)
    return groups


def _between(ends: Sequence[str]) -> Sequence[Ends]:
    pairs = []
    for told in ends:
        one, comma, other = (part.strip() for part in told.partition(","))
        if not (one and comma and other):
            stop(f"--ends {told}: no two ids; give them as A,B")
        pairs.append((one, other))
    return pairs


def _errors(wrong: Sequence[str], missing: float, closing: float) -> Errors:
    from dedere.links.effect.uncertainty import SUPPOSED, Errors

    rates = dict(SUPPOSED)
    for told in wrong:
        key, _, rate = told.partition("=")
        try:
            rates[_key(key)] = float(rate)
        except ValueError:
            stop(
                f"--wrong {told}: no rate; give what a tie rests on or its rating, and a share: reported=.25"
            )
    try:
        return Errors(wrong=rates, missing=missing, closing=closing)
    except ValueError as complaint:
        stop(f"--wrong: {complaint}")


def _key(told: str) -> str:
    """What a tie rests on, by its code or the beginning of it, or its rating, or both: `reported/C3`."""
    from dedere.links.kinds import Basis, rated

    basis, slash, rating = told.partition("/")
    if rated(told):
        return told
    found = [each.value for each in Basis if each.value.startswith(basis) and basis]
    if len(found) != 1 or (slash and not rated(rating)):
        raise ValueError(told)
    return f"{found[0]}{slash}{rating}"
