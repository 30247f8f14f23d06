"""Clauses of every kind, with generated values: the three evaluators find the same on generated facts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.law.casefile import Value as Told
from dedere.law.kinds import KINDS, Value
from dedere.law.library import library
from dedere.law.logic import Question, ask
from dedere.law.vocabulary import Fact
from laws.test_law_evaluators import by_columns, compiled, explained

FACTS = library().asked()
YES_NO = sorted(name for name, fact in FACTS.items() if fact.type == "yes-no")
DAY = date(2025, 1, 20)
days = st.integers(-500, 500).map(lambda off: DAY + timedelta(days=off))


def values(value: Value) -> st.SearchStrategy[Any]:
    """What a lawyer may write for a key."""
    match value.type:
        case "whole":
            return st.sampled_from([0, 1, 2, 6, 12, 28, 30, 45, 60])
        case "day":
            return days
        case "flag":
            return st.booleans()
        case "code":
            return st.sampled_from(value.choices)
        case "codes":
            return st.lists(st.sampled_from(value.choices), unique=True, max_size=4).map(tuple)
        case "fact":
            return st.sampled_from(YES_NO if value.default is None else ["", *YES_NO])
        case "facts":
            return st.lists(st.sampled_from(YES_NO), unique=True, max_size=4).map(tuple)
        case "words":
            return st.just(())
        case _:
            return st.sampled_from(["MX", "US"])


@st.composite
def clauses(draw: st.DrawFn) -> Question:
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    told = {key: draw(values(value)) for key, value in kind.values.items()}
    meaning = kind.meaning(told)
    return ask(meaning.condition, meaning.guard)


def of_fact(fact: Fact) -> st.SearchStrategy[Told]:
    match fact.type:
        case "yes-no":
            return st.booleans()
        case "code":
            return st.sampled_from(fact.codes or ("MX", "US"))
        case "date":
            return days
        case _:
            return st.integers(0, 40)


@st.composite
def instruments(draw: st.DrawFn) -> tuple[list[Question], list[dict[str, Told]]]:
    some = draw(st.lists(clauses(), min_size=1, max_size=4))
    asked = sorted({fact for question in some for fact in question.facts})
    row = st.fixed_dictionaries({}, optional={fact: of_fact(FACTS[fact]) for fact in asked})
    return some, draw(st.lists(row, min_size=1, max_size=6))


def agree(some: list[Question], docket: list[dict[str, Told]]) -> None:
    expected = [explained(question, docket, FACTS) for question in some]
    assert compiled(some, docket, FACTS) == expected
    assert by_columns(some, docket, FACTS) == expected


@given(instruments())
def test_they_agree_on_generated_clauses_of_every_kind(
    made: tuple[list[Question], list[dict[str, Told]]],
) -> None:
    agree(*made)


@pytest.mark.nightly
@pytest.mark.skipif(settings.get_current_profile_name() != "nightly", reason="thousands of instruments")
@settings(max_examples=10_000)
@given(instruments())
def test_they_agree_on_thousands_of_generated_instruments(
    made: tuple[list[Question], list[dict[str, Told]]],
) -> None:
    agree(*made)
