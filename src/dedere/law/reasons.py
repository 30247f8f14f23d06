"""Reasons: the steps of a clause's condition in words, how each came out, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dedere.law.assessment import ClauseFinding, Reason
from dedere.law.casefile import CaseFile, Facts, Value
from dedere.law.given import given_facts
from dedere.law.instrument import Clause
from dedere.law.library import Library
from dedere.law.logic import ALWAYS, Condition, Question
from dedere.law.logic.condition import (
    After,
    All,
    Among,
    Any,
    AtLeast,
    AtMost,
    Before,
    Is,
    Not,
    Reaches,
)
from dedere.law.logic.explain import Way, ways
from dedere.words import Finding
from dedere.words.wording import Wording, codes

_SHOWN = {True: Finding.MET, False: Finding.NOT_MET, None: Finding.UNKNOWN}


def reasons(
    found: ClauseFinding, casefile: CaseFile, library: Library, *, charge: str = "", language: str = "en"
) -> tuple[Reason, ...]:
    """Why a clause was found so for a charge, in one language, each step with its sources."""
    clause = library.clause(found.citation.instrument, found.clause)
    say = _Speech(language, library, codes(), codes().keys())
    if found.beside:
        return (Reason(depth=0, text=say.word(f"force.{found.beside}"), finding=found.finding),)
    facts = _facts_of(casefile, charge)
    lines = [*_steps(clause, facts, say)]
    if found.needs:
        lines += _settling(clause.question, found, facts, say)
    return tuple(lines)


def _facts_of(casefile: CaseFile, charge: str) -> Facts:
    own: Facts = next((each.facts for each in casefile.charges if each.id == charge), {})
    return {**given_facts(casefile), **own}


def _steps(clause: Clause, facts: Facts, say: _Speech) -> Iterator[Reason]:
    values = {name: known.value for name, known in facts.items()}
    question = clause.question
    if question.guard != ALWAYS:
        yield from _tree(question.guard, facts, values, say, 0, say.word("reason.guard"))
    yield from _tree(question.condition, facts, values, say, 0, "")


def _tree(
    condition: Condition, facts: Facts, values: Mapping[str, Value], say: _Speech, depth: int, lead: str
) -> Iterator[Reason]:
    sources = tuple(source for fact in condition.facts() if fact in facts for source in facts[fact].sources)
    yield Reason(
        depth=depth,
        text=f"{lead}{say.step(condition, values)}",
        finding=_SHOWN[condition.kleene(values)],
        sources=sources,
    )
    for part in condition.parts():
        yield from _tree(part, facts, values, say, depth + 1, "")


def _settling(question: Question, found: ClauseFinding, facts: Facts, say: _Speech) -> Iterator[Reason]:
    """For each smallest set of facts, the first values of it that settle each finding."""
    known = {name: facts[name].value for name in question.facts if name in facts}
    for need in found.needs:
        chosen = [fact for fact in question.facts if fact in need]
        seen: set[Finding] = set()
        for way in ways(question, known, chosen, say.library.asked()):
            if way[1] not in seen:
                seen.add(way[1])
                yield Reason(depth=0, text=say.way(way), finding=way[1])


@dataclass(frozen=True, slots=True)
class _Speech:
    """Says conditions and values in one language."""

    language: str
    library: Library
    wording: Wording
    said: frozenset[str]

    def word(self, key: str, **places: object) -> str:
        return self.wording.say(key, self.language, **places)

    def fact(self, name: str) -> str:
        key = f"fact.{name}"
        return self.word(key) if key in self.said else name

    def value(self, fact: str, value: Value) -> str:
        if isinstance(value, bool):
            return self.word("reason.yes" if value else "reason.no")
        if isinstance(value, date):
            return value.isoformat()
        key = f"answer.{fact}.{value}"
        return self.word(key) if key in self.said else str(value)

    def step(self, condition: Condition, values: Mapping[str, Value]) -> str:
        match condition:
            case All():
                return self.word("reason.all")
            case Any():
                return self.word("reason.any")
            case Not():
                return self.word("reason.not")
            case Reaches(fact=fact, than=than):
                places = {"fact": self._known(fact, values), "than": self._known(than, values)}
                key = "reason.passes" if condition.strictly else "reason.reaches"
                return self.word(key, months=condition.span.months, days=condition.span.days, **places)
            case _ if not condition.facts():
                return self.word("reason.always")
        return self.word(
            "reason.step", known=self._known(condition.facts()[0], values), asked=self._asked(condition)
        )

    def _known(self, fact: str, values: Mapping[str, Value]) -> str:
        value = self.value(fact, values[fact]) if fact in values else self.word("reason.not-known")
        return self.word("reason.known", question=self.fact(fact), value=value)

    def _asked(self, atom: Condition) -> str:
        match atom:
            case Is(fact=fact, value=value):
                return self.value(fact, value)
            case Among(fact=fact, codes=some):
                return self.word("reason.among", some=" / ".join(self.value(fact, code) for code in some))
            case AtLeast(number=number):
                return self.word("reason.at-least", number=number)
            case AtMost(number=number):
                return self.word("reason.at-most", number=number)
            case Before(day=day):
                return self.word("reason.before", day=day.isoformat())
            case After(day=day):
                return self.word("reason.after", day=day.isoformat())
        return ""

    def way(self, way: Way) -> str:
        values, finding = way
        told = "; ".join(f"{self.fact(fact)} {self._instance(fact, value)}" for fact, value in values.items())
        return self.word("reason.settles", finding=self.word(f"finding.{finding.value}"), told=told)

    def _instance(self, fact: str, value: Value) -> str:
        """A value that stands for its whole region: of a number or a date, one example."""
        said = self.value(fact, value)
        exact = isinstance(value, bool | str)
        return said if exact else self.word("reason.for-example", value=said)
