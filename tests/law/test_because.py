"""The sentence of a finding: on which facts, and how exceptions, and exceptions to them, are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dedere.law.assess import assess
from dedere.law.assessment import Effect
from dedere.law.because import because
from dedere.law.casefile import Value
from dedere.law.library import library
from dedere.law.logic import All, Is, Not, ask
from dedere.law.readcase import case_files, read_cases
from dedere.law.speech import speech
from dedere.law.stands import behind, stands
from dedere.words import Finding

CASES = [case for path in case_files(Path(__file__).parents[1] / "cases") for case, _ in read_cases(path)]


def told(instrument: str, clause: str, finding: Finding, language: str = "en", **facts: Value) -> str:
    values = {name.replace("_", "-"): value for name, value in facts.items()}
    return because(library().clause(instrument, clause), finding, values, speech(library(), language))


def test_a_bar_that_an_exception_lifts_says_that_it_would_bar_but_does_not() -> None:
    facts: Mapping[str, Value] = {
        "offence_political": True,
        "victim_head_of_state_or_family": False,
        "multilateral_duty_to_prosecute": True,
    }
    assert told("us-mx-1978", "political-offence", Finding.NOT_MET, **facts) == (
        "It would bar, since the offence is political or of a political character; but not here, for "
        "a multilateral agreement binds both States to prosecute the offence."
    )
    assert told("us-mx-1978", "political-offence", Finding.NOT_MET, "es", **facts) == (
        "Impediría la entrega, pues el delito es político o de carácter político; pero no aquí, ya que "
        "un convenio internacional multilateral obliga a ambos Estados a perseguir el delito."
    )


def test_a_bar_that_stands_says_why_no_exception_applies() -> None:
    assert told(
        "us-mx-1978",
        "political-offence",
        Finding.MET,
        offence_political=True,
        victim_head_of_state_or_family=False,
        multilateral_duty_to_prosecute=False,
    ).startswith(
        "It bars: the offence is political or of a political character. No exception applies: it is not a"
    )


def test_a_bar_that_only_an_exception_can_lift_says_what_is_not_known_of_it() -> None:
    assert told(
        "us-mx-1978",
        "political-offence",
        Finding.UNKNOWN,
        offence_political=True,
        victim_head_of_state_or_family=False,
    ) == (
        "It would bar, since the offence is political or of a political character; but it is not known "
        "whether a multilateral agreement binds both States to prosecute the offence."
    )


def test_an_exception_to_an_exception_is_told_as_one() -> None:
    clause = library().clause("us-mx-1978", "political-offence")
    condition = All(Is("offence-political"), Not(All(Is("offence-wilful"), Not(Is("persecution-risk")))))
    values: dict[str, Value] = dict.fromkeys(
        ("offence-political", "offence-wilful", "persecution-risk"), True
    )
    undone = replace(clause, question=ask(condition))
    assert because(undone, Finding.MET, values, speech(library(), "en")) == (
        "It bars: the offence is political or of a political character. An exception would apply, since the "
        "offence is wilful; but not here, for there is a risk that the person would be persecuted for "
        "political reasons."
    )


def test_days_and_months_are_told_with_what_is_asked_of_them() -> None:
    assert told(
        "mx-lei-1975",
        "lei-14-nationality",
        Finding.NOT_MET,
        "es",
        person_is_national_of_requested=True,
        nationality_of_requested_acquired_on=date(2020, 6, 1),
        offence_on=date(2019, 5, 4),
    ).endswith("(2020-06-01) es posterior al día del delito (2019-05-04).")
    lacking = told("us-mx-1978", "extraditable-offence", Finding.NOT_MET, maximum_requested=6)
    assert lacking.endswith("law of the requested State is 6 months (asked: at least 12 months).")


def test_what_no_known_fact_settles_is_said_to_come_out_so_either_way() -> None:
    clause = library().clause("us-mx-1978", "duty-to-extradite")
    either = replace(clause, question=ask(All(Is("offence-wilful"), Not(Is("offence-wilful")))))
    assert because(either, Finding.NOT_MET, {}, speech(library(), "en")) == (
        "It comes out so whatever the missing facts are."
    )


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_finding_that_turns_on_facts_is_told_in_a_whole_sentence(language: str) -> None:
    seen = set()
    for case in CASES[::7]:
        for charge in assess(case, library(), explained=language).charges:
            for found in charge.findings:
                asks = library().clause(found.citation.instrument, found.clause).question.facts
                if asks and not found.beside:
                    assert found.because[0].isupper()
                    assert found.because.endswith(".")
                    assert [each for each in ("{", "  ", " a el ") if each in found.because] == []
                    seen.add(found.effect)
    assert {Effect.MANDATORY_BAR, Effect.REQUIREMENT, Effect.DISCRETION, Effect.DOCUMENT} <= seen


def test_a_charge_stands_so_while_one_of_the_findings_behind_it_holds() -> None:
    seen = set()
    for case in CASES[::11]:
        for charge in assess(case, library()).charges:
            keeping = behind(charge)
            without = [each for each in charge.findings if each not in keeping]
            for each in keeping:
                assert stands([*without, each], ()) == charge.standing
            if keeping:
                assert stands(without, ()) != charge.standing
            seen.add(charge.standing)
    assert {"barred", "lacking", "unknown"} <= seen
