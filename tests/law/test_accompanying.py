"""What one charge comes to answers another's question, no more surely than it is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from dedere.law.accompanying import ACCOMPANIES
from dedere.law.assess import assess
from dedere.law.casefile import CaseFile, ChargeFacts, Known, Value
from dedere.law.library import library
from dedere.words import Finding, State

Said = Mapping[str, Value]
MAXIMA = {"maximum-requesting": (6, 60), "maximum-requested": (6, 60)}
KNOWN: Said = {"punishable-in-both": True}


def case(*charges: Said) -> CaseFile:
    return CaseFile(
        id="t",
        requesting=State("CH"),
        requested=State("GB"),
        on=date(2025, 3, 10),
        route="treaty-extradition",
        facts={"person-status": Known(value="accused")},
        charges=tuple(
            ChargeFacts(id=str(at), facts={name: Known(value=value) for name, value in said.items()})
            for at, said in enumerate(charges)
        ),
    )


def found(*charges: Said) -> tuple[Finding, ...]:
    """What article 2(2) of the European Convention comes to for each charge."""
    return tuple(
        next(
            each.finding
            for each in charge.findings
            if (each.citation.instrument, each.clause) == ("ets-024", "accessory-offence")
        )
        for charge in assess(case(*charges), library()).charges
    )


def completions(said: Said) -> list[Said]:
    open_facts = [name for name in MAXIMA if name not in said]
    values = product(*(MAXIMA[name] for name in open_facts))
    return [{**said, **dict(zip(open_facts, each, strict=True))} for each in values]


charges = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in MAXIMA.items()}
)


@given(one=charges, other=charges)
def test_it_is_unknown_only_if_two_completions_of_both_charges_disagree(one: Said, other: Said) -> None:
    one, other = {**KNOWN, **one}, {**KNOWN, **other}
    complete = [found(a, b)[0] for a, b in product(completions(one), completions(other))]
    assert found(one, other)[0] is (complete[0] if len(set(complete)) == 1 else Finding.UNKNOWN)


def test_nothing_is_worked_out_over_an_assertion_or_for_a_charge_alone() -> None:
    slight = {**KNOWN, "maximum-requesting": 6, "maximum-requested": 6}
    assert found({**slight, ACCOMPANIES: True}, slight) == (Finding.MET, Finding.NOT_MET)
    assert found(slight) == (Finding.UNKNOWN,)


def test_what_was_worked_out_is_told_with_its_articles() -> None:
    grave = {**KNOWN, "maximum-requesting": 60, "maximum-requested": 60}
    slight = {**KNOWN, "maximum-requesting": 6, "maximum-requested": 6}
    told = assess(case(slight, grave), library()).charges[0].computed
    assert [(each.fact, each.value, each.source) for each in told] == [(ACCOMPANIES, True, "ets-024/1, 2(1)")]
