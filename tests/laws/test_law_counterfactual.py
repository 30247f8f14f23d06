"""Every counterfactual told is true: applied, it gives the finding; with a part left out, it does not."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dedere.law.assess import assess
from dedere.law.casefile import CaseFile, ChargeFacts, Known
from dedere.law.counterfactual.find import Change, apply, otherwise
from dedere.law.library import library
from dedere.law.logic import Is
from dedere.law.readcase import case_files, read_cases
from dedere.words import Finding, State
from laws.test_law_evaluators import any_value

ROUTE = "treaty-extradition"
CASES = [case for path in case_files(Path(__file__).parents[1] / "cases") for case, _ in read_cases(path)]


def found(casefile: CaseFile, instrument: str, clause: str, charge: str) -> Finding:
    charges = assess(casefile, library()).charges
    findings = next(each for each in charges if each.id == charge).findings
    return next(
        each.finding for each in findings if (each.citation.instrument, each.clause) == (instrument, clause)
    )


def changed(casefile: CaseFile, charge: str, changes: tuple[Change, ...]) -> CaseFile:
    values = {fact: value for change in changes for fact, value in change.values.items()}
    return apply(casefile, library(), charge, values)


def some_facts(casefile: CaseFile, dice: random.Random) -> CaseFile:
    """The case with a third of the vocabulary answered at random, so that many things are determined."""
    told = {
        name: Known(value=any_value(fact, dice))
        for name, fact in library().facts.items()
        if dice.random() < 0.34
    }
    charge = ChargeFacts(id="1", facts=told)
    return replace(casefile, facts={}, charges=(charge,), events=(), assurances=())


@pytest.mark.parametrize("seed", range(6))
def test_what_is_told_was_tried_and_is_minimal(seed: int) -> None:
    dice = random.Random(seed)  # nothing secret
    seen: set[Finding] = set()
    for casefile in (some_facts(each, dice) for each in dice.sample(CASES, 3)):
        for each in assess(casefile, library()).charges[0].findings:
            place = (each.citation.instrument, each.clause)
            for other in otherwise(casefile, library(), instrument=place[0], clause=place[1], charge="1")[:6]:
                assert other.finding is not each.finding
                then = found(changed(casefile, "1", other.changes), *place, "1")
                assert then is other.finding
                for left_out in other.changes if len(other.changes) > 1 else ():
                    fewer = tuple(change for change in other.changes if change is not left_out)
                    assert found(changed(casefile, "1", fewer), *place, "1") is not other.finding
                seen.add(other.finding)
    assert {Finding.MET, Finding.NOT_MET} <= seen


def test_a_penalty_too_low_is_told_by_its_threshold_and_an_assurance_as_what_can_be_given() -> None:
    low = next(case for case in CASES if case.id == "t02-eleven-months")
    (other,) = (
        each
        for each in otherwise(
            low, library(), instrument="us-mx-1978", clause="extraditable-offence", charge="1"
        )
        if each.finding is Finding.MET
    )
    (change,) = other.changes
    assert change.values == {"maximum-requested": 12}
    assert (change.known, change.open_to) == (True, "fact")
    capital = next(case for case in CASES if case.id == "t08-capital-no-assurance")
    told = otherwise(capital, library(), instrument="mx-constitution", clause="const-22-death", charge="1")
    assert [(dict(each.changes[0].values), each.changes[0].open_to) for each in told] == [
        ({"assurance-against-death": True}, "assurance"),
        ({"death-penalty-in-requesting": False}, "fact"),
    ]


def test_a_clause_beside_the_point_cannot_be_changed_by_facts_and_a_charge_must_be_there() -> None:
    low = next(case for case in CASES if case.id == "t02-eleven-months")
    mexican = "authentication-of-mexican-papers"
    assert otherwise(low, library(), instrument="us-mx-1978", clause=mexican, charge="1") == ()
    with pytest.raises(KeyError, match="7"):
        otherwise(low, library(), instrument="us-mx-1978", clause="extraditable-offence", charge="7")


def test_only_what_is_yet_to_come_is_open_to_a_state() -> None:
    bare = CaseFile(id="t", requesting=State("US"), requested=State("MX"), on=date(2025, 1, 20), route=ROUTE)
    changes = {
        (each.literal, each.open_to)
        for other in otherwise(bare, library(), instrument="mx-constitution", clause="const-22-death")
        for each in other.changes
    }
    assert (Is("assurance-against-death", True), "assurance") in changes
    assert (Is("assurance-against-death", False), "fact") in changes
