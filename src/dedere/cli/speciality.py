"""``dedere speciality``: the ledger of a person surrendered, and what a State may raise."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from dedere.cli.lawyer import cited, clock_lines
from dedere.cli.output import AGAINST, DONE, print_json, print_text
from dedere.cli.rules import AsJson, Case, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.assurances.cover import standing
from dedere.law.library import Library
from dedere.law.readcase import read_case
from dedere.law.speciality.ledger import Line, SpecialityLedger
from dedere.law.speciality.ledger import ledger as ledger_of
from dedere.law.speciality.report import report_ledger
from dedere.law.supposed import supposed


def speciality(case: Case, as_json: AsJson = False, lang: Lang = "en", treaties: Treaties = None) -> None:
    """Keep the speciality ledger of a case. Ends with 1 where a charge was tried outside the grant."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    found = ledger_of(casefile, using)
    if as_json:
        print_json(report_ledger(found))
    else:
        title = casefile.title.get(lang) or casefile.id
        print_text("\n".join([title, *_told(found, supposed(using, casefile), say)]))
    raise typer.Exit(AGAINST if any(line.against for line in found.lines) else DONE)


def _told(ledger: SpecialityLedger, library: Library, say: Words) -> Iterator[str]:
    if not ledger.clauses:
        yield say.say("speciality-none", route=say.code("track", ledger.route))
    for clause in ledger.clauses:
        yield f"{cited(clause.citation, library, say)}: {clause.text[say.language]}"
        if clause.reading:
            yield f"  {clause.reading[say.language]}"
        if not clause.citation.checked:
            yield f"  {say.say('unchecked')}"
    yield ""
    for line in ledger.lines:
        yield from _line(line, library, say)
    for each in ledger.undertakings:
        stands = say.code("assurance-standing", standing(each, ledger.on))
        given = {"giver": each.giver, "on": each.given_on.isoformat(), "standing": stands}
        yield say.say("speciality-undertaking", **given)
    yield from clock_lines(ledger.clocks, library, say)


def _line(line: Line, library: Library, say: Words) -> Iterator[str]:
    named = say.say("charge", id=line.charge, title=line.title) if line.charge else say.say("request")
    yield f"{named} → {say.code('speciality-stands', line.stands)}"
    granted, consented = _answer(line.granted, say), _answer(line.consented, say)
    asked = say.say("speciality-asked" if line.asked else "speciality-not-asked")
    yield "  " + say.say("speciality-line", granted=granted, asked=asked, consented=consented)
    if line.opened_by:
        yield "  " + ", ".join(say.code("speciality-opened", code) for code in line.opened_by)
    if line.needs:
        ways = (say.facts(sorted(need)) for need in line.needs)
        yield "  " + say.say("settled-by", facts=say.say("or").join(ways))
    if line.stands == "within-grant" and line.reclassified:
        yield "  " + say.code("speciality-reclassified", line.reclassified.finding.value)
    if line.against:
        yield "  " + say.say("speciality-raise", article=cited(line.against.citation, library, say))


def _answer(value: bool | None, say: Words) -> str:
    return say.code("reason", {True: "yes", False: "no", None: "not-known"}[value])
