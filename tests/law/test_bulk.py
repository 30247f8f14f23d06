"""A docket at large comes out as its charges do one by one, whatever their days."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from dedere.law.assess import assess
from dedere.law.bulk import FINDINGS, Head, found_together, plans
from dedere.law.casefile import CaseFile, ChargeFacts, Known
from dedere.law.library import library
from dedere.law.vocabulary import Fact
from dedere.words import State

US, MX = State("US"), State("MX")
ROUTES = ("treaty-extradition", "national-security-transfer", "sentence-transfer")


def value(fact: Fact, dice: Random) -> Any:
    match fact.type:
        case "yes-no":
            return dice.random() < 0.5
        case "date":
            return date(2000, 1, 1) + timedelta(dice.randrange(9000))
        case "code":
            return dice.choice(fact.codes)
        case _:
            return dice.randrange(60)


def docket(size: int, share: float) -> tuple[list[Head], dict[str, list[Any]]]:
    """Charges of chance, so much of their facts known."""
    dice = Random(29)
    pairs = [dice.choice([(US, MX), (MX, US)]) for _ in range(size)]
    days = [date(1975, 1, 1) + timedelta(dice.randrange(18_000)) for _ in range(size)]
    heads = [(*pair, on, dice.choice(ROUTES)) for pair, on in zip(pairs, days, strict=True)]
    facts = {
        name: [value(fact, dice) if dice.random() < share else None for _ in range(size)]
        for name, fact in library().facts.items()
    }
    return heads, facts


@pytest.mark.parametrize("share", [0.0, 0.6, 1.0])
def test_charges_found_on_together_come_out_as_each_does_alone(share: float) -> None:
    heads, facts = docket(60, share)
    by_head = plans(heads, library())
    for at, head in enumerate(heads):
        places = [other for other, each in enumerate(heads) if by_head[each] is by_head[head]]
        lot = {name: [column[place] for place in places] for name, column in facts.items()}
        found = found_together(by_head[head], [heads[place] for place in places], lot, library(), needs=True)
        here = places.index(at)
        known = {name: Known(value=column[at]) for name, column in facts.items() if column[at] is not None}
        requesting, requested, on, route = head
        (alone,) = assess(
            CaseFile(
                id="",
                requesting=requesting,
                requested=requested,
                on=on,
                route=route,
                charges=(ChargeFacts(id="1", facts=known),),
            ),
            library(),
        ).charges
        assert [(each.clause, each.finding, each.needs) for each in alone.findings] == [
            (each.clause.id, FINDINGS[each.codes[here]], each.needs[here]) for each in found
        ]


def test_charges_share_a_plan_across_days_until_the_law_changes() -> None:
    days = [date(2010, 1, 1), date(2015, 6, 1), date(1976, 1, 1)]
    of_2010, of_2015, of_1976 = plans([(US, MX, on, ROUTES[0]) for on in days], library()).values()
    assert of_2010 is of_2015
    assert of_1976 is not of_2010


def test_where_no_instrument_binds_there_is_nothing_to_find() -> None:
    head = (State("FR"), State("DE"), date(2020, 1, 1), ROUTES[0])
    assert found_together(plans([head], library())[head], [head], {}, library()) == ()
