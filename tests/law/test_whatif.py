"""What if: changed facts beside the case as it stands, and changes that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dedere.law.casefile import CaseFile, ChargeFacts, Known
from dedere.law.counterfactual.whatif import UnreadableChange, WhatIf, read_changes, what_if
from dedere.law.library import library
from dedere.words import State

CASE = CaseFile(
    id="t",
    requesting=State("US"),
    requested=State("MX"),
    on=date(2025, 1, 20),
    route="treaty-extradition",
    facts={"person-is-national-of-requested": Known(value=False), "offence-political": Known(value=True)},
    charges=(ChargeFacts(id="1"), ChargeFacts(id="2")),
)


def supposing(*written: str, casefile: CaseFile = CASE) -> WhatIf:
    return what_if(casefile, library(), read_changes(written, casefile, library()))


def said(done: WhatIf, clause: str) -> dict[str, tuple[str, str]]:
    return {
        each.charge: (each.before.says, each.after.says)
        for each in done.differences
        if each.clause == clause and each.before and each.after
    }


def test_a_fact_of_the_person_changes_every_charge() -> None:
    done = supposing("person-is-national-of-requested=yes")
    assert said(done, "nationality") == {"1": ("not-met", "met"), "2": ("not-met", "met")}


def test_a_fact_of_one_charge_leaves_what_was_told_of_the_others() -> None:
    done = supposing("offence-purely-military@1=true", "offence-political@2=?")
    assert said(done, "military-offence") == {"1": ("unknown", "met")}
    assert set(said(done, "political-offence")) <= {"2"}
    assert ("1", "unknown", "barred") in done.standings


def test_a_change_and_its_contrary_leave_the_case_as_it_was() -> None:
    done = supposing("offence-wilful=true", "offence-wilful=?")
    assert done.differences == ()
    assert [before for _, before, _ in done.standings] == [after for _, _, after in done.standings]


def test_a_request_whose_charges_are_not_stated_may_be_supposed_of_too() -> None:
    bare = replace(CASE, charges=())
    done = supposing("offence-purely-military=true", casefile=bare)
    assert said(done, "military-offence") == {"": ("unknown", "met")}


@pytest.mark.parametrize(
    ("written", "what", "remedy"),
    [
        ("nonsense", "no change", "FACT=VALUE"),
        ("offence-wilfull=true", "no fact", "offence-wilful"),
        ("offence-wilful=maybe", "no value", "true or false"),
        ("offence-wilful@9=true", "charge '9'", "charge of the case"),
        ("person-consents@1=true", "not a fact of a charge", "charge of the case"),
        ("maximum-requested=-1", "no value", "whole number"),
    ],
)
def test_a_change_that_cannot_be_read_says_what_to_write(written: str, what: str, remedy: str) -> None:
    with pytest.raises(UnreadableChange) as refused:
        read_changes([written], CASE, library())
    assert what in refused.value.what
    assert remedy in refused.value.remedy
