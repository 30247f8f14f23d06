"""Conditions, facts and values said in one language, from the tables of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

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
)
from dedere.law.logic.span import Span
from dedere.law.vocabulary import GIVEN
from dedere.words.wording import Wording, codes


@lru_cache(maxsize=64)
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

    def so(self, fact: str, yes: bool) -> str:
        """That a yes-no fact is so, or is not: a clause that follows *if*."""
        key = f"{'so' if yes else 'not-so'}.{fact}"
        if key in self.said:
            return self.word(key)
        return f"{self.fact(fact)} {self.word('reason.yes' if yes else 'reason.no')}"

    def of(self, fact: str) -> str:
        """What a count, a date or a code is of, as a noun."""
        return self.word(f"of.{fact}") if f"of.{fact}" in self.said else self.fact(fact)

    def value(self, fact: str, value: Value) -> str:
        """A value of a fact in words."""
        if isinstance(value, bool):
            return self.word("reason.yes" if value else "reason.no")
        if isinstance(value, date):
            return value.isoformat()
        key = f"answer.{fact}.{value}"
        return self.word(key) if key in self.said else str(value)

    def holds(self, literal: Condition, so: bool = True) -> str:
        """A clause that follows *if*: of one fact or one comparison, that it holds, or that it does not."""
        match literal:
            case Not(member=member):
                return self.holds(member, not so)
            case All(members=members):
                return self.word("reason.and").join(self.holds(each, so) for each in members)
            case Reaches(fact=fact, than=than):
                return self._compared(literal, self.of(fact), self.of(than), so)
            case Is(fact=fact, value=bool() as value):
                return self.so(fact, value is so)
        fact = literal.facts()[0]
        return self.word(f"reason.{'is' if so else 'is-not'}", of=self.of(fact), asked=self.asked(literal))

    def known(self, atom: Condition, values: Mapping[str, Value]) -> str:
        """What is known where an atom asks, and, of a count or a date, what it asks for."""
        if isinstance(atom, Reaches):
            of, than = (self.word("reason.dated", of=self.of(each), on=values[each]) for each in atom.facts())
            return self._compared(atom, of, than, atom.kleene(values) is True)
        fact = atom.facts()[0]
        value = values[fact]
        if isinstance(value, bool):
            return self.so(fact, value)
        said = self._quoted(fact, value)
        if isinstance(value, str):
            return self.word("reason.is", of=self.of(fact), asked=said)
        return self.word("reason.known", of=self.of(fact), value=said, asked=self.asked(atom))

    def open(self, atom: Condition) -> str:
        """What is not known where an atom asks: *whether* it holds, or, of a code, *what* it is."""
        if isinstance(atom, Is | Among) and not isinstance(getattr(atom, "value", ""), bool):
            return self.word("reason.what", of=self.of(atom.fact))
        return self.word("reason.whether", so=self.holds(atom))

    def stated(self, fact: str, value: Value | None) -> str:
        """That a fact has this value, or is not known."""
        if value is None:
            return self.word("reason.left-open", of=self.of(fact))
        if isinstance(value, bool):
            return self.so(fact, value)
        return self.word("reason.is", of=self.of(fact), asked=self._quoted(fact, value))

    def step(self, atom: Condition, values: Mapping[str, Value]) -> str:
        """One step of a condition with what is known of it; of a code that differs, what is asked."""
        held = atom.kleene(values)
        if held is None:
            return self.word("reason.unknown", so=self.holds(atom))
        told = self.known(atom, values)
        coded = held is False and not isinstance(atom, Reaches) and isinstance(values[atom.facts()[0]], str)
        return self.word("reason.asked", told=told, asked=self.asked(atom)) if coded else told

    def asked(self, atom: Condition) -> str:
        """What an atom asks of a count, a date or a code: ``at least 12 months``."""
        match atom:
            case Is(fact=fact, value=value):
                return self._quoted(fact, value)
            case Among(fact=fact, codes=some):
                return self.word("reason.or").join(self._quoted(fact, code) for code in some)
            case AtLeast(number=number):
                return self.word("reason.at-least", number=self._counted(atom.fact, number))
            case AtMost(number=number):
                return self.word("reason.less", number=self._counted(atom.fact, number + 1))
            case Before(day=day):
                return self.word("reason.before", day=day.isoformat())
            case After(day=day):
                return self.word("reason.after", day=day.isoformat())
        return ""

    def _quoted(self, fact: str, value: Value) -> str:
        if isinstance(value, int):
            return self.word("reason.counted", number=self._counted(fact, value))
        said = self.value(fact, value)
        return self.word("reason.quoted", said=said) if f"answer.{fact}.{value}" in self.said else said

    def _counted(self, fact: str, number: int) -> str:
        unit = self.library.asked()[fact].unit
        return f"{number} {self.word(f'unit.{unit}')}" if f"unit.{unit}" in self.said else str(number)

    def _compared(self, atom: Reaches, of: str, than: str, so: bool) -> str:
        scale = "day" if self.library.asked()[atom.fact].type == "date" else "count"
        key = f"reason.{scale}-{'passes' if atom.strictly else 'reaches'}{'' if so else '-not'}"
        told = self.word(key, of=of, than=f"{than}{self._span(atom.span)}")
        return told.replace(" a el ", " al ") if self.language == "es" else told

    def _span(self, span: Span) -> str:
        parts = [
            self.word(f"reason.plus-{unit}", number=number)
            for unit, number in (("months", span.months), ("days", span.days))
            if number
        ]
        return "".join(parts)

    def heading(self, condition: Condition, so: bool = True) -> str:
        """What stands over the parts of a condition, or of one that must not hold."""
        if isinstance(condition, All | Any):
            group = "all" if isinstance(condition, All) else "any"
            return self.word(f"reason.{group}{'' if so else '-not'}")
        return self.word("reason.always")

    def joined(self, clauses: Iterable[str]) -> str:
        """Clauses in one sentence, each once: ``one; two; and three``."""
        *most, last = dict.fromkeys(clauses)
        return f"{'; '.join(most)}{self.word('reason.and-last')}{last}" if most else last

    def lacking(self, gaps: Iterable[str]) -> str:
        """What is not known in one sentence, each once: ``whether one; nor whether two``."""
        return self.word("reason.nor").join(dict.fromkeys(gaps))

    def reserved(self, each: Reserved) -> str:
        """A reservation or declaration: whose, since when, what it does and says."""
        key = f"reserved.{each.effect}{'-against-it' if each.reciprocal else ''}"
        told = self.word(key, state=each.state, made=each.made.isoformat())
        unchecked = "" if each.checked else f" ({self.word('sheet.unchecked')})"
        return f"{told}: {each.text[self.language]}{unchecked}"
