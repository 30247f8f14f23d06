"""Laws of competing requests: no order of the file matters, no new fact flips what is settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dedere.law.casefile import CaseFile
from dedere.law.competing.rank import Ranking, rankings
from dedere.law.competing.request import Request, Wanted
from dedere.law.library import library
from dedere.words import State

STATES = ("US", "YY", "ZZ")
DAYS = (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))
PENALTIES: tuple[int | str, ...] = (1, 120, 121, 122, "life", "death")
BEFORE, AFTER = "before", "after"


@st.composite
def several(draw: st.DrawFn) -> tuple[Request, ...]:
    """Two or three requests with holes."""
    flag = st.sampled_from((True, False, None))
    return tuple(
        Request(
            id=f"r{state}",
            state=State(state),
            treaty=True if state == "US" else draw(flag),  # the library holds that treaty
            received_on=draw(st.sampled_from((DAYS[1], DAYS[2], None))),
            provisional=False,
            national=draw(flag),
            re_extradition=draw(flag),
            offences=(
                Wanted(
                    place=draw(st.sampled_from((state, "QQ", ""))),
                    maximum=draw(st.sampled_from((120, 121, "life", None))),
                ),
            ),
        )
        for state in draw(st.sampled_from((STATES, STATES[:2])))
    )


def ranked(requests: tuple[Request, ...]) -> tuple[Ranking, ...]:
    case = CaseFile(
        id="",
        requesting=State("US"),
        requested=State("MX"),
        on=date(2025, 1, 15),
        route="treaty-extradition",
        requests=requests,
    )
    found = rankings(case, library())
    assert {each.citation.article for each in found} == {"16", "12"}
    return found


def outcomes(found: tuple[Ranking, ...]) -> dict[tuple[str, str, str], str]:
    return {(rule.clause, pair.first, pair.second): pair.outcome for rule in found for pair in rule.pairs}


def completions(request: Request) -> Iterator[Request]:
    """Every way to fill the holes, over values that stand on either side of all that are known."""
    offence = request.offences[0]
    holes: list[tuple[Any, ...]] = [
        (True, False) if request.treaty is None else (request.treaty,),
        (*DAYS, date(2024, 4, 1)) if request.received_on is None else (request.received_on,),
        (True, False) if request.national is None else (request.national,),
        (True, False) if request.re_extradition is None else (request.re_extradition,),
        (str(request.state), "QQ") if offence.place == "" else (offence.place,),
        PENALTIES if offence.maximum is None else (offence.maximum,),
    ]
    for treaty, day, national, onward, place, maximum in product(*holes):
        yield replace(
            request,
            treaty=treaty,
            received_on=day,
            national=national,
            re_extradition=onward,
            offences=(Wanted(place=place, maximum=maximum),),
        )


def weight(maximum: int | str | None) -> tuple[int, int]:
    return (1, 0) if maximum == "life" else (2, 0) if maximum == "death" else (0, int(maximum or 0))


def lei_key(full: Request) -> tuple[object, ...]:
    """LEI 12 as a lawyer would sort complete files: treaty, then territory, then penalty; else by date."""
    assert full.received_on is not None
    treaty = bool(full.treaty)
    place = treaty and full.offences[0].place == full.state
    return treaty, place, weight(full.offences[0].maximum) if place else (0, 0), -full.received_on.toordinal()


def article_16(first: Request, second: Request) -> str:
    """Which of two complete files nothing speaks against, criterion by criterion."""
    pairs = (
        (first.re_extradition, second.re_extradition),
        (weight(first.offences[0].maximum), weight(second.offences[0].maximum)),
        (first.offences[0].place == first.state, second.offences[0].place == second.state),
        (first.national, second.national),
        (second.received_on, first.received_on),
        (first.treaty, second.treaty),
    )
    better = any(a > b for a, b in pairs)  # type: ignore[operator]
    worse = any(a < b for a, b in pairs)  # type: ignore[operator]
    return "open" if better and worse else BEFORE if better else AFTER if worse else "even"


def by_lei(first: Request, second: Request) -> str:
    a, b = lei_key(first), lei_key(second)
    return BEFORE if a > b else AFTER if a < b else "even"  # type: ignore[operator]


@given(requests=several(), order=st.randoms(use_true_random=False))
def test_the_order_in_which_requests_are_written_changes_nothing(
    requests: tuple[Request, ...], order: Any
) -> None:
    shuffled = list(requests)
    order.shuffle(shuffled)
    assert {each.clause: each.places for each in ranked(tuple(shuffled))} == {
        each.clause: each.places for each in ranked(requests)
    }


@given(requests=several())
def test_an_outcome_is_settled_exactly_where_every_completion_agrees(requests: tuple[Request, ...]) -> None:
    found = outcomes(ranked(requests))
    for first, second in combinations(sorted(requests, key=lambda each: each.id), 2):
        full = list(product(completions(first), completions(second)))
        for clause, oracle in (("competing-requests", article_16), ("lei-12-competing-requests", by_lei)):
            wanted = {oracle(a, b) for a, b in full}
            expected = wanted.pop() if len(wanted) == 1 else "unknown"
            assert found[clause, first.id, second.id] == expected


@given(requests=several(), data=st.data())
def test_a_new_fact_never_flips_a_settled_pair(requests: tuple[Request, ...], data: st.DataObject) -> None:
    before = outcomes(ranked(requests))
    told = tuple(data.draw(st.sampled_from(list(completions(each)))) for each in requests)
    after = outcomes(ranked(told))
    assert {pair: after[pair] for pair, said in before.items() if said != "unknown"} == {
        pair: said for pair, said in before.items() if said != "unknown"
    }


@given(requests=several())
def test_a_chain_holds_together(requests: tuple[Request, ...]) -> None:
    for rule in ranked(requests):
        ranks = {place.id: place.rank for place in rule.places}
        for place in rule.places:
            assert all(ranks[ahead] < place.rank for ahead in place.after)
            assert not set(place.before) & set(place.after)
            assert set(place.before) | set(place.after) | set(place.beside) == set(ranks) - {place.id}
