"""One fact of every row, as a column of whole numbers; and what lies a span after each of its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dedere.law.casefile import Value
from dedere.law.logic.span import AT_ONCE, Span

EPOCH = date(1970, 1, 1).toordinal()
UNKNOWN = -1  # below every count and every day's ordinal


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

    def cut(self, start: int, end: int) -> Column:
        """Some of the rows, not copied."""
        return Column(values=self.values[start:end], known=self.known[start:end], codes=self.codes)

    def shown(self, rows: NDArray[np.intp]) -> NDArray[np.int64]:
        """The values of some rows as whole numbers, ``UNKNOWN`` where one is not known."""
        return np.where(self.known[rows], self.values[rows].astype(np.int64), UNKNOWN)


def column(values: Sequence[Value | None]) -> Column:
    """A column of values as a case file has them; None where one is unknown."""
    codes = tuple(sorted({value for value in values if isinstance(value, str)}))
    place = {code: at for at, code in enumerate(codes)}
    numbers = [UNKNOWN if value is None else number(value, place) for value in values]
    known = [value is not None for value in values]
    return Column(values=np.array(numbers, np.int64), known=np.array(known, np.bool_), codes=codes)


def number(value: Value, place: Mapping[str, int]) -> int:
    """A value as it stands in a column; ``place`` is that of each code, a code without one is unknown."""
    if isinstance(value, str):
        return place.get(value, UNKNOWN)
    return value.toordinal() if isinstance(value, date) else int(value)


def value_of(stands: int, type_: str, codes: Sequence[str]) -> Value:
    """The value of a fact of this type that stands as a number in its column."""
    match type_:
        case "yes-no":
            return bool(stands)
        case "date":
            return date.fromordinal(stands)
        case "code":
            return codes[stands]
        case _:
            return stands


def reached(than: Column, span: Span) -> NDArray[np.integer] | NDArray[np.bool_]:
    """What lies a span after each day, or count, of a column."""
    if span == AT_ONCE:
        return than.values
    numbers = than.values.astype(np.int64)
    if not span.months:
        return numbers + span.days
    known = numbers[than.known]
    if not len(known):
        return numbers
    first, last = int(known.min()), int(known.max())
    if last - first >= len(known):
        return _after(numbers, span)
    # Few days, many rows: each day is worked out once.
    return np.take(_after(np.arange(first, last + 1), span), numbers - first, mode="clip")


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
