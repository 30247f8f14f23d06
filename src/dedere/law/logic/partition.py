"""The finite partition of a missing fact's domain: one representative of each region.

Two values of a region are told apart by no atom of the condition, whatever the other facts are;
so to try the representatives is to try everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import cast

from dedere.law.casefile import Value
from dedere.law.logic.condition import (
    After,
    Among,
    AtLeast,
    AtMost,
    Before,
    Condition,
    Is,
    Reaches,
    Values,
)
from dedere.law.vocabulary import Fact

_COUNT = (0, 10**15)
_DATE = (date.min.toordinal(), date.max.toordinal())


def regions(fact: Fact, atoms: Sequence[Condition], values: Values) -> tuple[Value, ...]:
    """One or more representatives of each region of ``fact``, given what is known so far.

    ``atoms`` are all atoms of the condition. Where two facts are compared, the other's known
    value cuts this one's domain; where neither is known, each region has a representative for
    every fact of the comparison, at both its ends, so that every order of them is tried.
    """
    if fact.type == "yes-no":
        return (True, False)
    if fact.type == "code":
        return _codes(fact, atoms)
    points = _points(fact, atoms, values)
    return tuple(date.fromordinal(point) for point in points) if fact.type == "date" else tuple(points)


def _codes(fact: Fact, atoms: Sequence[Condition]) -> tuple[Value, ...]:
    named: set[Value] = set()
    for atom in atoms:
        if isinstance(atom, Is) and atom.fact == fact.name:
            named.add(atom.value)
        elif isinstance(atom, Among) and atom.fact == fact.name:
            named.update(atom.codes)
    others = [code for code in fact.codes if code not in named][:1]
    return tuple(code for code in fact.codes if code in named or code in others)


def _points(fact: Fact, atoms: Sequence[Condition], values: Values) -> list[int]:
    low, high = _DATE if fact.type == "date" else _COUNT
    compared = [atom for atom in atoms if isinstance(atom, Reaches) and fact.name in atom.facts()]
    width = 1 + len(compared)
    cuts = {low, high + 1}
    for cut in _cuts(fact.name, atoms, values, seen=(fact.name,)):
        cuts.update({cut} if low < cut <= high else ())
    ordered = sorted(cuts)
    points: set[int] = set()
    for start, end in pairwise(ordered):
        # Of the lowest region the value next to the threshold says most to a reader.
        first = end - width if start == low and end - width > low else start
        points.update(range(first, min(first + width, end)))
        points.update(range(max(start, end - width), end) if compared else ())
        points.update(range(start, min(start + width, end)) if compared else ())
    return sorted(points)


def _cuts(name: str, atoms: Sequence[Condition], values: Values, seen: tuple[str, ...]) -> Iterable[int]:
    """Ordinals ``c`` at which some atom tells ``c - 1`` from ``c``."""
    for atom in atoms:
        if isinstance(atom, Reaches):
            yield from _across(name, atom, atoms, values, seen)
        elif name in atom.facts():
            yield from _at(atom)


def _at(atom: Condition) -> Iterable[int]:
    match atom:
        case AtLeast(number=number):
            return (number,)
        case AtMost(number=number):
            return (number + 1,)
        case Before(day=day):
            return (day.toordinal(),)
        case After(day=day):
            return (day.toordinal() + 1,)
        case Is(value=value):
            return (_ordinal(value), _ordinal(value) + 1)
        case _:
            return ()


def _across(
    name: str, atom: Reaches, atoms: Sequence[Condition], values: Values, seen: tuple[str, ...]
) -> Iterable[int]:
    """The cuts that the other fact of a comparison carries over, shifted by its span."""
    if name not in atom.facts():
        return
    other = atom.than if name == atom.fact else atom.fact
    marks: Iterable[int] = ()
    if other in values:
        marks = (_ordinal(values[other]),)
    elif other not in seen:
        marks = tuple(_cuts(other, atoms, values, (*seen, other)))
    for mark in marks:
        yield from _shifted(mark, atom, 1 if name == atom.fact else -1)


def _shifted(mark: int, atom: Reaches, sign: int) -> Iterable[int]:
    """A cut carried over a span; months are not all alike, so the days around it are cut too."""
    about = mark + sign * (30 * atom.span.months + atom.span.days)
    reach = 4 + atom.span.months if atom.span.months else 1
    return range(about - reach, about + reach + 1)


def _ordinal(value: Value) -> int:
    return value.toordinal() if isinstance(value, date) else cast(int, value)
