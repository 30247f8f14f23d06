"""Where an office puts the parts of a name: in which fields, in which order, or all in one."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedere.persons.synthetic import slips
from dedere.persons.synthetic.chance import flagged, kinds_of, rewrite, rows_of
from dedere.persons.synthetic.names import Texts
from dedere.persons.synthetic.recording import Habits
from dedere.persons.synthetic.spelling import Parts

Fields = tuple[str, str, str]  # given, first surname, second surname
Lay = Callable[[str, str, str, str], Fields]  # from given, first, second, husband

MARRIED: dict[str, Lay] = {
    "married_de": lambda given, first, second, husband: (given, first, f"DE {husband}"),
    "married_hyphen": lambda given, first, second, husband: (given, f"{first}-{husband}", ""),
    "married_alone": lambda given, first, second, husband: (given, husband, ""),
}
LAYS: dict[str, Lay] = {
    "hyphenated": lambda given, first, second, husband: (given, f"{first}-{second}", ""),
    "both_in_first": lambda given, first, second, husband: (given, f"{first} {second}", ""),
    "second_dropped": lambda given, first, second, husband: (given, first, ""),
    "second_alone": lambda given, first, second, husband: (given, second, ""),
    "first_as_given": lambda given, first, second, husband: (f"{given} {first}", second, ""),
    "swapped": lambda given, first, second, husband: (given, second, first),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Names as they stand in fields; `full_name` only where one field holds the whole, and then alone."""

    given: Texts
    surname_1: Texts
    surname_2: Texts
    full_name: Texts
    married: NDArray[np.bool_]


def lay_out(rng: np.random.Generator, parts: Parts, habits: Habits) -> Written:
    """Lay the parts of names out in fields as an office of such habits does."""
    fields = [parts.given.copy(), parts.surname_1.copy(), parts.surname_2.copy()]
    wives = flagged(parts.husband, bool)
    married = _lay(rng, parts, fields, wives, MARRIED, habits)
    _lay(rng, parts, fields, flagged(parts.surname_2, bool) & ~married, LAYS, habits)
    for column in fields[:2]:
        rewrite(rng, column, rows_of(rng, len(column), habits.truncated), slips.cut)
    full = _in_one(rng, fields, habits)
    small = rows_of(rng, len(full), 1 - habits.capitals)
    for column in (*fields, full):
        rewrite(rng, column, small, lambda text, _: text.title())
    return Written(given=fields[0], surname_1=fields[1], surname_2=fields[2], full_name=full, married=married)


def in_one_text(rng: np.random.Generator, parts: Parts, habits: Habits) -> Texts:
    """The same as one text each, given names first: how an alias is noted."""
    fields = [parts.given.copy(), parts.surname_1.copy(), parts.surname_2.copy()]
    _lay(rng, parts, fields, flagged(parts.surname_2, bool), LAYS, habits)
    return np.array([" ".join(filter(None, row)) for row in zip(*fields, strict=True)], dtype=object)


def _lay(
    rng: np.random.Generator,
    parts: Parts,
    fields: list[Texts],
    among: NDArray[np.bool_],
    lays: dict[str, Lay],
    habits: Habits,
) -> NDArray[np.bool_]:
    """Lay some of the rows flagged out in one of these ways each; which rows that were."""
    kind = np.where(among, kinds_of(rng, len(among), [getattr(habits, name) for name in lays]), 0)
    for number, lay in enumerate(lays.values(), 1):
        rows = np.flatnonzero(kind == number)
        found = [
            lay(*row)
            for row in zip(
                parts.given[rows],
                parts.surname_1[rows],
                parts.surname_2[rows],
                parts.husband[rows],
                strict=True,
            )
        ]
        for place, column in enumerate(fields):
            column[rows] = [row[place] for row in found]
    return kind > 0


def _in_one(rng: np.random.Generator, fields: list[Texts], habits: Habits) -> Texts:
    """Move some rows into one field, in one of the orders there are, and empty the others."""
    full = np.full(len(fields[0]), "", dtype=object)
    rows = rows_of(rng, len(full), habits.one_field)
    given_first = rng.random(len(rows)) < habits.one_field_given_first
    comma = rng.random(len(rows)) < habits.one_field_comma
    full[rows] = [
        _joined(*row)
        for row in zip(
            *(column[rows] for column in fields), given_first.tolist(), comma.tolist(), strict=True
        )
    ]
    rewrite(rng, full, rows[rng.random(len(rows)) < habits.one_field_any_order], slips.shuffled)
    for column in fields:
        column[rows] = ""
    return full


def _joined(given: str, first: str, second: str, given_first: bool, comma: bool) -> str:
    surnames = " ".join(filter(None, (first, second)))
    if comma:
        return f"{surnames}, {given}"
    return f"{given} {surnames}" if given_first else f"{surnames} {given}"
