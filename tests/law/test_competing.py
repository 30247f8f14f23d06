"""Several States ask for one person: criteria speak, an order is exact, an open choice stays open."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dedere.law.casefile import CaseFile
from dedere.law.competing.rank import Ranking, rankings
from dedere.law.competing.request import Request, Wanted
from dedere.law.library import library
from dedere.law.readcase import UnreadableCase, parse_case, read_case
from dedere.words import State

CASES = Path(__file__).parents[1] / "cases"
YY = Request(
    id="y",
    state=State("YY"),
    treaty=True,
    received_on=date(2024, 6, 10),
    provisional=False,
    offences=(Wanted(place="YY", maximum=240),),
)
ZZ = replace(YY, id="z", state=State("ZZ"), received_on=date(2024, 5, 2), offences=(Wanted(place="ZZ"),))


def asked(*requests: Request, of: str = "MX") -> CaseFile:
    return CaseFile(
        id="case",
        requesting=requests[0].state,
        requested=State(of),
        on=date(2025, 1, 15),
        route="treaty-extradition",
        requests=requests,
    )


def under(article: str, case: CaseFile) -> Ranking:
    (found,) = [each for each in rankings(case, library()) if each.citation.article == article]
    return found


def test_article_16_ranks_no_one_where_criteria_speak_for_either() -> None:
    found = under("16", read_case(CASES / "t16-two-states-in-dispute.toml"))
    (pair,) = found.pairs
    assert (found.decider, found.binds, pair.outcome) == ("executive", ("north",), "open")
    assert pair.speaks_first == ("later-re-extradition", "seriousness", "agreements")
    assert pair.speaks_second == ("nationality", "dates-received")
    assert [place.beside for place in found.places] == [("third",), ("north",)]


def test_article_16_puts_first_a_request_that_nothing_speaks_against() -> None:
    weaker = Request(
        id="z",
        state=State("ZZ"),
        treaty=False,
        received_on=date(2024, 7, 1),
        national=False,
        re_extradition=False,
        offences=(Wanted(place="ZZ", maximum=60),),
    )
    better = Request(
        id="u",
        state=State("US"),
        received_on=date(2024, 6, 10),
        national=False,
        re_extradition=False,
        offences=(Wanted(place="US", maximum=240),),
    )
    found = under("16", asked(better, weaker))
    assert [(place.id, place.rank) for place in found.places] == [("u", 1), ("z", 2)]
    unknown = under("16", asked(better, replace(weaker, national=None)))
    assert unknown.pairs[0].outcome == "unknown"
    assert unknown.pairs[0].turns_on == ("nationality",)


def test_the_order_of_lei_12_turns_on_the_one_fact_that_can_change_it() -> None:
    found = under("12", read_case(CASES / "lei-12-penalty-not-known.toml"))
    assert found.pairs[0].outcome == "unknown"
    assert found.pairs[0].turns_on == ("seriousness",)
    assert [read.missing for read in found.criteria] == [(), (), ("second",), ("second",)]


@pytest.mark.parametrize(
    ("first", "second", "outcome", "by"),
    [
        (YY, replace(ZZ, treaty=False), "before", "agreements"),
        (YY, replace(ZZ, offences=(Wanted(place="QQ", maximum="death"),)), "before", "place"),
        (YY, replace(ZZ, offences=(Wanted(place="ZZ", maximum="life"),)), "after", "seriousness"),
        (YY, replace(ZZ, offences=(Wanted(place="ZZ", maximum=240),)), "after", "first-asked"),
        (replace(YY, treaty=False), replace(ZZ, treaty=False), "after", "first-asked"),
        (
            replace(YY, provisional=True, provisional_on=date(2024, 1, 3), treaty=False),
            replace(ZZ, treaty=False),
            "before",
            "first-asked",
        ),
    ],
)
def test_lei_12_decides_by_the_first_criterion_that_tells_them_apart(
    first: Request, second: Request, outcome: str, by: str
) -> None:
    (pair,) = under("12", asked(first, second)).pairs
    assert (pair.outcome, pair.decided_by) == (outcome, (by,))


def test_neither_in_the_territory_is_ranked_by_date_whatever_the_penalties() -> None:
    elsewhere = (Wanted(place="QQ", maximum="life"),)
    first = replace(YY, offences=(Wanted(place="QQ", maximum=12),))
    (pair,) = under("12", asked(first, replace(ZZ, offences=elsewhere))).pairs
    assert (pair.outcome, pair.decided_by) == ("after", ("first-asked",))


def test_a_treaty_in_the_library_is_known_and_its_absence_there_is_not_its_absence() -> None:
    here = replace(YY, id="u", state=State("US"), treaty=None)
    there = replace(ZZ, treaty=None)
    read = under("16", asked(here, there)).criteria
    assert [each.missing for each in read if each.code == "agreements"] == [("z",)]


def test_one_state_alone_competes_with_nobody() -> None:
    assert rankings(asked(YY), library()) == ()
    assert rankings(asked(YY, replace(YY, id="again")), library()) == ()


def test_a_text_that_names_nothing_to_be_considered_leaves_everything_open() -> None:
    chosen = tuple(
        ("un-model-1990", option.id, option.choices[0])
        for option in library().instruments["un-model-1990"].options
    )
    case = replace(asked(YY, ZZ, of="QQ"), as_if=("un-model-1990",), choose=chosen)
    (found,) = rankings(case, library())
    assert (found.criteria, [pair.outcome for pair in found.pairs]) == ((), ["open"])


def test_where_no_rule_is_encoded_nothing_is_said() -> None:
    assert rankings(asked(YY, ZZ, of="QQ"), library()) == ()


def test_three_requests_stand_in_a_chain_and_their_order_in_the_file_changes_nothing() -> None:
    middle = replace(ZZ, id="m", state=State("XX"), offences=(Wanted(place="XX", maximum=120),))
    last = replace(ZZ, treaty=False)
    found = {under("12", asked(*some)).places for some in itertools.permutations((YY, middle, last))}
    assert len(found) == 1
    assert [(place.id, place.rank) for place in found.pop()] == [("y", 1), ("m", 2), ("z", 3)]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('state          = "ZZ"', 'state = "Zed"', "two capital letters"),
        ("maximum = 240", "maximum = 0", "whole months from 1"),
        ("provisional_on = 2024-04-01", "provisional_on = true", "false where none was asked"),
        ('id             = "third"', 'id = "north"', "two requests have one id"),
        ('state          = "US"', 'state = "QQ"', "no request of US is among them"),
        ('purpose        = "prosecution"', "purse = 1", "the key 'purse' is unknown"),
    ],
)
def test_a_request_that_cannot_be_read_is_complained_of_exactly(before: str, after: str, said: str) -> None:
    text = (CASES / "t16-two-states-in-dispute.toml").read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(UnreadableCase, match=said):
        parse_case("case.toml", text.replace(before, after, 1).encode())
