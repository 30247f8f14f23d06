"""The keys on which lists are compared apart: each names one person by itself, or nearly.

A key that many people share would tell the other side of people who are nobody's proposal. So each kind
takes as much of a name and a birth as leaves few namesakes, and what a misspelling costs in one another
makes good. Names stand in no order, since one kind of name is taken for the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What keys are made of: for each name what it may stand for, date parts (0: not known), CURP."""

    names: tuple[tuple[str, ...], ...] = ()
    year: int = 0
    month: int = 0
    day: int = 0
    curp: str = ""

    def together(self, count: int) -> set[str]:
        """Return every combination of so many names, each in the order of the alphabet."""
        return {
            "+".join(sorted(each)) for chosen in combinations(self.names, count) for each in product(*chosen)
        }


Made = Iterable[tuple[str, ...]]


def _curp(its: Traits) -> Made:
    return [(its.curp,)] if its.curp else []


def _two_names_date(its: Traits) -> Made:
    date = f"{its.year:04}-{its.month:02}-{its.day:02}"
    return [(names, date) for names in its.together(2)] if its.year and its.month and its.day else []


def _three_names_month(its: Traits) -> Made:
    month = f"{its.year:04}-{its.month:02}"
    return [(names, month) for names in its.together(3)] if its.year and its.month else []


def _three_names_day(its: Traits) -> Made:
    day = f"--{its.month:02}-{its.day:02}"
    return [(names, day) for names in its.together(3)] if its.month and its.day else []


def _three_names_year(its: Traits) -> Made:
    return [(names, f"{its.year:04}") for names in its.together(3)] if its.year else []


def _four_names(its: Traits) -> Made:
    return [(names,) for names in its.together(4)]


KINDS: Mapping[str, Callable[[Traits], Made]] = {
    "curp": _curp,
    "two-names-date": _two_names_date,
    "three-names-month": _three_names_month,
    "three-names-day": _three_names_day,
    "four-names": _four_names,
    "three-names-year": _three_names_year,
}
# Those that name few but the person; the last names many namesakes, and is agreed on knowingly.
USUAL = tuple(KINDS)[:-1]


def keys_of(its: Traits, kinds: Iterable[str]) -> set[str]:
    """Return a record's keys, such as ``two-names-date|GARCIA+RUIZ|1980-03-05``."""
    return {"|".join((kind, *made)) for kind in kinds for made in KINDS[kind](its)}


def readings(its: Traits) -> Iterator[Traits]:
    """The record, and with day and month exchanged; one side alone reads so, the one that offers."""
    yield its
    if its.month and 0 < its.day <= 12 and its.day != its.month:
        yield replace(its, month=its.day, day=its.month)
