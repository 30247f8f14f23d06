"""Columns: many questions over a whole docket at once, on planes of bits, 64 cases to a word.

Each condition becomes two planes: where it surely holds, and where it surely does not; what is in
neither is open. Counts and days are compared as whole columns and packed. Findings are exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

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
from dedere.law.logic.span import Span
from dedere.law.vocabulary import Vocabulary
from dedere.words import Finding

Plane: TypeAlias = NDArray[np.uint64]
Rails: TypeAlias = tuple[Plane, Plane]  # surely holds, surely does not
FINDINGS = (Finding.UNKNOWN, Finding.MET, Finding.NOT_MET, Finding.NOT_IN_POINT)
BLOCK = 1 << 20  # rows at a time: some tens of mebibytes of planes, and few calls for many rows
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """One fact of every row.

    Attributes:
        values: no and yes as bits or 0 and 1, a count, a day as its ordinal, or the place of a code
            in ``codes``; of any whole type, the smaller the faster. What stands where the fact is
            unknown does not matter.
        known: whether the fact is known, row by row.
    """

    values: NDArray[np.integer] | NDArray[np.bool_]
    known: NDArray[np.bool_]
    codes: tuple[str, ...] = ()

    def shown(self, rows: NDArray[np.intp]) -> NDArray[np.int64]:
        """The values of some rows as whole numbers, -1 where one is unknown."""
        return np.where(self.known[rows], self.values[rows].astype(np.int64), -1)


def column(values: Sequence[Value | None]) -> Column:
    """A column of values as a case file has them; None where one is unknown."""
    codes = tuple(sorted({value for value in values if isinstance(value, str)}))
    place = {code: at for at, code in enumerate(codes)}
    numbers = [0 if value is None else _number(value, place) for value in values]
    known = [value is not None for value in values]
    return Column(values=np.array(numbers, np.int64), known=np.array(known, np.bool_), codes=codes)


def _number(value: Value, place: Mapping[str, int]) -> int:
    if isinstance(value, str):
        return place[value]
    return value.toordinal() if isinstance(value, date) else int(value)


def column_findings(
    questions: Sequence[Question], table: Mapping[str, Column], rows: int, vocabulary: Vocabulary
) -> NDArray[np.int8]:
    """The finding of each question on each row, as a place in ``FINDINGS``: questions by rows.

    A fact that the table lacks is unknown throughout.
    """
    forms = [exact(question, vocabulary) for question in questions]
    asked = {fact for question in questions for fact in question.facts} & table.keys()
    found = np.empty((len(forms), rows), np.int8)
    for start in range(0, rows, BLOCK):
        end = min(start + BLOCK, rows)
        block = _Block({fact: _cut(table[fact], start, end) for fact in asked}, end - start)
        for place, form in enumerate(forms):
            found[place, start:end] = block.findings(form, vocabulary)
    return found


def _cut(whole: Column, start: int, end: int) -> Column:
    return Column(values=whole.values[start:end], known=whole.known[start:end], codes=whole.codes)


@dataclass(slots=True)
class _Block:
    """Some rows, with the planes of each atom asked of them so far."""

    table: Mapping[str, Column]
    rows: int
    planes: dict[Condition, Rails] = field(default_factory=dict)
    knowns: dict[str, Plane] = field(default_factory=dict)

    def findings(self, form: Form, vocabulary: Vocabulary) -> NDArray[np.int8]:
        question = form.question
        holds, fails = self.rails(question.condition)
        in_point, beside = self.rails(question.guard)
        met, not_met = in_point & holds, in_point & fails
        for finding, condition in form.certain.items():
            sure = self.rails(condition)[0]
            if finding is Finding.MET:
                met = met | sure
            elif finding is Finding.NOT_MET:
                not_met = not_met | sure
            else:
                beside = beside | sure
        found = self._unpacked(not_met | beside)
        found *= 2
        found += self._unpacked(met | beside)
        if form.tied:
            self._ask_rows(form, found, vocabulary)
        return found

    def rails(self, condition: Condition) -> Rails:
        match condition:
            case Always(holds=holds):
                return (self._every(), self._none()) if holds else (self._none(), self._every())
            case Not(member=member):
                holds_, fails = self.rails(member)
                return fails, holds_
            case All(members=members):
                return self._joined(members, True)
            case Any(members=members):
                fails, holds_ = self._joined(members, False)
                return holds_, fails
            case _:
                if condition not in self.planes:
                    self.planes[condition] = self._atom(condition)
                return self.planes[condition]

    def _joined(self, members: Sequence[Condition], every: bool) -> Rails:
        """The rails of *all*; of *any* the same with both rails exchanged, within and without."""
        both, either = self._every(), self._none()
        for member in members:
            holds, fails = self.rails(member)
            both &= holds if every else fails
            either |= fails if every else holds
        return both, either

    def _every(self) -> Plane:
        return np.full(-(-self.rows // 64), ~np.uint64(0))

    def _none(self) -> Plane:
        return np.zeros(-(-self.rows // 64), np.uint64)

    def _packed(self, bits: NDArray[np.bool_]) -> Plane:
        words = np.zeros(8 * -(-self.rows // 64), np.uint8)
        packed = np.packbits(bits, bitorder="little")
        words[: len(packed)] = packed
        return words.view(np.uint64)

    def _unpacked(self, plane: Plane) -> NDArray[np.int8]:
        bits = np.unpackbits(plane.view(np.uint8), count=self.rows, bitorder="little")
        return bits.view(np.int8)

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
        return holds & known, ~holds & known

    def _test(self, atom: Condition) -> NDArray[np.bool_]:
        held = self.table[atom.facts()[0]]
        found: NDArray[np.bool_]
        match atom:
            case Is(value=str(code)):
                found = held.values == (held.codes.index(code) if code in held.codes else -1)
            case Is(value=bool(yes)):
                found = held.values.astype(np.bool_, copy=False) if yes else held.values == 0
            case Is(value=value):
                found = held.values == _number(value, {})
            case Among(codes=codes):
                among = np.array([code in codes for code in held.codes] or [False])
                found = np.take(among, held.values, mode="clip")
            case AtLeast(number=number):
                found = held.values >= number
            case AtMost(number=number):
                found = held.values <= number
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

    def _ask_rows(self, form: Form, found: NDArray[np.int8], vocabulary: Vocabulary) -> None:
        """Settle by itself each distinct row that is open while a fact that ties comparisons is missing."""
        facts = form.question.facts
        missing = np.zeros(self.rows, np.bool_)
        for fact in form.tied:
            missing |= ~self.table[fact].known if fact in self.table else True
        (open_rows,) = np.nonzero((found == 0) & missing)
        if not len(open_rows):
            return
        here = [fact for fact in facts if fact in self.table]
        told = np.stack([self.table[fact].shown(open_rows) for fact in here], axis=1)
        distinct, place = np.unique(told, axis=0, return_inverse=True)
        settled = [
            FINDINGS.index(settle(form.question, self._values(here, row, vocabulary), vocabulary).finding)
            for row in distinct
        ]
        found[open_rows] = np.array(settled, np.int8)[place.reshape(-1)]

    def _values(
        self, facts: Sequence[str], row: NDArray[np.int64], vocabulary: Vocabulary
    ) -> dict[str, Value]:
        return {
            fact: value_of(int(number), vocabulary[fact].type, self.table[fact].codes)
            for fact, number in zip(facts, row, strict=True)
            if number >= 0
        }


def value_of(number: int, type_: str, codes: Sequence[str]) -> Value:
    """The value of a fact of this type that stands as a number in its column."""
    match type_:
        case "yes-no":
            return bool(number)
        case "date":
            return date.fromordinal(number)
        case "code":
            return codes[number]
        case _:
            return number


def reached(than: Column, span: Span) -> NDArray[np.int64]:
    """What lies a span after each day, or count, of a column."""
    if not span.months:
        return than.values.astype(np.int64) + span.days
    known = than.values[than.known]
    if not len(known):
        return np.zeros(len(than.values), np.int64)
    first, last = int(known.min()), int(known.max())
    if last - first >= len(known):
        return _after(than.values.astype(np.int64), span)
    # Few days, many rows: each day is worked out once.
    return np.take(
        _after(np.arange(first, last + 1), span), than.values.astype(np.int64) - first, mode="clip"
    )


def _after(ordinals: NDArray[np.int64], span: Span) -> NDArray[np.int64]:
    """Months first, clamped to the month's last day; then days."""
    days = (ordinals - EPOCH).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    in_month = (days - months.astype("datetime64[D]")).astype(np.int64)
    target = months + np.timedelta64(span.months, "M")
    first = target.astype("datetime64[D]").astype(np.int64)
    length = (target + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64) - first
    clamped: NDArray[np.int64] = first + np.minimum(in_month, length - 1) + span.days + EPOCH
    return clamped
