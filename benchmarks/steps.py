"""Conditions with one step changed: turned round, joined the other way, a member gone, a threshold moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

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
    Span,
)

Changed = tuple[str, Condition]
DAY = timedelta(days=1)


def changed_steps(condition: Condition, codes: Mapping[str, tuple[Value, ...]]) -> Iterator[Changed]:
    """Every condition that differs from this one in one step, with what was changed, in words."""
    yield from _here(condition, codes)
    match condition:
        case Not(member=member):
            # Turning the member round is leaving this very *not* out.
            inner = changed_steps(member, codes)
            yield from ((what, Not(new)) for what, new in inner if new != Not(member))
        case All(members=members) | Any(members=members):
            for place, member in enumerate(members):
                for what, new in changed_steps(member, codes):
                    yield what, type(condition)(*members[:place], new, *members[place + 1 :])


def _here(condition: Condition, codes: Mapping[str, tuple[Value, ...]]) -> Iterator[Changed]:
    match condition:
        case Always(holds=True):
            return
        case Not(member=member):
            yield f"not ({_named(member)}) → {_named(member)}", member
        case All(members=members) | Any(members=members):
            yield from _joined(condition, members)
        case _:
            yield f"{_named(condition)} turned round", Not(condition)
            yield from ((f"{_named(condition)} → {_named(new)}", new) for new in _moved(condition, codes))


def _joined(condition: Condition, members: tuple[Condition, ...]) -> Iterator[Changed]:
    if len(members) < 2:
        return
    other = Any if isinstance(condition, All) else All
    yield f"{type(condition).__name__} → {other.__name__} of {len(members)}", other(*members)
    for place, member in enumerate(members):
        rest = (*members[:place], *members[place + 1 :])
        yield f"{_named(member)} left out", type(condition)(*rest)


def _moved(atom: Condition, codes: Mapping[str, tuple[Value, ...]]) -> Iterator[Condition]:
    match atom:
        case AtLeast(number=number) | AtMost(number=number):
            yield from (replace(atom, number=number + 1), replace(atom, number=max(0, number - 1)))
        case Before(day=day) | After(day=day):
            yield from (replace(atom, day=day + DAY), replace(atom, day=day - DAY))
        case Is(fact=fact, value=str(value)):
            yield from (replace(atom, value=code) for code in codes[fact] if code != value)
        case Among(fact=fact, codes=named):
            yield from (replace(atom, codes=tuple(c for c in named if c != code)) for code in named)
            yield from (replace(atom, codes=(*named, str(c))) for c in codes[fact] if c not in named)
        case Reaches(span=span, strictly=strictly):
            yield replace(atom, strictly=not strictly)
            for months, days in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                if span.months + months >= 0 and span.days + days >= 0:
                    yield replace(atom, span=Span(months=span.months + months, days=span.days + days))


def _named(condition: Condition) -> str:
    match condition:
        case Is(fact=fact, value=True):
            return fact
        case Is(fact=fact, value=value):
            return f"{fact} is {value}"
        case Among(fact=fact, codes=named):
            return f"{fact} among {', '.join(named) or 'none'}"
        case AtLeast(fact=fact, number=number):
            return f"{fact} ≥ {number}"
        case AtMost(fact=fact, number=number):
            return f"{fact} ≤ {number}"
        case Before(fact=fact, day=day) | After(fact=fact, day=day):
            return f"{fact} {type(condition).__name__.lower()} {day}"
        case Reaches(fact=fact, than=than, span=span, strictly=strictly):
            return f"{fact} {'>' if strictly else '≥'} {than} + {span.months} months {span.days} days"
        case Not(member=member):
            return f"not {_named(member)}"
        case _:
            return f"{type(condition).__name__.lower()} of {len(condition.parts())}"
