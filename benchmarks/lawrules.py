"""The rules and the facts that every evaluator is given: 22 clauses between Mexico and the United States."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from dedere.law.casefile import CaseFile, Value
from dedere.law.library import library
from dedere.law.logic import Question, Reaches
from dedere.law.logic.exact import Form, exact
from dedere.law.plan import plan
from dedere.law.vocabulary import Fact
from dedere.words import State

OUTPUTS = 22
LAYERS = ("mx-constitution", "mx-amparo", "us-mx-1978", "mx-lei-1975")
DAY = date(2025, 1, 20)
Values = Mapping[str, Value]


def rules() -> list[Form]:
    """The first 22 clauses of the treaty of 1978 and its layers that ask anything, in the order of the texts.

    The United States ask Mexico. Spans of calendar months, which no peer has, are left out; so is the one
    clause whose comparisons share a day. Where Kleene's rules are too weak the exact form is what every
    peer is given.
    """
    bare = CaseFile(id="", requesting=State("US"), requested=State("MX"), on=DAY, route="treaty-extradition")
    steps = [step for step in plan(library(), bare).steps if step.settled is None]
    clauses = [step.clause for step in steps if step.clause.citation.instrument in LAYERS]
    forms = [exact(clause.question, library().asked()) for clause in clauses if clause.question.facts]
    plain = [form for form in forms if not form.tied and not _has_months(form.question)]
    return plain[:OUTPUTS]


def _has_months(question: Question) -> bool:
    return any(isinstance(atom, Reaches) and atom.span.months for atom in question.atoms)


def facts_of(forms: Sequence[Form]) -> list[Fact]:
    """Every fact that the rules ask, with its type."""
    asked = library().asked()
    names = dict.fromkeys(fact for form in forms for fact in form.question.facts)
    return [asked[name] for name in names]


def cases(facts: Sequence[Fact], number: int) -> list[Values]:
    """Cases in which each fact is known three times in four; always the same ones."""
    dice = random.Random("a docket")
    return [{fact.name: _value(fact, dice) for fact in facts if dice.random() < 0.75} for _ in range(number)]


def _value(fact: Fact, dice: random.Random) -> Value:
    match fact.type:
        case "yes-no":
            return dice.random() < 0.5
        case "code":
            return dice.choice(fact.codes or ("MX", "US"))
        case "date":
            return DAY + timedelta(days=dice.randrange(-4000, 400))
        case _:
            return dice.randrange(0, 40)
