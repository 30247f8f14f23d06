"""``dedere assess``: one case, a case as an earlier assessment had it, or a whole docket."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dedere.cli.lawyer import told
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.repeated import repetition_lines
from dedere.cli.rules import AsJson, Lang, Treaties, chosen
from dedere.cli.whatif import suppose
from dedere.cli.words import Words, words
from dedere.law.assess import assess as assess_case
from dedere.law.casefile import CaseFile
from dedere.law.library import Library
from dedere.law.readcase import read_case
from dedere.law.repeat import read_report, report_repetition
from dedere.law.repeat import repeat as repetition
from dedere.law.report import report
from dedere.law.supposed import supposed
from dedere.law.vocabulary import read_day
from dedere.press.assessment import assessment_pdf

_AGAINST = frozenset({"barred", "stayed", "lacking"})


def assess(
    case: Annotated[Path | None, typer.Argument(help="A case file (TOML).", show_default=False)] = None,
    as_json: AsJson = False,
    lang: Lang = "en",
    why: Annotated[bool, typer.Option("--why", help="Show the reasons of each finding.")] = False,
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="DAY", help="The law and the clocks of this day, not of the file's."),
    ] = "",
    repeat: Annotated[
        Path | None,
        typer.Option("--repeat", help="An earlier --json: say what differs now."),
    ] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Print it as PDF/A to this file too.")] = None,
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            "--what-if", metavar="FACT=VALUE", help="Say what comes out otherwise; FACT=? is unknown."
        ),
    ] = None,
    bulk: Annotated[
        Path | None, typer.Option("--bulk", help="A docket: Parquet or CSV, one row for each charge.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="With --bulk: where the findings go, .parquet or .csv."),
    ] = None,
    needs: Annotated[
        bool, typer.Option("--needs", help="With --bulk: say what would settle each unknown.")
    ] = False,
    treaties: Treaties = None,
) -> None:
    """Assess a case, clause by clause and charge by charge. Ends with 1 where one is barred or lacking.

    With --bulk: a whole docket; ends with 1 where a row was set aside. With --repeat: ends with 1
    where a finding differs.
    """
    say, on = words(lang), _day(as_of)
    if (case is None) == (bulk is None) or (repeat and (bulk or on)) or (what_if and (bulk or repeat)):
        stop("assess: name a case file, or a docket with --bulk; --repeat and --what-if go with a case alone")
    if bulk is not None:
        _bulk(bulk, output, chosen(treaties), say, as_json, on, needs)
    using = chosen(treaties)
    casefile = read_case(case, using.facts)  # type: ignore[arg-type]  # one of the two is named
    if repeat is not None:
        _again(casefile, repeat, using, say, as_json)
    casefile = replace(casefile, on=on or casefile.on)
    if what_if:
        suppose(casefile, what_if, using, say, as_json)
    if pdf is not None:
        pdf.write_bytes(assessment_pdf(casefile, using, lang, at=datetime.now(UTC)))
    _one(casefile, using, say, as_json, why)


def _day(text: str) -> date | None:
    on = read_day(text) if text else None
    if text and on is None:
        stop(f"--as-of: {text!r} is no day; write it as 2013-09-01")
    return on


def _one(casefile: CaseFile, using: Library, say: Words, as_json: bool, why: bool) -> NoReturn:
    found = assess_case(casefile, using, explained=say.language if why else "")
    if as_json:
        print_json(report(found))
    else:
        print_text(told(casefile, found, supposed(using, casefile), say))
    against = any(charge.standing in _AGAINST for charge in found.charges)
    raise typer.Exit(AGAINST if against else DONE)


def _again(casefile: CaseFile, earlier: Path, using: Library, say: Words, as_json: bool) -> NoReturn:
    done = repetition(casefile, read_report(earlier), using)
    if as_json:
        print_json(report_repetition(done))
    else:
        print_text("\n".join(repetition_lines(done, say)))
    raise typer.Exit(DONE if done.same else AGAINST)


def _bulk(
    docket: Path, output: Path | None, using: Library, say: Words, as_json: bool, on: date | None, needs: bool
) -> NoReturn:
    from dedere.cli.bulk import assess_docket, lines  # polars takes its time to load

    if output is None:
        stop("assess --bulk: name the file of findings with -o, .parquet or .csv")
    figures = assess_docket(docket, output, using, say, on=on, needs=needs)
    if as_json:
        print_json(figures)
    else:
        print_text("\n".join(lines(figures, say)))
    raise typer.Exit(AGAINST if figures["broken"] else DONE)
