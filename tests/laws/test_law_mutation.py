"""A rule that is changed does not go unnoticed: a case file fails."""

from __future__ import annotations

from benchmarks.mutation import fates, sample
from benchmarks.steps import changed_steps

from dedere.law.library import library
from dedere.law.logic import All, Any, AtLeast, Is, Not, Reaches, Span


def test_nearly_every_changed_rule_makes_a_case_fail() -> None:
    found = list(fates(library(), sample(library(), 40)))
    living = [f"{each.mutant.clause}: {each.mutant.what}" for each in found if each.came_to == "living"]
    killed = sum(each.came_to == "killed" for each in found)
    assert killed >= 0.95 * (killed + len(living)), living


def test_each_step_of_a_condition_is_changed_once() -> None:
    condition = All(Is("a"), Not(AtLeast("n", 12)))
    changed = [new for _, new in changed_steps(condition, {})]
    assert len(set(changed)) == len(changed)
    assert set(changed) == {
        Any(Is("a"), Not(AtLeast("n", 12))),
        All(Is("a")),
        All(Not(AtLeast("n", 12))),
        All(Not(Is("a")), Not(AtLeast("n", 12))),
        All(Is("a"), AtLeast("n", 12)),
        All(Is("a"), Not(AtLeast("n", 11))),
        All(Is("a"), Not(AtLeast("n", 13))),
    }


def test_a_span_is_moved_by_a_day_and_by_a_month_and_its_end_turned() -> None:
    reaches = Reaches("left", "free", Span(days=60), strictly=True)
    changed = {new for _, new in changed_steps(reaches, {})}
    assert changed == {
        Not(reaches),
        Reaches("left", "free", Span(days=60)),
        Reaches("left", "free", Span(months=1, days=60), strictly=True),
        Reaches("left", "free", Span(days=61), strictly=True),
        Reaches("left", "free", Span(days=59), strictly=True),
    }
