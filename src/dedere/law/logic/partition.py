"""The finite partition of a missing fact's domain: one representative of each region.

Two values of a region are told apart by no atom of the condition, whatever the other facts are;
so to try the representatives is to try everything.
"""

from __future__ import annotations

from bisect import bisect_left
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
OTHER = ""  # stands for every other code where the codes of a fact are not listed
LAST_DAY = date.max.toordinal()
FOUR_YEARS = 4 * 365 + 1
LENGTHS_SHOW = (1, 28, 29, 30, 31)  # days of a month from which a span of months may come out otherwise


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
    dated = fact.type == "date"
    cuts = _within(dated, _cuts(fact.name, atoms, {}, dated, (fact.name,)))
    return tuple(date.fromordinal(cut) if dated else cut for cut in cuts), values


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
    if not fact.codes:
        return (*sorted(named), OTHER)
    others = [code for code in fact.codes if code not in named][:1]
    return tuple(code for code in fact.codes if code in named or code in others)


def _points(fact: Fact, atoms: Sequence[Condition], values: Values) -> list[int]:
    dated = fact.type == "date"
    beside = {
        other
        for atom in atoms
        if isinstance(atom, Reaches) and fact.name in atom.facts()
        for other in atom.facts()
        if other != fact.name and other not in values
    }
    cuts = _within(dated, _cuts(fact.name, atoms, values, dated, (fact.name,)))
    points = _representatives(None if dated else LEAST_COUNT, cuts, len(beside))
    if dated and beside and _in_ring(fact.name, atoms, values):
        points.update(_of_every_length(cuts))
    return sorted(point for point in points if not dated or 1 <= point <= LAST_DAY)


def _within(dated: bool, cuts: Iterable[int]) -> list[int]:
    """Cuts in order; one at the least value, or beyond the calendar, cuts nothing."""
    return sorted({cut for cut in cuts if (1 < cut <= LAST_DAY if dated else cut > LEAST_COUNT)})


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


def _of_every_length(cuts: Sequence[int]) -> Iterable[int]:
    """Days of each region from which months differ in length: four years hold them all."""
    starts = (cuts[0] - FOUR_YEARS, *cuts) if cuts else (ANYWHERE,)
    for start, end in zip(starts, (*starts[1:], LAST_DAY + 1), strict=True):
        for point in range(max(start, 1), min(start + FOUR_YEARS, end)):
            if date.fromordinal(point).day in LENGTHS_SHOW:
                yield point


def _in_ring(fact: str, atoms: Sequence[Condition], values: Values) -> bool:
    """Whether missing dates are compared with each other in a ring, months among the spans.

    Then not only what is before what counts, but also how long the months between them are.
    """
    spans = {atom for atom in atoms if isinstance(atom, Reaches) and not values.keys() & set(atom.facts())}
    reached, edges = {fact}, set[Reaches]()
    while near := {atom for atom in spans - edges if reached & set(atom.facts())}:
        edges |= near
        reached |= {other for atom in near for other in atom.facts()}
    return len(edges) >= len(reached) and any(atom.span.months for atom in edges)


def _cuts(
    name: str, atoms: Sequence[Condition], values: Values, dated: bool, seen: tuple[str, ...]
) -> Iterable[int]:
    """Ordinals ``c`` at which some atom tells ``c - 1`` from ``c``."""
    for atom in atoms:
        if isinstance(atom, Reaches):
            yield from _across(name, atom, atoms, values, dated, seen)
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
    dated: bool,
    seen: tuple[str, ...],
) -> Iterable[int]:
    """Where the other fact of a comparison cuts this one: at its value, or on both sides of its own cuts."""
    if name not in atom.facts():
        return
    first = name == atom.fact
    other = atom.than if first else atom.fact
    if other in values:
        yield from _against(first, atom, _ordinal(values[other]), dated)
    elif other not in seen:
        ends = () if dated else (LEAST_COUNT,)
        for mark in (*ends, *_cuts(other, atoms, values, dated, (*seen, other))):
            yield from _against(first, atom, mark - 1, dated)
            yield from _against(first, atom, mark, dated)


def _against(first: bool, atom: Reaches, known: int, dated: bool) -> Iterable[int]:
    """The one cut that a known value makes in the other fact's domain."""
    if not (dated and atom.span.months):
        shift = atom.span.days + atom.strictly
        return (known + shift if first else known - shift + 1,)
    if not 1 <= known <= LAST_DAY:
        return ()
    if first:
        bound = _bound(atom, known)
        return () if bound is None else (bound + atom.strictly,)
    return (bisect_left(range(LAST_DAY + 1), True, lo=1, key=lambda point: not _meets(atom, known, point)),)


def _meets(atom: Reaches, known: int, point: int) -> bool:
    bound = _bound(atom, point)
    return bound is not None and known >= bound + atom.strictly


def _bound(atom: Reaches, known: int) -> int | None:
    """The ordinal of the day a span after another."""
    bound = atom.span.after(date.fromordinal(known))
    return None if bound is None else bound.toordinal()


def _ordinal(value: Value) -> int:
    return value.toordinal() if isinstance(value, date) else cast(int, value)
