"""``dedere persons train``: a model of the matcher made from a seed, and its card."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.output import print_json
from dedere.cli.progress import bar

app = typer.Typer(no_args_is_help=True, help="The model by which pairs of records are weighed.")


@app.callback()
def persons() -> None:
    """The model by which pairs of records are weighed."""


@app.command("train")
def train(
    output: Annotated[Path, typer.Option("--output", "-o", help="File of the model to write, JSON.")],
    card: Annotated[Path | None, typer.Option("--card", help="File of its card to write, Markdown.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed makes the same model.")] = 20250227,
    version: Annotated[str, typer.Option(help="The name that every run will seal.")] = "1",
    worlds: Annotated[int | None, typer.Option(min=1, help="Synthetic registers to learn from.")] = None,
) -> None:
    """Train a model on synthetic registers, and measure how often it errs."""
    from dedere.persons.model import card as cards
    from dedere.persons.model import train as training
    from dedere.persons.model.model import read, write

    with bar() as shown:
        learning = shown.add_task("learning", total=None)

        def learnt(done: int, of: int) -> None:
            shown.update(learning, completed=done, total=of)

        count = worlds or training.WORLDS
        model = training.train(seed, version, course=training.Course(worlds=count), progress=learnt)
        text = write(model, seed=seed, worlds=count)
        output.write_text(text, encoding="utf-8")
        if card:
            measuring = shown.add_task("measuring", total=None)

            def measured(done: int, of: int) -> None:
                shown.update(measuring, completed=done, total=of)

            card.write_text(cards.card(read(text.encode()), progress=measured), encoding="utf-8")
    made = read(text.encode())
    print_json(
        {"model": str(output), "version": made.version, "digest": made.digest, "seed": seed, "worlds": count}
    )
