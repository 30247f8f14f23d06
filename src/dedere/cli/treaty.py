"""``dedere treaty``: begin a treaty file, and check one whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.rules import AsJson, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.docket.entries import KINDS as ENTRIES
from dedere.law.checked import Checked, checked, report_checked
from dedere.law.readcase import read_cases
from dedere.law.shelf import UnreadableTreaty, Written
from dedere.law.table import read_bytes
from dedere.words import State

app = typer.Typer(no_args_is_help=True, help="Write and check a treaty file.")
HERE = Path(__file__).parent
FILES = {"instrument.toml": "skeleton.toml", "cases.toml": "skeleton-cases.toml"}


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as ar-cl-2001: small letters, -.")],
    parties: Annotated[str, typer.Option(help="The two States, such as AR,CL.")] = "MX,US",
    folder: Annotated[Path, typer.Option(help="Where the folder of its files is made.")] = Path(),
) -> None:
    """Begin a treaty: a folder with a commented file that can be checked at once, and a first case."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        stop(f"{name!r} is no id; write small letters and digits joined by -, such as ar-cl-2001")
    pair = [State(code) for code in parties.split(",")]
    if len(pair) != 2 or pair[0] == pair[1]:
        stop(f"--parties: {parties!r} are not two States; write them as AR,CL")
    place = folder / name
    if place.exists():
        stop(f"{place} is there already; choose another id, or check it", AGAINST)
    place.mkdir(parents=True)
    named = [f'"{state}"' for state in pair]
    filled = {"@ID@": name, "@PARTIES@": ", ".join(named), "@ONE@": named[0], "@OTHER@": named[1]}
    for file, skeleton in FILES.items():
        text = (HERE / skeleton).read_text(encoding="utf-8")
        for mark, value in filled.items():
            text = text.replace(mark, value)
        (place / file).write_text(text, encoding="utf-8")
        print_text(str(place / file))


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="An instrument.toml; parties.toml and cases.toml beside it.")],
    cases: Annotated[list[Path] | None, typer.Option(help="A further file of cases.")] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
    treaties: Treaties = None,
) -> None:
    """Say all that is wrong in a treaty file, run its cases, and warn of what is open.

    Ends with 0 where all is well, 1 where a case fails or there are warnings, 2 where it cannot be read.
    """
    say, library = words(lang), chosen(treaties)
    parties, own = file.with_name("parties.toml"), file.with_name("cases.toml")
    written = Written(
        where=f"{file.parent.name}/{file.name}" if file.parent.name else file.name,
        raw=read_bytes(file, UnreadableTreaty),
        parties=read_bytes(parties, UnreadableTreaty) if parties.exists() else b"",
    )
    files = [*([own] if own.exists() else []), *(cases or [])]
    read = [case for path in files for case in read_cases(path, library.facts)]
    found = checked(written, library, read, ENTRIES)
    if as_json:
        print_json(report_checked(found))
    else:
        print_text("\n".join(_lines(found, say)))
    if found.complaints:
        stop(f"{found.where}: it cannot be read yet; mend {len(found.complaints)} and check again")
    raise typer.Exit(AGAINST if found.failing or found.warnings else DONE)


def _lines(found: Checked, say: Words) -> Iterator[str]:
    for complaint in found.complaints:
        yield say.say("treaty-complaint", where=complaint.where, what=complaint.what)
        yield say.say("treaty-remedy", remedy=complaint.remedy)
    if found.instrument is None:
        return
    yield say.say(
        "treaty-read",
        id=found.instrument.id,
        n=len(found.instrument.clauses),
        digest=found.instrument.digest[:12],
    )
    for case, said in found.failing:
        yield say.say("treaty-case-fails", case=case, said=said)
    yield say.say("treaty-cases", n=found.cases, failing=len({case for case, _ in found.failing}))
    for warned in found.warnings:
        told = say.say(f"treaty-{warned.code}", about=warned.about)
        yield say.say("treaty-warning", clause=warned.clause, article=warned.article, told=told)
