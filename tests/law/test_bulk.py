"""A docket at large comes out as its charges do one by one, whatever their days."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import numpy as np
import pytest

from dedere.law.assess import assess
from dedere.law.assessment import ChargeAssessment
from dedere.law.bulk import FINDINGS, Head, Lot, found_together, plans
from dedere.law.casefile import CaseFile, ChargeFacts, Known
from dedere.law.library import library
from dedere.law.logic.column import column
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


def alone(head: Head, facts: dict[str, list[Any]], at: int) -> ChargeAssessment:
    """One charge assessed by itself."""
    requesting, requested, on, route = head
    known = {name: Known(value=each[at]) for name, each in facts.items() if each[at] is not None}
    of_charge = {name for name, fact in library().facts.items() if fact.about == "charge"}
    casefile = CaseFile(
        id="",
        requesting=requesting,
        requested=requested,
        on=on,
        route=route,
        facts={name: value for name, value in known.items() if name not in of_charge},
        charges=(
            ChargeFacts(id="", facts={name: value for name, value in known.items() if name in of_charge}),
        ),
    )
    return assess(casefile, library()).charges[0]


def lot(heads: list[Head], facts: dict[str, list[Any]], places: list[int]) -> Lot:
    """Those charges of a docket, as columns."""
    return Lot(
        requesting=heads[places[0]][0],
        requested=heads[places[0]][1],
        days=np.array([heads[at][2].toordinal() for at in places]),
        facts={name: column([values[at] for at in places]) for name, values in facts.items()},
    )


@pytest.mark.parametrize("share", [0.0, 0.6, 1.0])
def test_charges_found_on_together_come_out_as_each_does_alone(share: float) -> None:
    heads, facts = docket(60, share)
    by_head = plans(heads, library())
    for made in {id(made): made for made in by_head.values()}.values():
        places = [at for at, head in enumerate(heads) if by_head[head] is made]
        found = found_together(made, lot(heads, facts, places), library(), needs=True)
        for here, at in enumerate(places):
            together = [
                (each.clause.id, FINDINGS[each.codes[here]], each.needs.get(here, ())) for each in found
            ]
            findings = alone(heads[at], facts, at).findings
            assert together == [(each.clause, each.finding, each.needs) for each in findings]


def test_charges_share_a_plan_across_days_until_the_law_changes() -> None:
    days = [date(2016, 1, 1), date(2019, 6, 1), date(1976, 1, 1)]
    of_2016, of_2019, of_1976 = plans([(US, MX, on, ROUTES[0]) for on in days], library()).values()
    assert of_2016 is of_2019
    assert of_1976 is not of_2016


def test_on_each_side_of_every_turn_of_the_law_the_plan_is_that_of_its_own_day() -> None:
    turns = [
        day + timedelta(step)
        for each in library().instruments.values()
        for day in (each.in_force, each.until, *(clause.held_from for clause in each.clauses))
        if day is not None
        for step in (-1, 0, 1)
    ]
    heads = [(US, MX, on, ROUTES[0]) for on in turns]
    for head, shared in plans(heads, library()).items():
        own = plans([head], library())[head]
        assert [step.clause for step in shared.steps] == [step.clause for step in own.steps]
        assert [step.settled for step in shared.steps] == [step.settled for step in own.steps]


def test_where_no_instrument_binds_there_is_nothing_to_find() -> None:
    head = (State("NZ"), State("UY"), date(2020, 1, 1), ROUTES[0])
    assert found_together(plans([head], library())[head], lot([head], {}, [0]), library()) == ()
