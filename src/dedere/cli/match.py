"""``dedere match``: a wanted list against a register, pair by pair to a file, sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from dedere.cli.output import AGAINST, print_json, print_text, stop
from dedere.cli.words import Words, words

STOPPED = 130  # as a shell says of what Ctrl-C ended
Figures = Mapping[str, Any]


def match(
    wanted: Annotated[Path, typer.Argument(help="Persons wanted: CSV, Parquet, XLSX or JSON.")],
    register: Annotated[Path, typer.Argument(help="Persons held, in any of these.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Proposals: .parquet or .csv.")],
    engine: Annotated[
        Literal["local", "spark"], typer.Option("--engine", help="This machine, or Splink on Spark.")
    ] = "local",
    index: Annotated[
        Path | None, typer.Option("--index", help="Folder of the register's index; used again, or built.")
    ] = None,
    incremental: Annotated[
        bool, typer.Option("--incremental", help="Only pairs with a row that is new since the last time.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on from what a run that was stopped had finished.")
    ] = False,
    decisions: Annotated[
        Path | None, typer.Option("--decisions", help="What was decided of pairs: CSV or JSON.")
    ] = None,
    wanted_roll: Annotated[str, typer.Option(help="The wanted list's name in the decisions.")] = "",
    register_roll: Annotated[str, typer.Option(help="The register's name in the decisions.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")] = "en",
) -> None:
    """Propose who of a wanted list is in a register. Ends with 1 where a row was set aside."""
    from dedere.cli.job import Job
    from dedere.cli.matching import matched

    say = words(lang)
    _demand_possible(engine, index, incremental=incremental, resume=resume)
    job = Job(
        wanted=wanted,
        register=register,
        output=output,
        engine=engine,
        index=index,
        incremental=incremental,
        resume=resume,
        decisions=decisions,
        wanted_roll=wanted_roll or wanted.stem,
        register_roll=register_roll or register.stem,
    )
    try:
        figures = matched(job, say)
    except KeyboardInterrupt:
        stop(say.say(f"match-stopped-{engine}", output=output), STOPPED)
    if as_json:
        print_json(figures)
    else:
        for line in lines(figures, say):
            print_text(line)
    raise typer.Exit(AGAINST if figures["set_aside"] else 0)


def _demand_possible(engine: str, index: Path | None, *, incremental: bool, resume: bool) -> None:
    """Stop where options ask for what an engine has not, or the engine is not here."""
    from dedere.persons.spark.installed import demand_installed

    if engine == "spark":
        if index or incremental or resume:
            stop("--engine spark: no index or part is kept; leave --index, --incremental and --resume out")
        demand_installed()
    if incremental and index is None:
        stop("--incremental: what is new is kept beside the index; name its folder with --index")


def lines(figures: Figures, say: Words) -> Iterator[str]:
    """The figures of a run as lines for people."""
    for each in (figures["wanted"], figures["register"]):
        yield say.say("match-list", **each)
        for code, number in each["aside"].items():
            yield f"  {number:,} · {say.code('aside', code)}"
        for code, number in each["faults"].items():
            group = "identifier" if code.startswith("curp") else "born"
            yield f"  {number:,} · {say.code(group, code)}"
    if figures["incremental"]:
        yield say.say("match-new", **figures["incremental"])
    yield ", ".join(f"{say.code('queue', band)}: {number:,}" for band, number in figures["bands"].items())
    yield say.say("match-done", **figures)
    if figures["set_aside"]:
        yield say.say("match-set-aside", file=figures["set_aside"])
