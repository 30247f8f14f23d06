"""Conditions over named facts, and what follows from the facts at hand."""

from dedere.law.logic.condition import (
    After,
    All,
    Always,
    Among,
    Any,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Is,
    Not,
    Reaches,
    facts_of,
    plain,
)
from dedere.law.logic.explain import ALWAYS, Question, Settled, ask, settle
from dedere.law.logic.span import Span, add_months

__all__ = [
    "ALWAYS",
    "After",
    "All",
    "Always",
    "Among",
    "Any",
    "AtLeast",
    "AtMost",
    "Before",
    "Condition",
    "Is",
    "Not",
    "Question",
    "Reaches",
    "Settled",
    "Span",
    "add_months",
    "ask",
    "facts_of",
    "plain",
    "settle",
]
