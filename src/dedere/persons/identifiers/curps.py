"""CURPs of a whole column at once: read and checked, or composed, by the same rule as one."""

from collections.abc import Callable
from functools import cache

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.identifiers.curp import ALPHABET, FAULTS, STATES
from dedere.persons.identifiers.letters import INCONVENIENT, Letters, given_letters, surname_letters

Marks = NDArray[np.uint8]
Flags = NDArray[np.bool_]
# One set of allowed characters for each of the eighteen places, as in curp.SHAPE.
LETTER, CONSONANT, FIGURE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "BCDFGHJKLMNPQRSTVWXYZ", "0123456789"
PLACES = (
    *(LETTER, "AEIOUX", LETTER, LETTER),
    *(FIGURE,) * 6,
    *("HMX", LETTER, LETTER),
    *(CONSONANT,) * 3,
    *(FIGURE + LETTER, FIGURE),
)
LENGTHS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
READ = pl.Series(["M", "F", None], dtype=pl.String)


def read(column: pl.Series) -> pl.DataFrame:
    """Read a column: a frame as long, of `year` i16, `month` i8, `day` i8, `sex`, `birth_state`, `fault`.

    The texts are upper case with nothing between the parts (`curp.parse` reads freer writing). A null has
    nulls and no fault; 0 and null stand for what cannot be read. About a second for a million.
    """
    known = column.is_not_null().to_numpy()
    long = (column.str.len_chars() == 18).fill_null(False).to_numpy()
    marks = _square(column.fill_null(""), 18)
    shaped = long & _allowed()[np.arange(18), marks].all(axis=1)
    year, month, number, dated = _dates(marks, shaped)
    placed = shaped & np.isin(_whole(marks[:, 11:13]), _whole(_square(pl.Series(list(STATES)), 2)))
    summed = (_values()[marks] * np.arange(18, 0, -1)).sum(axis=1) % 10 == 0
    fault = np.select([~known, ~long, ~shaped, ~dated, ~placed, ~summed], [0, 1, 2, 3, 4, 5], 0)
    sex = np.where(shaped, np.select([marks[:, 10] == ord("H"), marks[:, 10] == ord("M")], [0, 1], 2), 2)
    return pl.DataFrame(
        {
            "year": np.where(dated, year, 0).astype(np.int16),
            "month": np.where(dated, month, 0).astype(np.int8),
            "day": np.where(dated, number, 0).astype(np.int8),
            "sex": READ.gather(sex.astype(np.uint32)),
            "birth_state": pl.select(pl.when(pl.Series(placed)).then(_texts(marks[:, 11:13]))).to_series(),
            "fault": pl.Series([None, *FAULTS], dtype=pl.String).gather(fault.astype(np.uint32)),
        }
    )


def compose(frame: pl.DataFrame) -> pl.Series:
    """Compose the CURPs of rows: `given`, `surname_1`, `surname_2`, `born` (date), `sex`, `state`, `homonym`.

    `sex` is "M" or "F", `state` a key of STATES, `homonym` 0 to 25; a missing name counts as empty. Each
    distinct name is read once.
    """
    first, second = (_letters(frame[name], surname_letters) for name in ("surname_1", "surname_2"))
    own = _letters(frame["given"], given_letters)
    homonym, late = frame["homonym"].to_numpy(), (frame["born"].dt.year() >= 2000).to_numpy()
    marks = np.empty((len(frame), 18), dtype=np.uint8)
    marks[:, [0, 1, 13]], marks[:, [2, 14]], marks[:, [3, 15]] = first, second[:, [0, 2]], own[:, [0, 2]]
    marks[np.isin(_whole(marks[:, :4]), _whole(_square(pl.Series(sorted(INCONVENIENT)), 4))), 1] = ord("X")
    sex = frame["sex"].replace_strict({"M": "H", "F": "M"}, return_dtype=pl.String)
    marks[:, 4:13] = _square(frame["born"].dt.strftime("%y%m%d") + sex + frame["state"], 9)
    marks[:, 16] = np.where(late, ord("A") + homonym % 26, ord("0") + homonym % 10)
    total = (_values()[marks[:, :17]] * np.arange(18, 1, -1)).sum(axis=1)
    marks[:, 17] = ord("0") + -total % 10
    return _texts(marks).alias("curp")


@cache
def _allowed() -> Flags:
    allowed = np.zeros((18, 256), dtype=bool)
    for place, characters in enumerate(PLACES):
        allowed[place, [ord(character) for character in characters]] = True
    return allowed


@cache
def _values() -> NDArray[np.int64]:
    values = np.zeros(256, dtype=np.int64)
    for value, character in enumerate(ALPHABET):
        values[ord(character)] = value
    return values


def _dates(
    marks: Marks, shaped: Flags
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], Flags]:
    figures = marks[:, 4:10].astype(np.int64) - ord("0")
    year, month, number = (figures[:, place] * 10 + figures[:, place + 1] for place in (0, 2, 4))
    year += np.where(marks[:, 16] >= ord("A"), 2000, 1900)
    leap = (year % 4 == 0) & (year != 1900)
    last = LENGTHS[np.clip(month, 0, 12)] + (leap & (month == 2))
    return year, month, number, shaped & (month >= 1) & (month <= 12) & (number >= 1) & (number <= last)


def _letters(names: pl.Series, read_one: Callable[[str], Letters]) -> Marks:
    """Initial, inner vowel and inner consonant of each name, three bytes a row."""
    filled = names.fill_null("")
    distinct = filled.unique(maintain_order=True)
    found = (read_one(name) for name in distinct)
    table = np.array(
        [[ord(one.initial), ord(one.vowel), ord(one.consonant)] for one in found], dtype=np.uint8
    )
    return np.asarray(table[filled.cast(pl.Enum(distinct)).to_physical().to_numpy()])


def _square(texts: pl.Series, width: int) -> Marks:
    """The bytes of each text as a row; a text that is not `width` bytes long is all zeros."""
    fits = texts.str.len_bytes() == width
    even = pl.select(pl.when(fits).then(texts).otherwise(pl.lit("\0" * width))).to_series()
    return np.frombuffer(even.str.join("").item().encode(), dtype=np.uint8).reshape(-1, width)


def _texts(marks: Marks) -> pl.Series:
    return pl.Series(np.ascontiguousarray(marks).view(f"S{marks.shape[1]}").ravel()).cast(pl.String)


def _whole(marks: Marks) -> NDArray[np.int64]:
    """The bytes of a row as one number, to compare rows of up to seven characters at once."""
    return marks.astype(np.int64) @ (256 ** np.arange(marks.shape[1], dtype=np.int64))
