"""``dedere law``: which instruments are in force for a pair of States, a direction and a day, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.rules import AsJson, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.force import Binding, law_between
from dedere.law.listing import report_law
from dedere.law.readcase import ROUTES
from dedere.law.vocabulary import read_day
from dedere.words import State


def law(
    requesting: Annotated[str, typer.Option(help="The State that asks, such as US.")],
    requested: Annotated[str, typer.Option(help="The State that is asked, such as MX.")],
    on: Annotated[str, typer.Option(metavar="DAY", help="The day, as 2025-02-27.")],
    route: Annotated[str, typer.Option(help="One route; left out, any: " + ", ".join(ROUTES))] = "",
    as_json: AsJson = False,
    lang: Lang = "en",
    treaties: Treaties = None,
) -> None:
    """List the law between two States on a day, with the reason; then what does not bind, and why.

    Ends with 1 where nothing binds.
    """
    say, day = words(lang), read_day(on)
    if day is None:
        stop(f"--on: {on!r} is no day; write it as 2013-09-01")
    if route and route not in ROUTES:
        stop(f"--route: {route!r} is no route; write one of {', '.join(ROUTES)}")
    pair = State(requesting), State(requested)
    found = law_between(chosen(treaties), *pair, day, route)
    if as_json:
        print_json(report_law(*pair, day, route, found))
    else:
        print_text("\n".join(_lines(found, say)))
    raise typer.Exit(DONE if any(each.binds for each in found) else AGAINST)


def _lines(found: Iterable[Binding], say: Words) -> Iterator[str]:
    every = list(found)
    yield say.say("instruments")
    yield from _told([each for each in every if each.binds], say)
    yield from ("", say.say("instruments-not"))
    yield from _told([each for each in every if not each.binds], say)


def _told(found: list[Binding], say: Words) -> Iterator[str]:
    for each in found:
        yield f"  {each.instrument.title[say.language]} ({each.instrument.id})"
        yield f"      {_why(each, say)}"
    if not found:
        yield f"  {say.say('none')}"


def _why(binding: Binding, say: Words) -> str:
    why = say.code("force", binding.reason)
    if binding.by:
        why += f" ({binding.by})"
    if binding.binds and binding.since:
        why += "; " + say.say("since", day=binding.since.isoformat())
    return why
