"""The page of competing requests: each rule that binds, criterion by criterion, and who decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dedere.desk.frame.citations import cite
from dedere.desk.frame.tags import day
from dedere.desk.wording import code, say, state
from dedere.docket.case import Case
from dedere.law.casefile import CaseFile
from dedere.law.competing.pair import Pair
from dedere.law.competing.rank import Ranking, Read, rankings
from dedere.law.competing.request import Request
from dedere.law.library import library


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """One request in words; ``case`` is our number of its case, where it has one."""

    id: str
    state: str
    received: str
    provisional: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule over the requests, in words."""

    article: str
    unchecked: bool
    order: str
    decides: str
    binds: str
    criteria: list[tuple[str, str, str]]
    places: list[tuple[str, str, str]]
    pairs: list[tuple[str, list[str]]]


def rivals(case: Case, read: CaseFile | None) -> dict[str, object]:
    """Return what the page shows."""
    requests = read.requests if read else ()
    linked = {other.asked.id: other.case for other in case.others} | {case.number: case.number}
    names = {each.id: say("terms.request", id=each.id, state=state(each.state)) for each in requests}
    found = rankings(read, library()) if read else ()
    return {
        "requests": [_asks(each, linked[each.id]) for each in requests],
        "rules": [_rule(each, names) for each in found],
    }


def _asks(request: Request, case: str) -> Asks:
    unknown = code("reason", "not-known")
    return Asks(
        id=request.id,
        state=state(request.state),
        received=day(request.received_on) if request.received_on else unknown,
        provisional=day(request.provisional_on) if request.provisional_on else unknown,
        case=case,
    )


def _rule(ranking: Ranking, names: Mapping[str, str]) -> Rule:
    return Rule(
        article=cite(ranking.citation.instrument, ranking.citation.article),
        unchecked=not ranking.citation.checked,
        order=code("competing-order", ranking.order),
        decides=code("decider", ranking.decider),
        binds=_some(ranking.binds, names),
        criteria=[_criterion(each, names) for each in ranking.criteria],
        places=[
            (f"{each.rank}." if each.before or each.after else "–", names[each.id], _some(each.beside, names))
            for each in ranking.places
        ],
        pairs=[_pair(each, names) for each in ranking.pairs],
    )


def _criterion(read: Read, names: Mapping[str, str]) -> tuple[str, str, str]:
    """A criterion, for whom it speaks, and of whom what it asks is not known."""
    if not read.points:
        speaks = say("terms.points-nowhere")
    else:
        speaks = _some(read.speaks_for, names) or say("terms.speaks-for-none")
    return code("criterion", read.code), speaks, _some(read.missing, names)


def _pair(pair: Pair, names: Mapping[str, str]) -> tuple[str, list[str]]:
    first, second = names[pair.first], names[pair.second]
    why = []
    if pair.decided_by and not pair.turns_on:
        why.append(say("terms.decided-by", criteria=_criteria(pair.decided_by)))
    for name, speaking in ((first, pair.speaks_first), (second, pair.speaks_second)):
        if speaking and not pair.decided_by:
            why.append(say("terms.speaks", request=name, criteria=_criteria(speaking)))
    if pair.turns_on:
        why.append(say("terms.turns-on", criteria=_criteria(pair.turns_on)))
    outcome = code("competing-outcome", pair.outcome)
    return f"{first} {outcome} {second}", why


def _criteria(codes: tuple[str, ...]) -> str:
    return ", ".join(code("criterion", each) for each in codes)


def _some(ids: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names[id] for id in ids)
