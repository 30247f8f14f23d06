"""``dedere limitation``: lapse of time of each charge under both laws, computed line by line."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from dedere.cli.output import AGAINST, DONE, print_json, print_text
from dedere.cli.rules import AsJson, Case, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.casefile import CaseFile, ChargeFacts
from dedere.law.library import Library
from dedere.law.limitation.compute import Limitation, limitations
from dedere.law.limitation.feed import with_lapse
from dedere.law.limitation.report import report_limitations
from dedere.law.limitation.told import Step, steps
from dedere.law.readcase import read_case
from dedere.law.speech import speech
from dedere.words import Finding


def limitation(case: Case, as_json: AsJson = False, lang: Lang = "en", treaties: Treaties = None) -> None:
    """Compute lapse of time under the laws of both States. Ends with 1 where a charge has lapsed in one."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    charges = casefile.charges or (ChargeFacts(id=""),)
    found = [(charge, limitations(casefile, charge, using)) for charge in charges]
    if as_json:
        print_json(report_limitations(casefile, using))
    else:
        print_text("\n".join(_told(casefile, found, using, say)))
    lapsed = any(each.finding is Finding.MET for _, both in found for each in both)
    raise typer.Exit(AGAINST if lapsed else DONE)


Found = list[tuple[ChargeFacts, tuple[Limitation, Limitation]]]


def _told(casefile: CaseFile, found: Found, library: Library, say: Words) -> Iterator[str]:
    yield casefile.title.get(say.language) or casefile.id
    yield say.say("limitation-on", on=casefile.on.isoformat())
    _, computed = with_lapse(casefile, library)
    for charge, both in found:
        yield ""
        yield say.say("charge", id=charge.id, title=charge.title) if charge.id else say.say("request")
        for each in both:
            yield from _law(each, library, say)
        for fact in computed.get(charge.id, ()):
            if fact.contradicts:
                yield "  ! " + say.say("limitation-contradiction", fact=say.code("fact", fact.fact))


def _law(found: Limitation, library: Library, say: Words) -> Iterator[str]:
    side = say.code("limitation.side", found.side)
    finding = say.code("limitation.finding", found.finding.value)
    stage = say.code("limitation.stage", found.stage) if found.stage else say.say("limitation-stage-unknown")
    yield f"  {found.state}, {side} · {stage}: {finding.upper()}"
    for place, step in enumerate(steps(found, speech(library, say.language)), 1):
        yield from _step(place, step, say)
    if found.missing:
        yield "      " + say.say("limitation-missing", fact=say.code("fact", found.missing))
    if found.needs:
        ways = (say.facts(sorted(need)) for need in found.needs)
        yield "      " + say.say("settled-by", facts=say.say("or").join(ways))


def _step(place: int, step: Step, say: Words) -> Iterator[str]:
    yield f"    {place:>2}. {step.words}" + (f" · {step.article}" if step.article else "")
    notes = [step.reading, *step.sources, *([] if step.checked else [say.say("unchecked")])]
    for note in filter(None, notes):
        yield f"        {note}"
