"""``dedere clocks`` and ``sheet``: the law room from a shell, with no database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dedere.cli.lawyer import clock_lines
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.words import words
from dedere.law.clocks import read_clocks
from dedere.law.dayline import days_of
from dedere.law.instrument import Instrument
from dedere.law.library import Library, library, load_library
from dedere.law.readcase import read_case
from dedere.law.report import report_clock, report_days
from dedere.law.sheet import cases_of
from dedere.law.sheet import sheet as sheet_of
from dedere.law.supposed import supposed
from dedere.press.instrument import instrument_pdf

Case = Annotated[Path, typer.Argument(help="A case file (TOML).", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the text: en or es.")]
Treaties = Annotated[
    Path | None, typer.Option("--treaties", help="A folder of instruments in place of the packaged ones.")
]


def clocks(
    case: Case,
    as_json: AsJson = False,
    lang: Lang = "en",
    days: Annotated[bool, typer.Option("--days", help="Show the computation day by day.")] = False,
    treaties: Treaties = None,
) -> None:
    """Read the clocks of a case on its day. Ends with 1 where one has run out."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    readings = read_clocks(casefile, using)
    by_clause = {clock.clause: days_of(clock, using, casefile.on) if days else () for clock in readings}
    if as_json:
        print_json(
            {
                "clocks": [
                    report_clock(clock) | ({"days": report_days(by_clause[clock.clause])} if days else {})
                    for clock in readings
                ]
            }
        )
    else:
        shown = supposed(using, casefile)
        print_text("\n".join(clock_lines(readings, shown, say, by_clause)).strip())
    raise typer.Exit(AGAINST if any(clock.state == "expired" for clock in readings) else DONE)


def sheet(
    instrument: Annotated[str, typer.Argument(help="Id of an instrument, such as us-mx-1978.")],
    lang: Lang = "en",
    as_json: AsJson = False,
    cases: Annotated[
        Path | None, typer.Option("--cases", help="A folder of case files to name under the clauses.")
    ] = None,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Write it as PDF/A to this file.")] = None,
    treaties: Treaties = None,
) -> None:
    """Print an instrument as a lawyer reads it, with what its cases expect."""
    words(lang)
    using = chosen(treaties)
    known = using.instruments
    if instrument not in known:
        stop(f"{instrument!r} is no instrument; name one of: {', '.join(known)}")
    named = cases_of(known[instrument], [cases] if cases else [])
    if pdf is not None:
        pdf.write_bytes(instrument_pdf(known[instrument], using, lang, named, at=datetime.now(UTC)))
    if as_json:
        print_json(_as_json(known[instrument]))
    elif pdf is None:
        print_text(sheet_of(known[instrument], using, lang, named).rstrip())


def chosen(folder: Path | None) -> Library:
    """The packaged instruments, or those of a folder."""
    return load_library(folder) if folder else library()


def _as_json(instrument: Instrument) -> dict[str, object]:
    return {
        "id": instrument.id,
        "digest": instrument.digest,
        "title": dict(instrument.title),
        "clauses": [
            {
                "id": clause.id,
                "kind": clause.kind,
                "article": clause.citation.article,
                "effect": clause.effect.value,
                "text": dict(clause.text),
                "decider": clause.decider,
                "checked": clause.citation.checked or False,
            }
            for clause in instrument.clauses
        ],
    }
