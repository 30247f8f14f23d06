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

# Dates have no first and no last: no day settles a comparison by being the end of the calendar.
LEAST_COUNT = 0
ANYWHERE = date(2000, 1, 1).toordinal()


def regions(fact: Fact, atoms: Sequence[Condition], values: Values) -> tuple[Value, ...]:
    """One or more representatives of each region of ``fact``, given what is known so far.

    ``atoms`` are all atoms of the condition. Where two facts are compared, the other's known
    value cuts this one's domain; where it is unknown too, it will be cut in its turn by the value
    tried here, so that both ends of a region are enough, and one more for each further fact.
    """
    if fact.type == "yes-no":
        return (True, False)
    if fact.type == "code":
        return _codes(fact, atoms)
    points = _points(fact, atoms, values)
    return tuple(date.fromordinal(point) for point in points) if fact.type == "date" else tuple(points)


Fold = tuple[tuple[Value, ...], tuple[Value, ...]]


def fold(fact: Fact, atoms: Sequence[Condition]) -> Fold | None:
    """How a count or a date folds to its region: the thresholds, and one value for each region.

    None where the fact is compared with another: then its very value counts.
    """
    compared = any(isinstance(atom, Reaches) and fact.name in atom.facts() for atom in atoms)
    if compared or fact.type not in ("count", "money", "date"):
        return None
    values = regions(fact, atoms, {})
    least = None if fact.type == "date" else LEAST_COUNT
    cuts = sorted(
        {cut for cut in _cuts(fact.name, atoms, {}, least, (fact.name,)) if least is None or cut > least}
    )
    return tuple(date.fromordinal(cut) if fact.type == "date" else cut for cut in cuts), values


def named_codes(fact: Fact, atoms: Sequence[Condition]) -> frozenset[str]:
    """The codes of a fact that some atom names; the others are told apart by none."""
    named: set[Value] = set()
    for atom in atoms:
        if isinstance(atom, Is) and atom.fact == fact.name:
            named.add(atom.value)
        elif isinstance(atom, Among) and atom.fact == fact.name:
            named.update(atom.codes)
    return frozenset(map(str, named))


def _codes(fact: Fact, atoms: Sequence[Condition]) -> tuple[Value, ...]:
    named = named_codes(fact, atoms)
    others = [code for code in fact.codes if code not in named][:1]
    return tuple(code for code in fact.codes if code in named or code in others)


def _points(fact: Fact, atoms: Sequence[Condition], values: Values) -> list[int]:
    least = None if fact.type == "date" else LEAST_COUNT
    beside = {
        other
        for atom in atoms
        if isinstance(atom, Reaches) and fact.name in atom.facts()
        for other in atom.facts()
        if other != fact.name and other not in values
    }
    cuts = sorted(
        {cut for cut in _cuts(fact.name, atoms, values, least, (fact.name,)) if least is None or cut > least}
    )
    return sorted(_representatives(least, cuts, len(beside)))


def _representatives(least: int | None, cuts: Sequence[int], beside: int) -> set[int]:
    """Points of each region: its ends, as many as there are further facts to be told from."""
    width = max(1, beside)
    if not cuts:
        start = ANYWHERE if least is None else least
        return set(range(start, start + width + bool(beside)))
    points = set(range(cuts[-1], cuts[-1] + width))
    points.update(range(cuts[0] - width if least is None else max(least, cuts[0] - width), cuts[0]))
    if least is not None and beside:
        points.update(range(least, min(least + width, cuts[0])))
    for start, end in pairwise(cuts):
        points.update(range(start, min(start + width, end)))
        points.update(range(max(start, end - width), end) if beside else ())
    return points


def _cuts(
    name: str, atoms: Sequence[Condition], values: Values, least: int | None, seen: tuple[str, ...]
) -> Iterable[int]:
    """Ordinals ``c`` at which some atom tells ``c - 1`` from ``c``."""
    for atom in atoms:
        if isinstance(atom, Reaches):
            yield from _across(name, atom, atoms, values, least, seen)
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
    name: str,
    atom: Reaches,
    atoms: Sequence[Condition],
    values: Values,
    least: int | None,
    seen: tuple[str, ...],
) -> Iterable[int]:
    """Where the other fact of a comparison cuts this one: at its value, or near its own cuts."""
    if name not in atom.facts():
        return
    other = atom.than if name == atom.fact else atom.fact
    if other in values:
        yield from _against(name == atom.fact, atom, values[other])
    elif other not in seen:
        ends = () if least is None else (least,)
        for mark in (*ends, *_cuts(other, atoms, values, least, (*seen, other))):
            yield from _shifted(mark, atom, 1 if name == atom.fact else -1)


def _against(first: bool, atom: Reaches, value: Value) -> Iterable[int]:
    """The one cut that a known value makes in the other fact's domain."""
    known = cast(date, value)
    if first:
        bound = atom.span.after(known)
        return () if bound is None else (_ordinal(bound) + atom.strictly,)
    low = _ordinal(known) - 31 * atom.span.months - atom.span.days - 1
    for point in range(low, _ordinal(known) + 2):
        bound = atom.span.after(date.fromordinal(point) if isinstance(value, date) else cast(date, point))
        if bound is None or not (known > bound if atom.strictly else known >= bound):
            return (point,)
    return ()


def _shifted(mark: int, atom: Reaches, sign: int) -> Iterable[int]:
    """A cut carried over a span; months are not all alike, so the days around it are cut too."""
    about = mark + sign * (30 * atom.span.months + atom.span.days)
    reach = 4 + atom.span.months if atom.span.months else 1
    return range(about - reach, about + reach + 1)


def _ordinal(value: Value) -> int:
    return value.toordinal() if isinstance(value, date) else cast(int, value)
