"""``dedere assurances``: each assurance of a case, the bar it cures or why not, and the open questions."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from dedere.cli.lawyer import cited
from dedere.cli.output import DONE, print_json, print_text
from dedere.cli.rules import AsJson, Case, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.assess import assess
from dedere.law.assurances.assurance import Assurance
from dedere.law.assurances.bars import Bar, bars
from dedere.law.assurances.cover import standing
from dedere.law.assurances.questions import asked, othman
from dedere.law.assurances.report import report_assurances
from dedere.law.casefile import CaseFile
from dedere.law.library import Library
from dedere.law.readcase import read_case
from dedere.law.supposed import supposed


def assurances(case: Case, as_json: AsJson = False, lang: Lang = "en", treaties: Treaties = None) -> None:
    """Read the assurances of a case: which bar each cures, or why not, and who decides."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    found = assess(casefile, using)
    if as_json:
        print_json(report_assurances(casefile, found))
    else:
        print_text("\n".join(_told(casefile, bars(casefile, found), supposed(using, casefile), say)))
    raise typer.Exit(DONE)


def _told(casefile: CaseFile, found: tuple[Bar, ...], library: Library, say: Words) -> Iterator[str]:
    yield casefile.title.get(say.language) or casefile.id
    if not casefile.assurances:
        yield say.say("assurances-none")
    for each in casefile.assurances:
        yield from ("", f"{each.id} · {_standing(each, casefile, say)}")
        yield from (f"  {line}" for line in _assurance(each, say))
        yield from (f"  {line}" for line in _questions(each, say))
    yield from ("", say.say("assurances-bars"))
    for bar in found:
        yield from _bar(bar, library, say)


def _standing(assurance: Assurance, casefile: CaseFile, say: Words) -> str:
    return say.code("assurance-standing", standing(assurance, casefile.on))


def _assurance(assurance: Assurance, say: Words) -> Iterator[str]:
    about = say.code("assurance-about", assurance.about)
    yield say.say("assurance-given", about=about, giver=assurance.giver, on=assurance.given_on.isoformat())
    authority = say.code("assurance-authority", assurance.authority)
    yield f"{authority}: {assurance.authority_by}" if assurance.authority_by else authority
    if assurance.charges:
        yield say.say("assurance-charges", charges=", ".join(assurance.charges))
    if assurance.until:
        yield say.say("assurance-until", until=assurance.until.isoformat())
    for change in assurance.changes:
        yield f"{change.on.isoformat()} · {say.code('assurance-change', change.kind)} {change.note}".rstrip()


def _questions(assurance: Assurance, say: Words) -> Iterator[str]:
    checklist = othman()
    unchecked = "" if checklist.checked else f" · {say.say('unchecked')}"
    yield f"{checklist.title[say.language]} ({checklist.judgment}){unchecked}"
    for question, answer in asked(assurance):
        yield f"  {question.place} {question.text[say.language]}"
        if answer:
            yield f"      {answer.answer} ({', '.join(answer.sources)})"
        else:
            yield f"      {say.say('assurance-open')}"


def _bar(bar: Bar, library: Library, say: Words) -> Iterator[str]:
    kind, finding = say.code("kind", bar.kind), say.code("finding", bar.finding.value)
    charge = say.say("assurance-charge", charge=bar.charge) if bar.charge else ""
    yield f"  {cited(bar.citation, library, say)} · {kind}{charge}: {finding}"
    yield f"      {say.facts([bar.asks])}"
    for each in bar.offered:
        yield f"      {each.assurance}: {say.code('assurance-why', each.why)}"
    if not bar.offered:
        yield f"      {say.say('assurance-none-offered')}"
    if bar.decider:
        yield f"      {say.say('decides', decider=say.code('decider', bar.decider))}"
