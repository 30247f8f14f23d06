"""``dedere worksheet``: the two offences of each charge side by side, and what each clause makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from dedere.cli.lawyer import cited, finding_lines
from dedere.cli.output import AGAINST, DONE, print_json, print_text, stop
from dedere.cli.rules import AsJson, Case, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.casefile import CaseFile
from dedere.law.library import Library
from dedere.law.readcase import read_case
from dedere.law.speech import speech
from dedere.law.supposed import supposed
from dedere.law.worksheet.compare import FIGURES, Penalty, Row, Worksheet, worksheets
from dedere.law.worksheet.report import report_worksheets
from dedere.words import Finding


def worksheet(
    case: Case,
    charge: Annotated[str, typer.Option("--charge", help="One charge alone, by its id.")] = "",
    as_json: AsJson = False,
    lang: Lang = "en",
    treaties: Treaties = None,
) -> None:
    """Set the two offences of each charge side by side. Ends with 1 where a clause is not met."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    found = worksheets(casefile, using)
    if charge and charge not in {each.charge for each in found}:
        stop(f"--charge: the case has no charge {charge!r}")
    shown = tuple(each for each in found if charge in ("", each.charge))
    if as_json:
        print_json(report_worksheets(casefile, shown, using))
    else:
        print_text("\n".join(_told(casefile, shown, supposed(using, casefile), say)))
    against = any(each.finding is Finding.NOT_MET for sheet in shown for each in sheet.findings)
    raise typer.Exit(AGAINST if against else DONE)


def _told(casefile: CaseFile, found: tuple[Worksheet, ...], library: Library, say: Words) -> Iterator[str]:
    yield casefile.title.get(say.language) or casefile.id
    for each in found:
        yield ""
        yield say.say("charge", id=each.charge, title=each.title) if each.charge else say.say("request")
        if each.iccs:
            name = library.crimes.crimes[each.iccs][say.language]
            yield "  " + say.say("worksheet-iccs", code=each.iccs, name=name)
        yield from _elements(each, library, say)
        yield from _ways(each, library, say)
        yield from (f"  {_penalty(penalty, say)}" for penalty in each.penalties)
        yield from _facts(each, library, say)
        for finding in each.findings:
            if finding.finding is not Finding.NOT_IN_POINT:
                yield from finding_lines(finding, library, say)
        if each.missing:
            yield "  " + say.say("worksheet-missing", facts=say.facts(each.missing))


def _elements(sheet: Worksheet, library: Library, say: Words) -> Iterator[str]:
    yield "  " + say.say("worksheet-elements" if sheet.elements else "worksheet-no-elements")
    for row in sheet.elements:
        yield from _row(row, library, say)
    if sheet.agrees is False:
        yield "  ! " + say.say("worksheet-disagrees", fact=say.code("fact", "punishable-in-both"))


def _row(row: Row, library: Library, say: Words) -> Iterator[str]:
    element = row.element
    by = f" ({cited(row.left_out_by, library, say)})" if row.left_out_by else ""
    yield f"    · {element.name}: {say.code('worksheet.element', row.standing)}{by}"
    sides = (("requesting", element.requesting), ("requested", element.requested))
    for side, provision in sides:
        told = provision or say.code("worksheet.element", "not-stated")
        yield f"        {say.code('limitation.side', side)}: {told}"


def _ways(sheet: Worksheet, library: Library, say: Words) -> Iterator[str]:
    if sheet.group:
        yield "  " + say.say("worksheet-group", group=library.groups()[sheet.group].names[say.language])
    for way in sheet.ways:
        finding = say.code("finding", way.finding.value)
        yield f"  {say.code('worksheet.way', way.code)} ({cited(way.citation, library, say)}): {finding}"


def _penalty(penalty: Penalty, say: Words) -> str:
    figures = {figure: _months(getattr(penalty, figure), say) for figure in FIGURES}
    told = say.say("worksheet-penalty", side=say.code("limitation.side", penalty.side), **figures)
    return told + (f"; {say.say('worksheet-death')}" if penalty.death else "")


def _months(months: int | None, say: Words) -> str:
    return str(months) if months is not None else say.code("worksheet.element", "not-stated")


def _facts(sheet: Worksheet, library: Library, say: Words) -> Iterator[str]:
    speak = speech(library, say.language)
    for name, known in sheet.told.items():
        proof = f" [{', '.join(known.sources)}]" if known.sources else ""
        yield f"  {speak.fact(name)} {speak.value(name, known.value)}{proof}"
