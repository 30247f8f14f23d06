"""``dedere competing``: the requests of several States for one person, under each rule that binds."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from dedere.cli.lawyer import cited
from dedere.cli.output import DONE, print_json, print_text
from dedere.cli.rules import AsJson, Case, Lang, Treaties, chosen
from dedere.cli.words import Words, words
from dedere.law.casefile import CaseFile
from dedere.law.competing.pair import Pair
from dedere.law.competing.rank import Ranking, Read, rankings
from dedere.law.competing.report import report_rankings
from dedere.law.library import Library
from dedere.law.readcase import read_case
from dedere.law.supposed import supposed


def competing(case: Case, as_json: AsJson = False, lang: Lang = "en", treaties: Treaties = None) -> None:
    """Rank the requests of a case, with reasons and what is missing; a choice that is open stays open."""
    say, using = words(lang), chosen(treaties)
    casefile = read_case(case, using.facts)
    found = rankings(casefile, using)
    if as_json:
        print_json(report_rankings(casefile, found))
    else:
        print_text("\n".join(_told(casefile, found, supposed(using, casefile), say)))
    raise typer.Exit(DONE)


def _told(casefile: CaseFile, found: tuple[Ranking, ...], library: Library, say: Words) -> Iterator[str]:
    yield casefile.title.get(say.language) or casefile.id
    if not found:
        several = len({each.state for each in casefile.requests}) > 1
        yield say.say("competing-no-rule" if several else "competing-one-state")
    states = {each.id: str(each.state) for each in casefile.requests}
    for ranking in found:
        yield from _ranking(ranking, states, library, say)


def _ranking(ranking: Ranking, states: dict[str, str], library: Library, say: Words) -> Iterator[str]:
    named = {id: f"{id} ({state})" for id, state in states.items()}
    yield ""
    yield f"{cited(ranking.citation, library, say)} · {say.code('competing-order', ranking.order)}"
    yield "  " + say.say("competing-binds", requests=_some(ranking.binds, named))
    yield "  " + say.say("decides", decider=say.code("decider", ranking.decider))
    if not ranking.citation.checked:
        yield "  " + say.say("unchecked")
    for read in ranking.criteria:
        yield f"  · {_criterion(read, named, say)}"
    for place in ranking.places:
        beside = say.say("competing-beside", requests=_some(place.beside, named)) if place.beside else ""
        rank = f"{place.rank}." if place.before or place.after else "–"
        yield f"  {rank} {named[place.id]}{beside}"
    for pair in ranking.pairs:
        yield from _pair(pair, named, say)


def _criterion(read: Read, named: dict[str, str], say: Words) -> str:
    name = say.code("criterion", read.code)
    if not read.points:
        return say.say("competing-points-nowhere", criterion=name)
    key = "competing-speaks-for" if read.speaks_for else "competing-speaks-for-none"
    told = say.say(key, criterion=name, requests=_some(read.speaks_for, named))
    missing = say.say("competing-missing", requests=_some(read.missing, named)) if read.missing else ""
    return "; ".join(part for part in (told, missing) if part)


def _pair(pair: Pair, named: dict[str, str], say: Words) -> Iterator[str]:
    outcome = say.code("competing-outcome", pair.outcome)
    yield f"  {named[pair.first]} {outcome} {named[pair.second]}"
    if pair.decided_by and not pair.turns_on:
        yield "      " + say.say("competing-decided-by", criteria=_criteria(pair.decided_by, say))
    weighed = ((pair.first, pair.speaks_first), (pair.second, pair.speaks_second))
    for id, codes in weighed:
        if codes and not pair.decided_by:
            yield "      " + say.say("competing-for", request=named[id], criteria=_criteria(codes, say))
    if pair.outcome == "unknown":
        yield "      " + say.say("competing-turns-on", criteria=_criteria(pair.turns_on, say))


def _criteria(codes: tuple[str, ...], say: Words) -> str:
    return ", ".join(say.code("criterion", code) for code in codes)


def _some(ids: tuple[str, ...], named: dict[str, str]) -> str:
    return ", ".join(named[id] for id in ids)
