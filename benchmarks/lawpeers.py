"""The same rules for each peer, on two rails: what surely holds, and what surely does not.

No peer has a fact that is unknown, so each fact is two inputs: its value, and whether it is known.
A code is its place among the codes of its fact, a day is its ordinal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.lawrules import Values
from dedere.law.casefile import Value
from dedere.law.logic import (
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
from dedere.law.logic.exact import Form
from dedere.law.vocabulary import Fact
from dedere.words import Finding

ORDER = (Finding.UNKNOWN, Finding.MET, Finding.NOT_MET, Finding.NOT_IN_POINT)
NEGATED = {"==": "!=", ">=": "<", "<=": ">", "<": ">=", ">": "<="}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """How a language joins expressions and names a fact's value and whether it is known."""

    both: str
    either: str
    yes: str
    no: str
    value: Callable[[str], str]
    known: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes conditions in one tongue; ``facts`` gives the codes."""

    tongue: Tongue
    facts: Mapping[str, Fact]

    def rails(self, form: Form) -> tuple[str, str, str]:
        """Expressions for met, not met and not in point."""
        guard, condition = form.question.guard, form.question.condition
        surely = {finding: [self.says(way, True)] for finding, way in form.certain.items()}
        met = [self.says(All(guard, condition), True), *surely.get(Finding.MET, [])]
        not_met = [self.says(All(guard, Not(condition)), True), *surely.get(Finding.NOT_MET, [])]
        beside = [self.says(guard, False), *surely.get(Finding.NOT_IN_POINT, [])]
        return self._join(met, False), self._join(not_met, False), self._join(beside, False)

    def says(self, condition: Condition, holds: bool) -> str:
        """Say that a condition surely holds, or surely does not."""
        match condition:
            case Always(holds=always):
                return self.tongue.yes if always is holds else self.tongue.no
            case Not(member=member):
                return self.says(member, not holds)
            case All(members=members):
                return self._join([self.says(each, holds) for each in members], holds)
            case Any(members=members):
                return self._join([self.says(each, holds) for each in members], not holds)
            case _:
                return self._atom(condition, holds)

    def _join(self, parts: Sequence[str], every: bool) -> str:
        neutral, decisive = (self.tongue.yes, self.tongue.no) if every else (self.tongue.no, self.tongue.yes)
        told = [part for part in parts if part != neutral]
        if decisive in told:
            return decisive
        word = self.tongue.both if every else self.tongue.either
        return neutral if not told else told[0] if len(told) == 1 else f"({f' {word} '.join(told)})"

    def _atom(self, atom: Condition, holds: bool) -> str:
        value = self.tongue.value(atom.facts()[0])
        known = [self.tongue.known(fact) for fact in atom.facts()]
        if isinstance(atom, Among):
            some = [f"({value} {'==' if holds else '!='} {code})" for code in codes_of(atom, self.facts)]
            return self._join([*known, self._join(some, not holds)], True)
        sign, bound = compared(atom, self.facts, holds)
        if isinstance(atom, Reaches):
            bound = f"({self.tongue.value(atom.than)} + {bound})"
        return self._join([*known, f"({value} {sign} {bound})"], True)


def compared(atom: Condition, facts: Mapping[str, Fact], holds: bool) -> tuple[str, str]:
    """The sign and the number of a comparison, or of its opposite."""
    match atom:
        case Reaches(span=span, strictly=strictly):
            sign, bound = (">" if strictly else ">="), span.days
        case Is(fact=fact, value=wanted):
            sign, bound = "==", number(facts[fact], wanted)
        case AtLeast(number=bound):
            sign = ">="
        case AtMost(number=bound):
            sign = "<="
        case Before(day=day):
            sign, bound = "<", day.toordinal()
        case After(day=day):
            sign, bound = ">", day.toordinal()
        case _:
            raise TypeError(f"{atom!r} compares nothing")
    return (sign if holds else NEGATED[sign]), str(bound)


def codes_of(atom: Among, facts: Mapping[str, Fact]) -> list[int]:
    """The places of the codes that an atom names."""
    return [number(facts[atom.fact], code) for code in atom.codes]


def number(fact: Fact, value: Value) -> int:
    """A value as a whole number."""
    if isinstance(value, str):
        return (fact.codes or ("MX", "US")).index(value)
    return value.toordinal() if isinstance(value, date) else int(value)


def tree(forms: Sequence[Form], case: Values) -> list[int]:
    """A plain tree walked in Python, with no needs and no reasons."""
    found = []
    for form in forms:
        finding = form.question.kleene(case)
        if finding is None:
            sure = (each for each, way in form.certain.items() if way.kleene(case))
            finding = next(sure, Finding.UNKNOWN)
        found.append(ORDER.index(finding))
    return found


def cel_text(forms: Sequence[Form], facts: Sequence[Fact]) -> str:
    """One expression of the Common Expression Language: the list of all findings."""
    names = {fact.name: f"v{place}" for place, fact in enumerate(facts)}
    tongue = Tongue(
        both="&&",
        either="||",
        yes="true",
        no="false",
        value=names.__getitem__,
        known=lambda f: f"k{names[f][1:]}",
    )
    writer = Writer(tongue, {fact.name: fact for fact in facts})
    told = (writer.rails(form) for form in forms)
    return "[" + ", ".join(f"({met} ? 1 : {no} ? 2 : {beside} ? 3 : 0)" for met, no, beside in told) + "]"


def cel_inputs(facts: Sequence[Fact], case: Values) -> dict[str, int | bool]:
    """A case as the variables of that expression."""
    given: dict[str, int | bool] = {}
    for place, fact in enumerate(facts):
        known = fact.name in case
        given[f"v{place}"] = number(fact, case[fact.name]) if known else 0
        given[f"k{place}"] = known
    return given


def clingo_text(forms: Sequence[Form], facts: Sequence[Fact]) -> str:
    """A logic program: one atom for each rail of each step; ``v(fact, value)`` where a fact is known."""
    return "\n".join(_Program(facts).told(forms))


class _Program:
    def __init__(self, facts: Sequence[Fact]) -> None:
        self.place = {fact.name: place for place, fact in enumerate(facts)}
        self.facts = {fact.name: fact for fact in facts}
        self.rules: list[str] = ["v(none,none) :- #false."]
        self.seen: dict[tuple[Condition, bool], str] = {}

    def told(self, forms: Sequence[Form]) -> list[str]:
        for place, form in enumerate(forms):
            guard, condition = form.question.guard, form.question.condition
            asked = [
                (1, All(guard, condition), True),
                (2, All(guard, Not(condition)), True),
                (3, guard, False),
            ]
            asked += [(ORDER.index(finding), way, True) for finding, way in form.certain.items()]
            for code, wanted, holds in asked:
                self.rules.append(f"found({place},{code}) :- {self.node(wanted, holds)}.")
        return [*self.rules, "#show found/2."]

    def node(self, condition: Condition, holds: bool) -> str:
        if (condition, holds) not in self.seen:
            name = self.seen[condition, holds] = f"h({len(self.seen)})"
            self.rules += [
                f"{name} :- {body}." if body else f"{name}." for body in self.bodies(condition, holds)
            ]
        return self.seen[condition, holds]

    def bodies(self, condition: Condition, holds: bool) -> list[str]:
        match condition:
            case Always(holds=always):
                return [""] if always is holds else []
            case Not(member=member):
                return [self.node(member, not holds)]
            case All(members=members) | Any(members=members):
                parts = [self.node(each, holds) for each in members]
                return [", ".join(parts)] if isinstance(condition, All) is holds else parts
            case _:
                return [self.atom(condition, holds)]

    def atom(self, atom: Condition, holds: bool) -> str:
        known = ", ".join(f"v({self.place[fact]},X{at})" for at, fact in enumerate(atom.facts()))
        if isinstance(atom, Among):
            codes = codes_of(atom, self.facts)
            among = (
                f"X0 = ({'; '.join(map(str, codes))})" if holds else ", ".join(f"X0 != {c}" for c in codes)
            )
            return f"{known}, {among}"
        sign, bound = compared(atom, self.facts, holds)
        right = f"X1 + {bound}" if isinstance(atom, Reaches) else bound
        return f"{known}, X0 {sign.replace('==', '=')} {right}"
