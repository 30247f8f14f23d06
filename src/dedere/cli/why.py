"""``dedere why``: why a clause was found so, and what would change it; each change was tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from dedere.cli.lawyer import finding_lines
from dedere.cli.output import DONE, print_json, print_text, stop
from dedere.cli.rules import AsJson, Case, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.assess import assess
from dedere.law.assessment import ChargeAssessment, ClauseFinding
from dedere.law.casefile import CaseFile
from dedere.law.counterfactual.find import Counterfactual, otherwise
from dedere.law.counterfactual.report import report_why
from dedere.law.library import Library
from dedere.law.readcase import read_case
from dedere.law.speech import Speech, speech
from dedere.law.supposed import supposed


def why(
    case: Case,
    clause: Annotated[str, typer.Argument(help="A clause by its id, or as INSTRUMENT:CLAUSE.")],
    charge: Annotated[str, typer.Option("--charge", help="The charge; the first where left out.")] = "",
    as_json: AsJson = False,
    lang: Lang = "en",
    treaties: Treaties = None,
) -> None:
    """Say why a clause was found so for a charge, and the smallest changes that would change it."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    using = supposed(using, casefile)
    of = _charge(casefile, using, charge, lang)
    found = _finding(of, clause)
    others = otherwise(
        casefile, using, instrument=found.citation.instrument, clause=found.clause, charge=of.id
    )
    if as_json:
        print_json(report_why(casefile, of.id, found, others, speech(using, lang)))
    else:
        print_text("\n".join(_told(of, found, others, using, say)))
    raise typer.Exit(DONE)


def _charge(casefile: CaseFile, library: Library, charge: str, lang: str) -> ChargeAssessment:
    charges = assess(casefile, library, explained=lang).charges
    found = next((each for each in charges if charge in ("", each.id)), None)
    if found is None:
        stop(
            f"--charge: there is no charge {charge!r}; name one of: {', '.join(each.id for each in charges)}"
        )
    return found


def _finding(charge: ChargeAssessment, clause: str) -> ClauseFinding:
    instrument, _, name = clause.rpartition(":")
    found = [
        each
        for each in charge.findings
        if each.clause == name and instrument in ("", each.citation.instrument)
    ]
    if not found:
        known = ", ".join(f"{each.citation.instrument}:{each.clause}" for each in charge.findings)
        stop(f"{clause!r} is no clause in force here; name one of: {known}")
    if len(found) > 1:
        named = ", ".join(f"{each.citation.instrument}:{each.clause}" for each in found)
        stop(f"{clause!r} stands in several instruments; name one of: {named}")
    return found[0]


def _told(
    charge: ChargeAssessment,
    found: ClauseFinding,
    others: Sequence[Counterfactual],
    library: Library,
    say: Words,
) -> Iterator[str]:
    yield from finding_lines(found, library, say)
    yield ""
    yield say.say("why-otherwise" if others else "why-nothing")
    saying = speech(library, say.language)
    for each in others:
        yield from _otherwise(charge, each, saying, say)


def _otherwise(charge: ChargeAssessment, other: Counterfactual, saying: Speech, say: Words) -> Iterator[str]:
    yield "  " + say.say("why-would-be", finding=say.code("finding", other.finding.value))
    for change in other.changes:
        yield f"    · {saying.holds(change.literal)} [{say.code('open', change.open_to)}]"
    if other.standing != charge.standing:
        yield "      " + say.say("why-standing", standing=say.code("standing", other.standing))
