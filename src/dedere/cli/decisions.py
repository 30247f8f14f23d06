"""``dedere decisions export``: what was decided of pairs of records, as a table that a run honours."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.registry import open_registry

app = typer.Typer(no_args_is_help=True, help="What was decided of pairs of records.")


@app.callback()
def decisions() -> None:
    """What was decided of pairs of records."""


@app.command("export")
def export(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON rather than CSV.")] = False,
) -> None:
    """Write every decision that binds, sorted by pair, for ``dedere match --decisions``."""
    open_registry()
    from dedere.persons.decisionfile import write_csv, write_json
    from dedere.registry.matches import binding

    text = (write_json if as_json else write_csv)(binding())
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")
