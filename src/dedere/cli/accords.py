"""``dedere accords``: what two States promised each other, what each says of it, what the docket counts."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dedere.cli import accordlines
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.rules import AsJson, Lang
from dedere.cli.words import words
from dedere.files.sheets import Sheet

if TYPE_CHECKING:
    from dedere.registry.accords import Asked

app = typer.Typer(no_args_is_help=True, help="What two States promised each other, and what each says.")
CELLS = ("number", "on", "until", "kind", "area", "by", "beneficiary", "en", "es", "due_next", "awaited")
READ = ("reading", "why", "told_apart")
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day, such as 2025-02-27.")]


@app.command("list")
def listed(
    kind: Annotated[str, typer.Option(help="meeting, agreement, commitment or measure.")] = "",
    area: Annotated[str, typer.Option(help="Such as arms-trafficking.")] = "",
    by: Annotated[str, typer.Option(help="Who promised or acted, such as MX.")] = "",
    reading: Annotated[str, typer.Option(help="How both columns read together, such as disputed.")] = "",
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """List the ledger, the earliest first: what was promised, and what each side says of it."""
    say = words(lang)
    open_registry()
    from dedere.registry.accords import Asked

    rows = _rows(Asked(kind=kind, area=area, by=by, reading=reading))
    if as_json:
        print_json({"accords": rows})
        return
    for row in rows:
        print_text(accordlines.line(row, say))
    print_text(say.say("accords-listed", accords=len(rows)))


@app.command()
def show(
    number: Annotated[str, typer.Argument(help="Such as A-2025-0018.")],
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Show one accord: every word of both sides, its evidence, its figure counted anew, what it left open."""
    say = words(lang)
    open_registry()
    from dedere.clerk.accords import find_accord

    file = find_accord(number)
    if file is None:
        stop(f"{number}: {say.code('refused', 'no-such-accord')}", AGAINST)
    told = accordlines.file_told(file)
    if as_json:
        print_json(told)
    else:
        print_text("\n".join(accordlines.lines(told, say)))


@app.command()
def export(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="All that is on file, as JSON; CSV without.")
    ] = False,
) -> None:
    """Write the whole ledger: as CSV a row for each accord, as JSON every word of both sides."""
    open_registry()
    from dedere.clerk.accords import accord_file
    from dedere.registry.accords import Asked

    rows = _rows(Asked())
    if as_json:
        whole = {"accords": [accordlines.file_told(accord_file(row["number"])) for row in rows]}
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    else:
        text = _csv(rows)
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")


@app.command()
def figure(
    name: Annotated[str, typer.Argument(help="Such as persons-handed-over.")],
    track: Annotated[str, typer.Option(help="The legal route, such as national-security-transfer.")] = "",
    about: Annotated[str, typer.Option(help="What an undertaking is about, such as death-penalty.")] = "",
    since: Day = None,
    until: Day = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Count a figure of the docket anew and name the cases it counts. Ends with 1 where it counts none."""
    say = words(lang)
    open_registry()
    from dedere.accords.figures import Figure
    from dedere.docket.accords.checks import figure_wrong
    from dedere.words import Refused

    asked = Figure(name=name, since=_day(since), until=_day(until), track=track, about=about)
    if isinstance(wrong := figure_wrong(asked), Refused):
        stop(say.refusal(wrong))
    told = accordlines.figure_told(asked)
    if as_json:
        print_json(told)
    else:
        print_text(accordlines.counted_words(told, say))
        print_text("\n".join(f"  {case}" for case in told["cases"]))
    raise typer.Exit(DONE if told["value"] else AGAINST)


def _rows(asked: Asked) -> list[dict[str, Any]]:
    from dedere.registry import accords

    found = list(accords.listed(asked))
    columns = accords.columns_of(row.number for row in found)
    return [accordlines.row_told(row, columns[row.number]) for row in found]


def _csv(rows: Sequence[dict[str, Any]]) -> str:
    sides = sorted({side for row in rows for side in row["positions"]})
    text = io.StringIO()
    head, sheet = [*CELLS, *sides, *READ], Sheet(text, lineterminator="\n")
    sheet.row(head)
    for row in rows:
        told = accordlines.flat(row)
        sheet.row(told.get(name, "") for name in head)
    return text.getvalue()


def _day(told: datetime | None) -> date | None:
    return told.date() if told else None
