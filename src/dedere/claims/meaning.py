"""Values in a form in which they can be compared: an interval of numbers or days, or a set of codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf

from dedere.claims.attributes import Kind
from dedere.claims.claim import Bound
from dedere.claims.reading.known import words_of
from dedere.claims.reading.lexicon import lexicon
from dedere.claims.reading.tokens import tokens
from dedere.claims.verbs import tracks_of
from dedere.words import Unreadable
from dedere.words.wording import LANGUAGES

ABOUT = 0.1  # "about 65" may be 59 to 71: a tenth to either side


class UnreadableValue(Unreadable):
    """A value that is not of its attribute's kind: a count that is no number, a day that is no date."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number, or every day (by its ordinal), from ``low`` to ``high``."""

    low: float
    high: float

    def fits(self, other: Meaning) -> bool:
        """Whether both can be true."""
        if isinstance(other, Codes):
            return other.fits(self)
        return self.low <= other.high and other.low <= self.high

    def within(self, other: Meaning) -> bool:
        """Whether this says all that the other says."""
        return isinstance(other, Interval) and other.low <= self.low and self.high <= other.high


@dataclass(frozen=True, slots=True)
class Codes:
    """One of ``codes``; with ``outside``, none of them."""

    codes: frozenset[str]
    outside: bool = False

    def fits(self, other: Meaning) -> bool:
        """Whether both can be true."""
        if isinstance(other, Interval):
            return other.low < other.high or _written(other.low) not in self.codes
        if self.outside and other.outside:
            return True
        if self.outside:
            return not other.codes <= self.codes
        return not self.codes <= other.codes if other.outside else bool(self.codes & other.codes)

    def within(self, other: Meaning) -> bool:
        """Whether this says all that the other says."""
        if not isinstance(other, Codes) or (self.outside and not other.outside):
            return False
        if self.outside:
            return other.codes <= self.codes
        return self.codes.isdisjoint(other.codes) if other.outside else self.codes <= other.codes


Meaning = Interval | Codes


def meaning(kind: Kind, value: str, *, bound: Bound = Bound.EXACT, negated: bool = False) -> Meaning:
    """Return what a value means; raises UnreadableValue where it is not of its kind.

    A bounded number or day is an interval, and a day known in part is each day that it may be. A number or
    day that is denied leaves every other open.
    """
    if kind not in (Kind.NUMBER, Kind.DAY):
        return Codes(_codes(kind, value), outside=negated)
    said = _number(value) if kind is Kind.NUMBER else _days(value)
    return Codes(frozenset({_written(said.low)}), outside=True) if negated else _bounded(said, bound)


def key_of(kind: Kind, value: str) -> str:
    """Return the one spelling of a value under which claims about it are gathered."""
    return " ".join(sorted(_codes(kind, value)))


def _codes(kind: Kind, value: str) -> frozenset[str]:
    match kind:
        case Kind.TRACK:
            return tracks_of(value)
        case Kind.PLACE:
            return frozenset({_listed("cities", value)})
        case Kind.ORGANISATION:
            return frozenset({_listed("organisations", value)})
        case Kind.NAME:
            return frozenset({" ".join(words_of(value))})
        case _:
            return frozenset({value})


def _listed(name: str, value: str) -> str:
    """The listed name of what is written, where a list has it: ``AIFA`` is at Santa Lucía."""
    row = tokens(value)
    for language in LANGUAGES:
        for hit in lexicon(name, language).found(row, 0, len(row)):
            if hit.code != "none":
                return " ".join(words_of(hit.code))
    return " ".join(words_of(value))


def _number(value: str) -> Interval:
    if not value.isdigit():
        raise UnreadableValue(where=value, what="is no whole number", remedy="write digits, and a bound")
    return Interval(int(value), int(value))


def _days(value: str) -> Interval:
    """The days that an ISO year, month or day may be."""
    parts = value.split("-")
    try:
        year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
        first = date(year, month, day)
        after = (
            first + timedelta(days=1)
            if len(parts) == 3
            else date(year + month // 12, month % 12 + 1, 1)
            if len(parts) == 2
            else date(year + 1, 1, 1)
        )
    except ValueError:
        remedy = "write it as 2025-02-27, 2025-02 or 2025"
        raise UnreadableValue(where=value, what="is no day", remedy=remedy) from None
    return Interval(first.toordinal(), after.toordinal() - 1)


def _written(number: float) -> str:
    return f"{number:.0f}"


def _bounded(said: Interval, bound: Bound) -> Interval:
    match bound:
        case Bound.AT_LEAST:
            return Interval(said.low, inf)
        case Bound.AT_MOST:
            return Interval(-inf, said.high)
        case Bound.ABOUT:
            return Interval(said.low - ABOUT * abs(said.low), said.high + ABOUT * abs(said.high))
        case Bound.EXACT:
            return said
