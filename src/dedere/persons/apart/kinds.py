"""The keys on which lists are compared apart: each names one person by itself, or nearly.

A key that many people share would tell the other side of people who are nobody's proposal. So each kind
takes as much of a name and a birth as leaves few namesakes, and what a misspelling costs in one kind another
makes good. Names stand by their sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

# Raised whenever the same record would yield other keys: both sides must make them alike.
STANDARD = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a record says that its keys are made of: sounds of names, date parts (0: not known), CURP."""

    given: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    year: int = 0
    month: int = 0
    day: int = 0
    curp: str = ""

    @property
    def date(self) -> str:
        """The whole date of birth, or nothing."""
        return (
            f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year and self.month and self.day else ""
        )


Made = Iterable[tuple[str, ...]]


def _pairs(names: Iterable[str]) -> Iterator[str]:
    """Two names in either order are one pair."""
    return (f"{one}+{other}" for one, other in combinations(sorted(set(names)), 2))


def _curp(its: Traits) -> Made:
    return [(its.curp,)] if its.curp else []


def _given_surname_date(its: Traits) -> Made:
    return [(g, s, its.date) for g in its.given for s in its.surnames if its.date and g != s]


def _surnames_date(its: Traits) -> Made:
    return [(pair, its.date) for pair in _pairs(its.surnames) if its.date]


def _givens_date(its: Traits) -> Made:
    return [(pair, its.date) for pair in _pairs(its.given) if its.date]


def _given_surnames_year(its: Traits) -> Made:
    return [(g, pair, str(its.year)) for g in its.given for pair in _pairs(its.surnames) if its.year]


def _givens_surnames(its: Traits) -> Made:
    return [(givens, surnames) for givens in _pairs(its.given) for surnames in _pairs(its.surnames)]


KINDS: Mapping[str, Callable[[Traits], Made]] = {
    "curp": _curp,
    "given-surname-date": _given_surname_date,
    "surnames-date": _surnames_date,
    "givens-date": _givens_date,
    "given-surnames-year": _given_surnames_year,
    "givens-surnames": _givens_surnames,
}


def keys_of(its: Traits, kinds: Iterable[str]) -> set[str]:
    """Return a record's keys, such as ``surnames-date|GARSIA+RUIS|1980-03-05``."""
    return {"|".join((kind, *made)) for kind in kinds for made in KINDS[kind](its)}


def readings(its: Traits) -> Iterator[Traits]:
    """The record, and what may stand for it: day and month exchanged, the year before and the year after.

    One side alone makes these, the one that offers, so that two records are not taken for one over two years.
    """
    yield its
    if its.month and 0 < its.day <= 12 and its.day != its.month:
        yield replace(its, month=its.day, day=its.month)
    if its.year:
        yield from (replace(its, year=its.year + by, month=0, day=0) for by in (-1, 1))
