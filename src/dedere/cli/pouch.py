"""``dedere pouch``: letters and receipts as a file on a stick, with the same guarantees as by wire."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.output import AGAINST, print_json, print_text
from dedere.cli.registry import open_registry
from dedere.cli.words import words

app = typer.Typer(no_args_is_help=True, help="Letters and receipts as a file on a stick.")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")]


@app.command("out")
def out(
    file: Annotated[Path, typer.Argument(help="The pouch to write.")],
    to: Annotated[str, typer.Option(help="The State that it is for, by its two letters.")],
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Write every letter to a State that is not answered, and every receipt that it has not had."""
    say = words(lang)
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.pouch import pack

    beside, length = file.with_name(f".{file.name}.new"), 0
    with beside.open("wb") as writing:
        for piece in pack(to, at=timezone.now()):
            length += writing.write(piece)
        writing.flush()
        os.fsync(writing.fileno())
    beside.replace(file)
    told = {"pouch": str(file), "to": to, "bytes": length}
    print_json(told) if as_json else print_text(say.say("pouch-out", **told))


@app.command("in")
def take(
    file: Annotated[Path, typer.Argument(help="The pouch that came.")],
    as_json: AsJson = False,
    lang: Lang = "en",
) -> None:
    """Take a pouch; its receipts go with our next one. Ends with 1 where something was refused."""
    say = words(lang)
    open_registry()
    from django.utils import timezone

    from dedere.clerk.exchange.pouch import LETTER, unpack

    with file.open("rb") as pouch:
        items = list(unpack(pouch, at=timezone.now()))
    taken = [each for each in items if not each.fault]
    refused = [each for each in items if each.fault]
    told = {
        "letters": sum(each.kind == LETTER for each in taken),
        "again": sum(each.again for each in taken),
        "receipts": sum(each.kind != LETTER for each in taken),
        "refused": [{"kind": each.kind, "fault": each.fault} for each in refused],
    }
    if as_json:
        print_json(told)
    else:
        print_text(say.say("pouch-in", **told | {"refused": len(refused)}))
        for each in refused:
            print_text(f"  {say.code('fault', each.fault)}")
    raise typer.Exit(AGAINST if refused else 0)
