"""The requests under each rule that binds: what speaks for which, a partial order, what is missing.

Nothing is decided here. Where the law gives criteria without an order, a request comes before
another only where no criterion can speak against it; all else is left to the decider, named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dedere.law.casefile import CaseFile
from dedere.law.competing.criteria import CRITERIA, Criterion
from dedere.law.competing.pair import Pair, Verdict, compare, ranked, ranked_where_met, weighed
from dedere.law.competing.request import Request
from dedere.law.force import treaty_binds
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.plan import plan
from dedere.words import Citation

KIND = "competing-requests"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One criterion over all the requests.

    Attributes:
        speaks_for: requests that it cannot put behind any other, and puts before at least one.
        missing: requests of which what it asks is not known.
        points: False where the text names it and does not say which way it points.
    """

    code: str
    speaks_for: tuple[str, ...]
    missing: tuple[str, ...]
    points: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One request in the partial order.

    ``rank`` is one more than the longest chain of requests that come before it whatever is missing;
    requests of one rank, and those in ``beside``, are not put in order.
    """

    id: str
    rank: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The requests under one rule; ``binds`` names those with whose State it holds."""

    citation: Citation
    clause: str
    order: str
    decider: str
    binds: tuple[str, ...]
    criteria: tuple[Read, ...]
    places: tuple[Place, ...]
    pairs: tuple[Pair, ...]


def rankings(casefile: CaseFile, library: Library) -> tuple[Ranking, ...]:
    """Rank the requests of a case under every rule on competing requests that binds one of them.

    None where fewer than two States ask, and none where no rule is encoded: then nothing is said.
    """
    requests = tuple(sorted((_bound(each, casefile, library) for each in casefile.requests), key=_by_id))
    if len({each.state for each in requests}) < 2:
        return ()
    rules: dict[tuple[str, str], tuple[Clause, list[str]]] = {}
    for request in requests:
        for step in plan(library, _of(request, casefile)).steps:
            if step.clause.kind == KIND and step.settled is None:
                key = (step.clause.citation.instrument, step.clause.id)
                rules.setdefault(key, (step.clause, []))[1].append(request.id)
    return tuple(_ranking(clause, tuple(binds), requests) for clause, binds in rules.values())


def _by_id(request: Request) -> str:
    return request.id


def _of(request: Request, casefile: CaseFile) -> CaseFile:
    return replace(casefile, requesting=request.state)


def _bound(request: Request, casefile: CaseFile, library: Library) -> Request:
    """The request with its treaty, where the library holds one that is in force; never said to have none."""
    if request.treaty is not None or not treaty_binds(library, _of(request, casefile)):
        return request
    return replace(request, treaty=True)


def _ranking(clause: Clause, binds: tuple[str, ...], requests: Sequence[Request]) -> Ranking:
    criteria = [CRITERIA[code] for code in clause.given["criteria"]]
    pairs = tuple(
        compare(first, second, criteria, _verdict(clause.given))
        for first, second in combinations(requests, 2)
        if first.state != second.state
    )
    return Ranking(
        citation=clause.citation,
        clause=clause.id,
        order=clause.given["order"],
        decider=clause.decider,
        binds=binds,
        criteria=tuple(_read(each, requests) for each in criteria),
        places=_places(requests, pairs),
        pairs=pairs,
    )


def _verdict(given: Mapping[str, object]) -> Verdict:
    if given["order"] == "open":
        return weighed
    return ranked_where_met if given["only_where_met"] else ranked


def _read(criterion: Criterion, requests: Sequence[Request]) -> Read:
    if criterion.read is None:
        return Read(code=criterion.code, speaks_for=(), missing=(), points=False)
    spans = {each.id: criterion.read(each) for each in requests}
    return Read(
        code=criterion.code,
        speaks_for=tuple(each.id for each in requests if _speaks(criterion, each, requests)),
        missing=tuple(id for id, (low, high) in spans.items() if low != high),
    )


def _speaks(criterion: Criterion, request: Request, requests: Sequence[Request]) -> bool:
    others = [each for each in requests if each.state != request.state]
    signs = [{sign for sign, _ in criterion.ways(request, other)} for other in others]
    return all(-1 not in each for each in signs) and any(each == {1} for each in signs)


def _places(requests: Sequence[Request], pairs: Sequence[Pair]) -> tuple[Place, ...]:
    before: dict[str, set[str]] = {each.id: set() for each in requests}
    for pair in pairs:
        if pair.outcome in ("before", "after"):
            ahead, behind = (
                (pair.first, pair.second) if pair.outcome == "before" else (pair.second, pair.first)
            )
            before[behind].add(ahead)
    met = {id: {two for pair in pairs for two in _both(pair) if id in _both(pair)} - {id} for id in before}
    places = (
        Place(
            id=id,
            rank=_rank(id, before),
            before=tuple(sorted(other for other in before if id in before[other])),
            after=tuple(sorted(ahead)),
            beside=tuple(sorted(other for other in met[id] - ahead if id not in before[other])),
        )
        for id, ahead in before.items()
    )
    return tuple(sorted(places, key=lambda place: (place.rank, place.id)))


def _both(pair: Pair) -> tuple[str, str]:
    return pair.first, pair.second


def _rank(id: str, before: Mapping[str, set[str]]) -> int:
    return 1 + max((_rank(ahead, before) for ahead in before[id]), default=0)
