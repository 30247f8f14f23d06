"""``dedere statistics``: the public figures as static pages, and the yearly return."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.output import print_json, print_text
from dedere.cli.registry import open_registry
from dedere.cli.words import words

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")]

app = typer.Typer(no_args_is_help=True, help="The public figures, and the yearly return.")


@app.command()
def build(
    out: Annotated[
        Path | None, typer.Option("--out", help="The folder; that which the desk serves by default.")
    ] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Write the public statistics: es/statistics and en/statistics, with nothing small in them."""
    say = words(lang)
    open_registry()
    from django.conf import settings

    told = publish(out or settings.DEDERE_STATISTICS)
    if as_json:
        print_json(told)
    else:
        print_text(say.say("statistics-built", **told))


@app.command("return")
def return_(
    year: Annotated[int, typer.Option(min=1900, max=9999, help="The year.")],
    csv: Annotated[Path | None, typer.Option("--csv", help="Write it as CSV there too.")] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Write it as PDF/A there too.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """The yearly return, in the shape of Council document 11356/13: exact, with each missing cell named."""
    words(lang)
    open_registry()
    from django.conf import settings
    from django.utils import timezone

    from dedere.clerk.statistics import exact
    from dedere.press.statistics import yearly

    counted = exact(settings.DEDERE_HOME)
    if csv:
        csv.write_bytes(yearly.yearly_csv(counted, year, lang))
    if pdf:
        pdf.write_bytes(yearly.yearly_pdf(counted, year, lang, at=timezone.localtime()))
    if as_json:
        print_json(yearly.told(counted, year))
    else:
        print_text("\n".join(yearly.as_text(counted, year, lang)))


def publish(folder: Path) -> dict[str, object]:
    """Write an edition of this desk's figures and return what it came to; the registry is open."""
    from django.conf import settings

    from dedere.clerk.statistics import release
    from dedere.press.statistics.folder import write_edition

    made, sources = release(settings.DEDERE_HOME)
    written = write_edition(made, sources, folder, demonstration=bool(settings.DEDERE_DEMO_CLOCK))
    values = [value for table in made.tables for value in table.values.values()]
    return {
        "folder": str(folder),
        "files": len(written),
        "until": made.until.isoformat() if made.until else None,
        "tables": len(made.tables),
        "withheld": [each.laid.table.name for each in made.tables if each.withheld],
        "cells": len(values),
        "hidden": values.count(None),
    }
