"""Months against days: whatever two days of any month can do is tried; the calendar's ends break nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.law import logic
from dedere.law.casefile import Value
from dedere.law.logic import Condition, Span, ask, settle
from dedere.law.logic.column import column
from dedere.law.logic.columns import FINDINGS, column_findings
from dedere.law.logic.compiled import compile_rules
from dedere.law.vocabulary import Fact
from dedere.words import Finding

FACTS = {name: Fact(name=name, type="date") for name in "pq"}
# A common year and a leap year hold months of every length; no span here passes 62 days.
YEARS = [date(2023, 1, 1) + timedelta(days=days) for days in range(731)]
STARTS = [day for day in YEARS if not 2 < day.day < 27]
spans = st.one_of(
    st.builds(Span, months=st.integers(0, 2), days=st.integers(0, 2)),
    st.builds(Span, days=st.sampled_from([27, 28, 29, 30, 31, 58, 59, 60, 61, 62])),
)
atoms: st.SearchStrategy[Condition] = st.builds(
    logic.Reaches, st.just("p"), st.just("q"), spans, st.booleans()
)
literals = st.one_of(atoms, atoms.map(logic.Not))
conditions = st.one_of(
    st.lists(literals, min_size=2, max_size=3).map(lambda members: logic.All(*members)),
    st.lists(literals, min_size=2, max_size=3).map(lambda members: logic.Any(*members)),
)


def pairs() -> Iterator[dict[str, Value]]:
    for start in STARTS:
        for days in (*range(-1, 4), *range(26, 66)):
            yield {"p": start + timedelta(days=days), "q": start}


def by_trying(condition: Condition) -> Finding:
    held: set[bool | None] = set()
    for values in pairs():
        held.add(condition.kleene(values))
        if len(held) == 2:
            return Finding.UNKNOWN
    return Finding.MET if held == {True} else Finding.NOT_MET


@settings(max_examples=6)
@given(conditions)
def test_how_long_a_month_is_counts_while_both_days_are_missing(condition: Condition) -> None:
    expected = by_trying(condition)
    question = ask(condition)
    assert settle(question, {}, FACTS).finding is expected
    assert compile_rules([question], FACTS).of({}) == (expected,)
    assert FINDINGS[column_findings([question], {}, 1, FACTS)[0, 0]] is expected


def test_a_month_later_may_be_less_than_thirty_days_later_and_is_never_less_than_twenty_eight() -> None:
    month = logic.Reaches("p", "q", Span(months=1))
    for days, expected in ((28, Finding.MET), (29, Finding.UNKNOWN), (30, Finding.UNKNOWN)):
        implied = logic.Any(logic.Not(month), logic.Reaches("p", "q", Span(days=days)))
        assert settle(ask(implied), {}, FACTS).finding is expected


@pytest.mark.parametrize("known", [date.min, date(3, 1, 1), date(9990, 1, 1), date.max])
@pytest.mark.parametrize("span", [Span(), Span(days=60), Span(months=240, days=9), Span(months=10**12)])
def test_the_ends_of_the_calendar_break_nothing(known: date, span: Span) -> None:
    question = ask(
        logic.Any(logic.Reaches("p", "q", span), logic.Before("p", known), logic.After("q", known))
    )
    rules = compile_rules([question], FACTS)
    for values in ({"p": known}, {"q": known}, {}):
        finding = settle(question, values, FACTS).finding
        table = {fact: column([value]) for fact, value in values.items()}
        assert rules.of(values) == (finding,)
        assert FINDINGS[column_findings([question], table, 1, FACTS)[0, 0]] is finding
