"""The algebra of conditions: atoms over named facts, joined by all, any and not.

Every condition answers ``kleene(values)``: True, False, or None where the facts at hand do not
say. That answer is sound but not exact (``a or not a`` is None while ``a`` is unknown);
``explain`` makes it exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from dedere.law.casefile import Value
from dedere.law.logic.span import AT_ONCE, Span

Values = Mapping[str, Value]


class Condition:
    """Base of every condition; frozen, compared by value."""

    __slots__ = ()

    def kleene(self, values: Values) -> bool | None:
        """True or False where the values settle it by Kleene's rules, else None."""
        raise NotImplementedError

    def parts(self) -> tuple[Condition, ...]:
        """The conditions this one is made of; none for an atom."""
        return ()

    def facts(self) -> tuple[str, ...]:
        """The facts this very condition names, its parts not counted."""
        return ()


@dataclass(frozen=True, slots=True)
class Always(Condition):
    """Holds always, or never."""

    holds: bool = True

    def kleene(self, values: Values) -> bool | None:
        """The constant itself."""
        return self.holds


@dataclass(frozen=True, slots=True)
class Atom(Condition):
    """Base of what is asked of one fact."""

    fact: str

    def facts(self) -> tuple[str, ...]:
        """The one fact asked about."""
        return (self.fact,)

    def kleene(self, values: Values) -> bool | None:
        """None while the fact is unknown, else what ``test`` says of its value."""
        value = values.get(self.fact)
        return None if value is None else self.test(value)

    def test(self, value: Value) -> bool:
        """Whether a known value satisfies the atom."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Is(Atom):
    """The fact has this value; with none given, it is yes."""

    value: Value = True

    def test(self, value: Value) -> bool:
        """Equality."""
        return value == self.value


@dataclass(frozen=True, slots=True)
class Among(Atom):
    """The fact has one of these codes."""

    codes: tuple[str, ...]

    def test(self, value: Value) -> bool:
        """Membership."""
        return value in self.codes


@dataclass(frozen=True, slots=True)
class AtLeast(Atom):
    """The count is this number or more."""

    number: int

    def test(self, value: Value) -> bool:
        """``>=``."""
        return cast(int, value) >= self.number


@dataclass(frozen=True, slots=True)
class AtMost(Atom):
    """The count is this number or less."""

    number: int

    def test(self, value: Value) -> bool:
        """``<=``."""
        return cast(int, value) <= self.number


@dataclass(frozen=True, slots=True)
class Before(Atom):
    """The date is earlier than this day."""

    day: date

    def test(self, value: Value) -> bool:
        """``<``."""
        return cast(date, value) < self.day


@dataclass(frozen=True, slots=True)
class After(Atom):
    """The date is later than this day."""

    day: date

    def test(self, value: Value) -> bool:
        """``>``."""
        return cast(date, value) > self.day


@dataclass(frozen=True, slots=True)
class Reaches(Condition):
    """One fact reaches another plus a span: ``fact >= than + span`` (``>`` where ``strictly``).

    Both are dates, or both are counts (a count's span is its days alone).
    """

    fact: str
    than: str
    span: Span = AT_ONCE
    strictly: bool = False

    def facts(self) -> tuple[str, ...]:
        """Both facts compared."""
        return (self.fact, self.than)

    def kleene(self, values: Values) -> bool | None:
        """None while either fact is unknown."""
        value, other = values.get(self.fact), values.get(self.than)
        return None if value is None or other is None else self.compares(value, other)

    def compares(self, value: Value, other: Value) -> bool:
        """Whether a known value reaches another; never where the calendar ends first."""
        bound = self.span.after(cast(date, other))
        if bound is None:
            return False
        return value > bound if self.strictly else value >= bound  # type: ignore[operator]  # one scale


@dataclass(frozen=True, slots=True, init=False)
class _Joined(Condition):
    members: tuple[Condition, ...]

    def __init__(self, *members: Condition) -> None:
        object.__setattr__(self, "members", members)

    def parts(self) -> tuple[Condition, ...]:
        """The members, in the order of the text."""
        return self.members


@dataclass(frozen=True, slots=True, init=False)
class All(_Joined):
    """Every member holds; with no members it holds."""

    def kleene(self, values: Values) -> bool | None:
        """False as soon as one member is False; None if one is unknown."""
        unknown = False
        for member in self.members:
            held = member.kleene(values)
            if held is False:
                return False
            unknown = unknown or held is None
        return None if unknown else True


@dataclass(frozen=True, slots=True, init=False)
class Any(_Joined):
    """At least one member holds; with no members it does not."""

    def kleene(self, values: Values) -> bool | None:
        """True as soon as one member is True; None if one is unknown."""
        unknown = False
        for member in self.members:
            held = member.kleene(values)
            if held is True:
                return True
            unknown = unknown or held is None
        return None if unknown else False


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The member does not hold."""

    member: Condition

    def parts(self) -> tuple[Condition, ...]:
        """The one member."""
        return (self.member,)

    def kleene(self, values: Values) -> bool | None:
        """The opposite; unknown stays unknown."""
        held = self.member.kleene(values)
        return None if held is None else not held


def plain(condition: Condition) -> Condition:
    """The same condition without joints that say nothing: all within all, a list of one, a double not."""
    match condition:
        case All(members=members) | Any(members=members):
            kind, flat = type(condition), [plain(each) for each in members]
            parts = [part for each in flat for part in (each.parts() if type(each) is kind else (each,))]
            return parts[0] if len(parts) == 1 else kind(*parts)
        case Not(member=member):
            inner = plain(member)
            return inner.member if isinstance(inner, Not) else Not(inner)
    return condition


def walk(condition: Condition) -> Iterator[Condition]:
    """The condition and everything in it, in the order of the text."""
    yield condition
    for part in condition.parts():
        yield from walk(part)


def facts_of(*conditions: Condition) -> tuple[str, ...]:
    """Every fact that the conditions name, each once, in the order met."""
    return tuple(dict.fromkeys(fact for each in conditions for node in walk(each) for fact in node.facts()))


def replaced(condition: Condition, instead: Mapping[Condition, Condition]) -> Condition:
    """The condition with some of its atoms replaced by others."""
    match condition:
        case All(members=members):
            return All(*(replaced(member, instead) for member in members))
        case Any(members=members):
            return Any(*(replaced(member, instead) for member in members))
        case Not(member=member):
            return Not(replaced(member, instead))
        case _:
            return instead.get(condition, condition)
