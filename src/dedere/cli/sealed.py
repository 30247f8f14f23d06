"""``dedere runs check``: whether a sealed run and its files are still what they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.words import words

if TYPE_CHECKING:
    from dedere.persons.run import SealedRun


def check(
    record: Annotated[Path, typer.Argument(help="The .run.json beside the proposals.")],
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files to hold against it; those beside it by default.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Hold the record of a run of ``match`` against its seal and files. Ends with 1 where one differs."""
    from dedere.persons.run import differing, read_run

    say = words(lang)
    if not record.is_file():
        stop(f"{record}: there is no such file; name the .run.json beside the proposals")
    sealed, seal = read_run(record, record.read_text(encoding="utf-8", errors="replace"))
    found = _digests(sealed, record, files or [])
    changed = differing(sealed, seal, found)
    told = {"run": str(record), "seal": sealed.seal, "checked": sorted(found), "differing": list(changed)}
    if as_json:
        print_json(told)
    else:
        print_text(
            say.say(
                "run-holds" if not changed else "run-differs",
                checked=", ".join(sorted(found)),
                what=", ".join(changed),
            )
        )
    raise typer.Exit(AGAINST if changed else 0)


def _digests(sealed: SealedRun, record: Path, files: list[Path]) -> Mapping[str, str]:
    """The digests of the run's files by part: those named, or those that stand beside the record."""
    from dedere.persons.run import digest_of

    names = {"wanted": sealed.wanted.file, "register": sealed.register.file, "output": sealed.output}
    named = {path.name: path for path in files}
    places = {part: named.get(name, record.with_name(name)) for part, name in names.items()}
    return {part: digest_of(path) for part, path in places.items() if path.is_file()}
