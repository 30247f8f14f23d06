"""Compiled: many questions as one generated Python function, for one case at a time.

The code is made from the closed algebra alone. No name and no value of a treaty file is written into
it: facts become places in a row, and codes, numbers and days are bound to names made here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from dedere.law.casefile import Value
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
)
from dedere.law.logic.exact import Form, exact
from dedere.law.logic.explain import Question, settle
from dedere.law.vocabulary import Vocabulary
from dedere.words import Finding

Row = Sequence[Value | None]
_COMPARED = {AtLeast: (">=", "<"), AtMost: ("<=", ">"), Before: ("<", ">="), After: (">", "<=")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Compiled questions: ``rules(row)`` gives their findings, ``rules.of(values)`` those of named facts.

    ``facts`` are the places of a row; an unknown fact is None there. The findings are exact.
    """

    facts: tuple[str, ...]
    call: Callable[[Row], tuple[Finding, ...]]
    source: str

    def __call__(self, row: Row) -> tuple[Finding, ...]:
        """The findings on a row, one for each question in its order."""
        return self.call(row)

    def of(self, values: Mapping[str, Value]) -> tuple[Finding, ...]:
        """The findings on named facts; those that are not named are unknown."""
        get = values.get
        return self.call([get(fact) for fact in self.facts])


def compile_rules(questions: Sequence[Question], vocabulary: Vocabulary) -> Rules:
    """Compile questions into one function."""
    facts = tuple(dict.fromkeys(fact for question in questions for fact in question.facts))
    writer = _Writer({fact: place for place, fact in enumerate(facts)})
    told = [writer.finding(exact(question, vocabulary), facts, vocabulary) for question in questions]
    unpacked = f"    ({', '.join(writer.place(fact) for fact in facts)},) = row\n" if facts else ""
    source = f"def rules(row):\n{unpacked}    return ({''.join(f'{each}, ' for each in told)})\n"
    exec(compile(source, "<rules>", "exec"), writer.bound)  # noqa: S102  # written here, from the algebra alone
    return Rules(
        facts=facts, call=cast(Callable[[Row], tuple[Finding, ...]], writer.bound["rules"]), source=source
    )


@dataclass(slots=True)
class _Writer:
    """Writes conditions as two expressions each: surely true, and surely false."""

    places: Mapping[str, int]
    bound: dict[str, object] = field(default_factory=dict)

    def place(self, fact: str) -> str:
        return f"v{self.places[fact]}"

    def bind(self, value: object) -> str:
        name = f"k{len(self.bound)}"
        self.bound[name] = value
        return name

    def finding(self, form: Form, facts: Sequence[str], vocabulary: Vocabulary) -> str:
        question = form.question
        guard, condition = question.guard, question.condition
        asked = (
            (Finding.MET, self.holds(All(guard, condition))),
            (Finding.NOT_MET, self.holds(All(guard, Not(condition)))),
            (Finding.NOT_IN_POINT, self.fails(guard)),
            *((finding, self.holds(way)) for finding, way in form.certain.items()),
        )
        chosen = " else ".join(
            f"{self.bind(finding)} if {says}" for finding, says in asked if says != "False"
        )
        return f"({chosen} else {self._open(form, facts, vocabulary)})"

    def _open(self, form: Form, facts: Sequence[str], vocabulary: Vocabulary) -> str:
        """What is left open is unknown, unless a fact that ties comparisons is missing: then ask the row."""
        unknown = self.bind(Finding.UNKNOWN)
        if not form.tied:
            return unknown
        missing = " or ".join(f"{self.place(fact)} is None" for fact in form.tied)
        return f"({self.bind(_asker(form.question, facts, vocabulary))}(row) if {missing} else {unknown})"

    def holds(self, condition: Condition) -> str:
        match condition:
            case Always(holds=holds):
                return str(holds)
            case All(members=members):
                return _joined("and", "True", "False", map(self.holds, members))
            case Any(members=members):
                return _joined("or", "False", "True", map(self.holds, members))
            case Not(member=member):
                return self.fails(member)
            case _:
                return self._atom(condition, True)

    def fails(self, condition: Condition) -> str:
        match condition:
            case Always(holds=holds):
                return str(not holds)
            case All(members=members):
                return _joined("or", "False", "True", map(self.fails, members))
            case Any(members=members):
                return _joined("and", "True", "False", map(self.fails, members))
            case Not(member=member):
                return self.holds(member)
            case _:
                return self._atom(condition, False)

    def _atom(self, atom: Condition, holds: bool) -> str:
        fact = self.place(atom.facts()[0])
        match atom:
            case Is(value=bool(value)):
                return f"{fact} is {value is holds}"
            case Is(value=value):
                named = self.bind(value)
                return f"{fact} == {named}" if holds else f"({fact} is not None and {fact} != {named})"
            case Among(codes=codes):
                some = self.bind(frozenset(codes))
                return f"{fact} in {some}" if holds else f"({fact} is not None and {fact} not in {some})"
            case AtLeast(number=bound) | AtMost(number=bound) | Before(day=bound) | After(day=bound):
                sign = _COMPARED[type(atom)][not holds]
                return f"({fact} is not None and {fact} {sign} {self.bind(bound)})"
            case Reaches(than=than):
                return f"{self.bind(_comparer(atom))}({fact}, {self.place(than)}) is {holds}"
        raise TypeError(f"{atom!r} is no condition")


def _joined(word: str, neutral: str, decisive: str, parts: object) -> str:
    told = [part for part in cast("Sequence[str]", parts) if part != neutral]
    if decisive in told:
        return decisive
    return f"({f' {word} '.join(told)})" if len(told) > 1 else told[0] if told else neutral


def _comparer(atom: Reaches) -> Callable[[Value | None, Value | None], bool | None]:
    def compare(value: Value | None, other: Value | None) -> bool | None:
        return None if value is None or other is None else atom.compares(value, other)

    return compare


def _asker(question: Question, facts: Sequence[str], vocabulary: Vocabulary) -> Callable[[Row], Finding]:
    def ask(row: Row) -> Finding:
        values = {fact: value for fact, value in zip(facts, row, strict=True) if value is not None}
        return settle(question, values, vocabulary).finding

    return ask
