"""Dates too are split exactly: against every pair of days in a window around the thresholds."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dedere.law import logic
from dedere.law.logic import Condition, Span, add_months, ask, settle
from dedere.law.vocabulary import Fact
from dedere.words import Finding

FACTS = {"p": Fact(name="p", type="date"), "q": Fact(name="q", type="date")}
# Thresholds lie in March and April, spans within 36 days: what two days can do, they do here.
WINDOW = [date(2024, 1, 5) + timedelta(days=days) for days in range(150)]
days = st.dates(date(2024, 2, 27), date(2024, 4, 2))
spans = st.builds(Span, months=st.integers(0, 1), days=st.integers(0, 5))
atoms: st.SearchStrategy[Condition] = st.one_of(
    st.builds(logic.Before, st.sampled_from("pq"), days),
    st.builds(logic.After, st.sampled_from("pq"), days),
    st.builds(logic.Reaches, st.just("p"), st.just("q"), spans, st.booleans()),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda members: logic.All(*members)),
        st.lists(inner, min_size=1, max_size=3).map(lambda members: logic.Any(*members)),
        inner.map(logic.Not),
    ),
    max_leaves=5,
)


@settings(max_examples=60)
@given(conditions, st.dictionaries(st.sampled_from("pq"), days, max_size=1))
def test_a_question_of_dates_is_unknown_exactly_when_two_days_disagree(
    condition: Condition, values: dict[str, date]
) -> None:
    question = ask(condition)
    domains = [[values[fact]] if fact in values else WINDOW for fact in question.facts]
    found = {
        question.kleene(dict(zip(question.facts, chosen, strict=True)))
        for chosen in itertools.product(*domains)
    }
    expected = next(iter(found)) if len(found) == 1 else Finding.UNKNOWN
    assert settle(question, values, FACTS).finding is expected


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_months_added_never_leave_the_month_and_keep_the_order(day: date, months: int, more: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
    assert add_months(day, months + more) >= later
    assert add_months(day + timedelta(days=1), months) >= later
