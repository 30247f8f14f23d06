"""Conditions, facts and values said in one language, from the tables of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dedere.law.assessment import Reserved
from dedere.law.casefile import Value
from dedere.law.library import Library
from dedere.law.logic.condition import (
    After,
    All,
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
)
from dedere.law.logic.span import Span
from dedere.law.vocabulary import GIVEN
from dedere.words import Finding
from dedere.words.wording import Wording, codes


def speech(library: Library, language: str) -> Speech:
    """How the law room speaks in ``en`` or ``es``."""
    return Speech(language, library, codes(), codes().keys())


@dataclass(frozen=True, slots=True)
class Speech:
    """Says conditions and values in one language."""

    language: str
    library: Library
    wording: Wording
    said: frozenset[str]

    def word(self, key: str, **places: object) -> str:
        """The sentence of a key, its places filled."""
        return self.wording.say(key, self.language, **places)

    def fact(self, name: str) -> str:
        """The question that a fact asks."""
        key = f"reason.{name}" if name in GIVEN else f"fact.{name}"
        return self.word(key) if key in self.said else name

    def value(self, fact: str, value: Value) -> str:
        """A value of a fact in words."""
        if isinstance(value, bool):
            return self.word("reason.yes" if value else "reason.no")
        if isinstance(value, date):
            return value.isoformat()
        key = f"answer.{fact}.{value}"
        return self.word(key) if key in self.said else str(value)

    def step(self, condition: Condition, values: Mapping[str, Value]) -> str:
        """One step of a condition, with what is known of it."""
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
                return self.word("reason.at-least", number=self._counted(atom, number))
            case AtMost(number=number):
                return self.word("reason.at-most", number=self._counted(atom, number))
            case Before(day=day):
                return self.word("reason.before", day=day.isoformat())
            case After(day=day):
                return self.word("reason.after", day=day.isoformat())
        return ""

    def _counted(self, atom: Condition, number: int) -> str:
        unit = self.library.asked()[atom.facts()[0]].unit
        return f"{number} {self.word(f'unit.{unit}')}" if f"unit.{unit}" in self.said else str(number)

    def wanted(self, literal: Condition) -> str:
        """What would have to be, of one fact or of one comparison, as a counterfactual tells it."""
        match literal:
            case Not(member=Reaches(fact=fact, than=than, span=span, strictly=strictly)):
                key = "reason.not-passes" if strictly else "reason.falls-short"
                return self._compared(key, fact, than, span)
            case Reaches(fact=fact, than=than, span=span, strictly=strictly):
                return self._compared("reason.passes" if strictly else "reason.reaches", fact, than, span)
        fact = facts_of(literal)[0]
        return self.word("reason.known", question=self.fact(fact), value=self._region(literal))

    def _region(self, literal: Condition) -> str:
        match literal:
            case All(members=members):
                return self.word("reason.and").join(map(self._region, members))
            case Not(member=Before(day=day)):
                return self.word("reason.from", day=day.isoformat())
            case Not(member=Among(fact=fact, codes=codes)):
                some = " / ".join(self.value(fact, code) for code in codes)
                return self.word("reason.none-of", some=some)
        return self._asked(literal)

    def _compared(self, key: str, fact: str, than: str, span: Span) -> str:
        return self.word(key, fact=self.fact(fact), than=self.fact(than), months=span.months, days=span.days)

    def way(self, values: Mapping[str, Value], finding: Finding) -> str:
        """What values settle, and how."""
        told = "; ".join(f"{self.fact(fact)} {self._instance(fact, value)}" for fact, value in values.items())
        return self.word("reason.settles", finding=self.word(f"finding.{finding.value}"), told=told)

    def _instance(self, fact: str, value: Value) -> str:
        """A value that stands for its whole region: of a number or a date, one example."""
        said = self.value(fact, value)
        exact = isinstance(value, bool | str)
        return said if exact else self.word("reason.for-example", value=said)

    def reserved(self, each: Reserved) -> str:
        """A reservation or declaration: whose, since when, what it does and says."""
        key = f"reserved.{each.effect}{'-against-it' if each.reciprocal else ''}"
        told = self.word(key, state=each.state, made=each.made.isoformat())
        unchecked = "" if each.checked else f" ({self.word('sheet.unchecked')})"
        return f"{told}: {each.text[self.language]}{unchecked}"

    def asked_of(self, condition: Condition) -> str:
        """One step of a condition as a rule, without a case."""
        if condition.parts() or len(condition.facts()) != 1:
            return self.step(condition, {})
        fact = condition.facts()[0]
        return self.word("reason.known", question=self.fact(fact), value=self._asked(condition))
