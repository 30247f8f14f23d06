"""Explain, compiled and columns find the same on every input; enumeration and clingo agree with all three."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.law import logic
from dedere.law.casefile import Value
from dedere.law.library import library
from dedere.law.logic import Condition, Question, Span, ask, settle
from dedere.law.logic.column import column, reached
from dedere.law.logic.columns import FINDINGS, column_findings
from dedere.law.logic.compiled import compile_rules
from dedere.law.vocabulary import Fact, Vocabulary
from dedere.words import Finding
from laws import test_law_logic as logic_laws

DATES = {name: Fact(name=name, type="date") for name in "pqr"}
FACTS: Vocabulary = {**logic_laws.FACTS, **DATES}
days = st.dates(date(2024, 2, 26), date(2024, 4, 2))
spans = st.builds(Span, months=st.integers(0, 2), days=st.integers(0, 5))
atoms: st.SearchStrategy[Condition] = st.one_of(
    logic_laws.atoms,
    st.builds(logic.Before, st.sampled_from("pqr"), days),
    st.builds(logic.After, st.sampled_from("pqr"), days),
    st.builds(logic.Reaches, st.sampled_from("pqr"), st.sampled_from("pqr"), spans, st.booleans()).filter(
        lambda atom: atom.fact != atom.than
    ),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda members: logic.All(*members)),
        st.lists(inner, max_size=3).map(lambda members: logic.Any(*members)),
        inner.map(logic.Not),
    ),
    max_leaves=6,
)
questions = st.builds(ask, conditions, st.one_of(st.just(logic.ALWAYS), conditions))
rows = st.fixed_dictionaries(
    {},
    optional={
        "a": st.booleans(),
        "b": st.booleans(),
        "c": st.booleans(),
        "k": st.sampled_from("xyzw"),
        "m": st.integers(0, 6),
        "n": st.integers(0, 6),
        "o": st.integers(0, 6),
        "p": days,
        "q": days,
        "r": days,
    },
)
dockets = st.lists(rows, min_size=1, max_size=8)

Docket = Sequence[Mapping[str, Value]]


def explained(question: Question, docket: Docket, facts: Vocabulary) -> list[Finding]:
    return [settle(question, row, facts).finding for row in docket]


def compiled(some: Sequence[Question], docket: Docket, facts: Vocabulary) -> list[list[Finding]]:
    rules = compile_rules(some, facts)
    return [list(each) for each in zip(*(rules.of(row) for row in docket), strict=True)]


def by_columns(some: Sequence[Question], docket: Docket, facts: Vocabulary) -> list[list[Finding]]:
    asked = {fact for question in some for fact in question.facts}
    known = {fact for fact in asked if any(fact in row for row in docket)}  # the table may lack the others
    table = {fact: column([row.get(fact) for row in docket]) for fact in known}
    found = column_findings(some, table, len(docket), facts)
    return [[FINDINGS[each] for each in row] for row in found]


@given(st.lists(questions, min_size=1, max_size=3), dockets)
def test_the_three_evaluators_agree(some: list[Question], docket: list[dict[str, Value]]) -> None:
    expected = [explained(question, docket, FACTS) for question in some]
    assert compiled(some, docket, FACTS) == expected
    assert by_columns(some, docket, FACTS) == expected


@pytest.mark.nightly
@pytest.mark.skipif(settings.get_current_profile_name() != "nightly", reason="a hundred thousand cases")
@settings(max_examples=4_000)
@given(st.lists(questions, min_size=1, max_size=2), st.lists(rows, min_size=26, max_size=26))
def test_they_agree_on_a_hundred_thousand_cases(some: list[Question], docket: Docket) -> None:
    expected = [explained(question, docket, FACTS) for question in some]
    assert compiled(some, docket, FACTS) == expected
    assert by_columns(some, docket, FACTS) == expected


@given(logic_laws.questions, st.lists(logic_laws.some, min_size=1, max_size=4))
def test_enumeration_agrees_with_the_fast_two(question: Question, docket: list[dict[str, Value]]) -> None:
    found = [logic_laws.reached(question, row) for row in docket]
    expected = [next(iter(each)) if len(each) == 1 else Finding.UNKNOWN for each in found]
    assert compiled([question], docket, FACTS) == [expected]
    assert by_columns([question], docket, FACTS) == [expected]


@settings(max_examples=30)
@given(logic_laws.questions, logic_laws.some)
def test_clingo_agrees_with_the_fast_two(question: Question, values: dict[str, Value]) -> None:
    program = logic_laws.Program(question, values)
    told = {"met": Finding.MET, "notmet": Finding.NOT_MET, "beside": Finding.NOT_IN_POINT}
    found = {finding for name, finding in told.items() if program.reaches(name)}
    expected = next(iter(found)) if len(found) == 1 else Finding.UNKNOWN
    assert compiled([question], [values], FACTS) == [[expected]]
    assert by_columns([question], [values], FACTS) == [[expected]]


def any_value(fact: Fact, dice: random.Random) -> Value:
    match fact.type:
        case "yes-no":
            return dice.random() < 0.5
        case "code":
            return dice.choice(fact.codes or ("MX", "US"))
        case "date":
            return date(2025, 1, 1) + timedelta(days=dice.randrange(-200, 200))
        case _:
            return dice.randrange(0, 40)


@pytest.mark.parametrize("known", [0.2, 0.5, 0.8, 1.0])
def test_they_agree_on_every_clause_shipped(known: float) -> None:
    dice = random.Random(f"clauses {known}")  # nothing secret
    facts = library().asked()
    some = [clause.question for each in library().instruments.values() for clause in each.clauses]
    docket = [
        {name: any_value(fact, dice) for name, fact in facts.items() if dice.random() < known}
        for _ in range(25)
    ]
    expected = [explained(question, docket, facts) for question in some]
    assert compiled(some, docket, facts) == expected
    assert by_columns(some, docket, facts) == expected


HOSTILE = (
    "x = __import__('os').abort()",
    "'); import os; os.abort() #",
    "v0\n    import os; os.abort()",
    '"""\\N{BULLET}{abort}%s\0',
    "lambda: abort",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("code", HOSTILE)
def test_no_name_and_no_code_of_a_file_becomes_code(name: str, code: str) -> None:
    facts = {name: Fact(name=name, type="code", codes=(code, "other"))}
    asked = [ask(logic.Is(name, code)), ask(logic.Among(name, (code,)), logic.Not(logic.Is(name, "other")))]
    rules = compile_rules(asked, facts)
    assert rules.of({name: code}) == (Finding.MET, Finding.MET)
    assert rules.of({name: "other"}) == (Finding.NOT_MET, Finding.NOT_IN_POINT)
    assert not {"abort", "import", "lambda"} & set(re.findall(r"[a-z]+", rules.source))


def test_the_generated_source_is_the_same_whatever_the_names_and_values_are() -> None:
    def source(name: str, code: str, number: int) -> str:
        facts = {name: Fact(name=name, type="code"), "n": Fact(name="n", type="count")}
        return compile_rules([ask(logic.All(logic.Is(name, code), logic.AtLeast("n", number)))], facts).source

    assert source("a", "x", 1) == source(HOSTILE[0], HOSTILE[1], 10**14)


def test_a_code_that_is_not_listed_may_be_any_other() -> None:
    facts = {name: Fact(name=name, type="code") for name in "st"}
    one_or_other = logic.Any(logic.Is("s", "MX"), logic.Is("s", "US"))
    both = logic.All(logic.Is("s", "MX"), logic.Is("s", "US"))
    for condition, expected in ((one_or_other, Finding.UNKNOWN), (both, Finding.NOT_MET)):
        question = ask(logic.All(condition, logic.Any(logic.Is("t", "x"), logic.Not(logic.Is("t", "x")))))
        assert explained(question, [{}], facts) == [expected]
        assert compiled([question], [{}], facts) == [[expected]]
        assert by_columns([question], [{}], facts) == [[expected]]


@given(st.lists(st.dates(date(1900, 1, 1), date(2200, 1, 1)), min_size=1, max_size=20), spans)
def test_months_are_added_to_a_column_as_to_one_day(some: list[date], span: Span) -> None:
    found = reached(column(some), span)
    assert [date.fromordinal(int(each)) for each in found] == [span.after(day) for day in some]


def test_a_docket_of_more_than_one_block_is_found_in_order() -> None:
    question = ask(logic.AtLeast("m", 3))
    docket = list(itertools.islice(itertools.cycle([{"m": 2}, {"m": 3}, {}]), 1_200_000))
    table = {"m": column([row.get("m") for row in docket])}
    (found,) = column_findings([question], table, len(docket), FACTS)
    assert found.tolist() == [2, 1, 0] * 400_000
