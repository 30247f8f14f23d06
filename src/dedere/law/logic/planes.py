"""Planes of bits, 64 rows to a word: where a condition surely holds, and where it surely does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dedere.law.logic.column import Column, number, reached
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

Plane: TypeAlias = NDArray[np.uint64]
Rails: TypeAlias = tuple[Plane, Plane]  # surely holds, surely does not; open where neither


@dataclass(slots=True)
class Planes:
    """Some rows, with the rails of each atom asked of them so far."""

    table: Mapping[str, Column]
    rows: int
    asked: dict[Condition, Rails] = field(default_factory=dict)
    knowns: dict[str, Plane] = field(default_factory=dict)

    def rails(self, condition: Condition) -> Rails:
        """Both planes of a condition, by Kleene's rules."""
        match condition:
            case Always(holds=holds):
                return (self._every(), self._none()) if holds else (self._none(), self._every())
            case Not(member=member):
                surely, never = self.rails(member)
                return never, surely
            case All(members=members):
                return self._joined(members, 0)
            case Any(members=members):
                never, surely = self._joined(members, 1)
                return surely, never
            case Is(value=False):
                surely, never = self.rails(Is(condition.fact))
                return never, surely
            case _:
                if condition not in self.asked:
                    self.asked[condition] = self._atom(condition)
                return self.asked[condition]

    def unpacked(self, plane: Plane) -> NDArray[np.int8]:
        """A plane as 0 and 1, a byte for each row."""
        bits = np.unpackbits(plane.view(np.uint8), count=self.rows, bitorder="little")
        return bits.view(np.int8)

    def lacking(self, facts: Sequence[str]) -> NDArray[np.bool_]:
        """The rows on which one of the facts is unknown."""
        lacking = np.zeros(self.rows, np.bool_)
        for fact in facts:
            lacking |= ~self.table[fact].known if fact in self.table else True
        return lacking

    def _joined(self, members: Sequence[Condition], rail: int) -> Rails:
        """Where this rail holds of every member, and where the other holds of any."""
        rails = [self.rails(member) for member in members]
        if not rails:
            return self._every(), self._none()
        both = reduce(np.bitwise_and, (each[rail] for each in rails))
        return both, reduce(np.bitwise_or, (each[1 - rail] for each in rails))

    def _every(self) -> Plane:
        return np.full(-(-self.rows // 64), ~np.uint64(0))

    def _none(self) -> Plane:
        return np.zeros(-(-self.rows // 64), np.uint64)

    def _packed(self, bits: NDArray[np.bool_]) -> Plane:
        packed = np.packbits(bits, bitorder="little")
        if self.rows % 64:
            packed = np.concatenate([packed, np.zeros(-len(packed) % 8, np.uint8)])
        return packed.view(np.uint64)

    def _known(self, fact: str) -> Plane:
        if fact not in self.knowns:
            self.knowns[fact] = self._packed(self.table[fact].known)
        return self.knowns[fact]

    def _atom(self, atom: Condition) -> Rails:
        facts = atom.facts()
        if any(fact not in self.table for fact in facts):
            return self._none(), self._none()
        known = self._known(facts[0])
        for other in facts[1:]:
            known = known & self._known(other)
        holds = self._packed(self._test(atom))
        holds &= known
        return holds, holds ^ known

    def _test(self, atom: Condition) -> NDArray[np.bool_]:
        held = self.table[atom.facts()[0]]
        found: NDArray[np.bool_]
        match atom:
            case Is(value=True):
                found = held.values.astype(np.bool_, copy=False)
            case Is(value=value):
                found = held.values == number(value, _places(held))
            case Among(codes=codes):
                # One comparison for each code: some times as fast as looking up the code of each row.
                found = np.zeros(self.rows, np.bool_)
                for place in (place for place, code in enumerate(held.codes) if code in codes):
                    found |= held.values == place
            case AtLeast(number=least):
                found = held.values >= least
            case AtMost(number=most):
                found = held.values <= most
            case Before(day=day):
                found = held.values < day.toordinal()
            case After(day=day):
                found = held.values > day.toordinal()
            case Reaches(than=than, span=span, strictly=strictly):
                bound = reached(self.table[than], span)
                found = held.values > bound if strictly else held.values >= bound
            case _:
                raise TypeError(f"{atom!r} is no condition")
        return found


def _places(held: Column) -> Mapping[str, int]:
    return {code: place for place, code in enumerate(held.codes)}
