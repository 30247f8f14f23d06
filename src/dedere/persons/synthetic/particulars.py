"""The rest of a record: the day of birth, sex, State of birth and CURP, as an office writes them."""

import numpy as np
import polars as pl

from dedere.persons.identifiers import curps
from dedere.persons.synthetic import slips
from dedere.persons.synthetic.chance import kinds_of, rewrite, rows_of
from dedere.persons.synthetic.names import Numbers, Texts
from dedere.persons.synthetic.population import STATES_ABROAD, Persons, states
from dedere.persons.synthetic.recording import Habits
from dedere.persons.synthetic.spelling import true_names

LAST_DAY = 28  # a day that every month has


def born(rng: np.random.Generator, persons: Persons, habits: Habits) -> pl.Series:
    """The day of birth as text: ISO, a year and a month, a year, or null."""
    days = persons.born.astype("datetime64[D]")
    month_of = days.astype("datetime64[M]")
    year = month_of.astype("datetime64[Y]").astype(np.int64) + 1970
    month, number = month_of.astype(np.int64) % 12 + 1, (days - month_of).astype(np.int64) + 1
    _mistake(rng, year, month, number, habits)
    kind = kinds_of(rng, len(days), [habits.born_missing, habits.born_year_only, habits.born_month_only])
    frame = pl.DataFrame({"year": year, "month": month, "day": number, "kind": kind})
    two = [pl.col(name).cast(pl.String).str.zfill(2) for name in ("month", "day")]
    return frame.select(
        pl.when(pl.col("kind") == 1)
        .then(pl.lit(None, dtype=pl.String))
        .when(pl.col("kind") == 2)
        .then(pl.col("year").cast(pl.String))
        .when(pl.col("kind") == 3)
        .then(pl.format("{}-{}", pl.col("year"), two[0]))
        .otherwise(pl.format("{}-{}-{}", pl.col("year"), *two))
        .alias("born")
    ).to_series()


def _mistake(
    rng: np.random.Generator, year: Numbers, month: Numbers, number: Numbers, habits: Habits
) -> None:
    """Wrong days that exist: swapped, one figure wrong, a year off, the first of January for any day."""
    rates = [
        habits.day_month_swapped,
        habits.born_digit_wrong,
        habits.born_year_off,
        habits.born_first_of_january,
    ]
    kind = kinds_of(rng, len(year), rates)
    kind[(kind == 1) & (number > 12)] = 0
    swapped = np.flatnonzero(kind == 1)
    month[swapped], number[swapped] = number[swapped].copy(), month[swapped].copy()
    figure = rng.integers(0, 4, len(year))
    wrong = kind == 2
    year[wrong & (figure == 0)] += rng.choice([-10, 10], int((wrong & (figure == 0)).sum()))
    units = np.flatnonzero(wrong & (figure == 1))
    year[units] = year[units] // 10 * 10 + (year[units] + rng.integers(1, 10, len(units))) % 10
    months = np.flatnonzero(wrong & (figure == 2))
    month[months] = (month[months] + rng.integers(0, 11, len(months))) % 12 + 1
    days = np.flatnonzero(wrong & (figure == 3))
    number[days] = (number[days] + rng.integers(0, LAST_DAY - 1, len(days))) % LAST_DAY + 1
    off = np.flatnonzero(kind == 3)
    year[off] += rng.choice([-1, 1], len(off))
    first = np.flatnonzero(kind == 4)
    month[first], number[first] = 1, 1
    number[:] = np.where(kind > 0, np.minimum(number, LAST_DAY), number)


def sex(rng: np.random.Generator, persons: Persons, habits: Habits) -> Texts:
    """M, F, or nothing."""
    woman = persons.woman.copy()
    wrong = rows_of(rng, len(woman), habits.sex_wrong)
    woman[wrong] = ~woman[wrong]
    found = np.where(woman, "F", "M").astype(object)
    found[rows_of(rng, len(woman), habits.sex_missing)] = None
    return found


def birth_state(rng: np.random.Generator, persons: Persons, habits: Habits) -> Texts:
    """The code of the State of birth, sometimes that of another State, or nothing."""
    number = persons.state.copy()
    wrong = rows_of(rng, len(number), habits.state_wrong)
    number[wrong] = rng.integers(0, len(states()), len(wrong))
    found = np.array(states(), dtype=object)[number]
    found[rows_of(rng, len(number), habits.state_missing)] = None
    return np.asarray(found)


def true_curps(persons: Persons, first_homonym: int) -> Texts:
    """Each person's CURP by the rule; the seventeenth character tells those apart who would share one."""
    frame = true_names(persons).with_columns(
        born=pl.Series(persons.born.astype(np.int32)).cast(pl.Date),
        sex=pl.Series(np.where(persons.woman, "F", "M")),
        state=pl.Series(states()).gather(persons.state),
        homonym=pl.lit(0),
    )
    alike = curps.compose(frame).str.slice(0, 16)
    nth = pl.DataFrame({"alike": alike}).select(pl.int_range(pl.len()).over("alike")).to_series()
    return curps.compose(frame.with_columns(homonym=(nth + first_homonym) % 10)).to_numpy().astype(object)


def curp(rng: np.random.Generator, persons: Persons, own: Texts, another: Texts, habits: Habits) -> Texts:
    """The CURP as written: the person's own, another's, with a slip, or nothing."""
    abroad = persons.state == states().index(STATES_ABROAD)
    known = np.zeros(len(persons), dtype=bool)
    for group, rate in ((abroad, habits.curp_known_abroad), (~abroad, habits.curp_known)):
        known[rows_of(rng, group, rate)] = True
    found = np.full(len(persons), None, dtype=object)
    found[known] = own[known]
    kind = np.where(known, kinds_of(rng, len(persons), [habits.curp_of_another, habits.curp_miswritten]), 0)
    found[kind == 1] = another[kind == 1]
    rewrite(rng, found, np.flatnonzero(kind == 2), slips.miskeyed)
    return found
