"""``dedere runs write`` and ``keep``: a run with its proposals explained, and its place on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.registry import open_registry
from dedere.cli.words import words
from dedere.persons.explained import Explained, Input, Run, read_explained, write_explained
from dedere.words import Refused

if TYPE_CHECKING:
    import polars as pl

    from dedere.persons.index.store import Index

app = typer.Typer(no_args_is_help=True, help="Runs of the matcher, for the Matches page.")
Name = Annotated[str, typer.Option(help="Name of the roll; its file's name without the ending by default.")]


@app.callback()
def runs() -> None:
    """Runs of the matcher, for the Matches page."""


@app.command("write")
def write(
    wanted: Annotated[Path, typer.Argument(help="The wanted list, as dedere match takes it.")],
    register: Annotated[Path, typer.Argument(help="The register.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File of JSON lines to write.")],
    wanted_roll: Name = "",
    register_roll: Name = "",
    most: Annotated[int, typer.Option(min=1, help="Pairs kept for one person wanted.")] = 5,
) -> None:
    """Compare two rolls and write every proposal with its evidence and both records."""
    from dedere.persons.index.store import build

    with TemporaryDirectory() as folder:
        held = _Read(register)
        index = build(held.frames(), Path(folder))
        run, pairs = _explained(
            index, _Read(wanted), held, wanted_roll or wanted.stem, register_roll or register.stem, most
        )
        with output.open("w", encoding="utf-8") as file:
            file.writelines(write_explained(run, pairs))


@app.command("keep")
def keep(
    path: Annotated[Path, typer.Argument(help="What dedere runs write wrote.")],
    by: Annotated[str, typer.Option(help="Who keeps it, as the ledger says.")] = "operator",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Keep a run: sealed in the ledger, its proposals in the queue in place of the earlier run's."""
    open_registry()
    from django.utils import timezone

    from dedere.clerk.matches import keep as keep_run

    run, pairs = read_explained(path)
    kept = keep_run(run, pairs, by=by, at=timezone.now())
    if isinstance(kept, Refused):
        stop(f"{path}: {words('en').refusal(kept)}", AGAINST)
    told: dict[str, Any] = {"run": kept.number, "strong": kept.strong, "review": kept.review}
    if as_json:
        print_json({**told, "seal": kept.proposals})
    else:
        print_text(words(lang).say("run-kept", **told))


class _Read:
    """A roll's file as it is read: its rows are counted once it has been."""

    def __init__(self, path: Path) -> None:
        from dedere.persons.reading.roll import open_roll

        self.path, self.rows, self._roll = path, 0, open_roll(path)

    def frames(self) -> Iterator[pl.DataFrame]:
        """Yield the rows a batch at a time; those set aside are counted on standard error."""
        aside = 0
        for batch in self._roll.batches():
            self.rows, aside = self.rows + batch.frame.height, aside + len(batch.aside)
            yield batch.frame
        if aside:
            typer.echo(f"{self.path.name}: {aside} rows set aside; dedere match names them", err=True)

    @property
    def input(self) -> Input:
        """What the run says of the file, once it has been read."""
        from dedere.persons.run import digest_of

        return Input(name=self.path.name, digest=digest_of(self.path), rows=self.rows)


def _explained(
    index: Index, wanted: _Read, held: _Read, wanted_roll: str, register_roll: str, most: int
) -> tuple[Run, list[Explained]]:
    from dedere.persons.explaining import explained
    from dedere.persons.matching.bands import REVIEW, STRONG
    from dedere.persons.matching.search import Search
    from dedere.persons.model.model import load

    model = load()
    search = Search(index, model)
    pairs = list(
        explained(search, wanted.frames(), wanted_roll=wanted_roll, register_roll=register_roll, most=most)
    )
    run = Run(
        wanted_roll=wanted_roll,
        register_roll=register_roll,
        model=model.version,
        parameters={"model_digest": model.digest, "most": most, "review": REVIEW, "strong": STRONG},
        inputs=(wanted.input, held.input),
    )
    return run, pairs
