"""What a roll says of each person besides names, and the records of a whole roll."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from dedere.persons.comparing.hashing import of_texts
from dedere.persons.comparing.record import (
    BORN,
    BORN_BY_CURP,
    CURP_HEAD,
    CURP_TAIL,
    FIELDS,
    MARKS,
    RFC,
    SEX_AT,
    STATE_AT,
)
from dedere.persons.identifiers.curp import STATES
from dedere.persons.index.names import Texts, Tokens, records
from dedere.persons.index.vocabulary import Guests, Vocabulary
from dedere.persons.names.senses import senses
from dedere.persons.names.written import written

_SEXES = {"M": 1, "F": 2}
_STATES = {state: place + 1 for place, state in enumerate(STATES)}
_HEAD = 10  # a CURP's four letters and date, which an RFC shares
_CENTURY = 16  # a CURP's seventeenth character is a digit before 2000


def packed(roll: pl.DataFrame, vocabulary: Vocabulary | Guests) -> NDArray[np.uint32]:
    """Return the records (m, 16) of a roll, one for each name of each row; new tokens join the vocabulary."""
    names = written(roll)
    told = senses(names.distinct)
    tokens = Tokens(
        told.sense,
        vocabulary.places(told.as_given),
        vocabulary.places(told.as_surname),
        told.lean,
        of_texts(names.distinct),
    )
    return np.asarray(
        records(
            tokens,
            Texts(names.tokens, names.starts),
            names.parts,
            names.alias_rows,
            names.aliases,
            _people(roll),
        )
    )


def _people(roll: pl.DataFrame) -> NDArray[np.uint32]:
    out = np.zeros((len(roll), FIELDS), np.uint32)
    year, month, day = (
        roll[each].cast(pl.UInt32).fill_null(0).to_numpy() for each in ("year", "month", "day")
    )
    by_curp = _born_by_curp(roll["curp"])
    own = (year << 9) | (month << 5) | day
    # A date that the CURP only completes is one date; two that differ are both kept.
    completes = (own == 0) | (
        (year == by_curp >> 9) & ((month == 0) | ((month == (by_curp >> 5) & 15) & (day == 0)))
    )
    completes &= by_curp > 0
    out[:, BORN] = np.where(completes, by_curp, own)
    out[:, BORN_BY_CURP] = np.where(completes | (by_curp == own), 0, by_curp)
    sex = _coded(roll["sex"], _SEXES)
    state = _coded(roll["birth_state"], _STATES)
    out[:, MARKS] = (sex << SEX_AT) | (state << STATE_AT)
    out[:, CURP_HEAD] = _hashed(roll["curp"].str.slice(0, _HEAD))
    out[:, CURP_TAIL] = _hashed(roll["curp"].str.slice(_HEAD))
    out[:, RFC] = _hashed(roll["rfc"].str.slice(0, _HEAD))
    return out


def _coded(column: pl.Series, codes: dict[str, int]) -> NDArray[np.uint32]:
    return column.replace_strict(codes, default=0, return_dtype=pl.UInt32).fill_null(0).to_numpy()


def _hashed(column: pl.Series) -> NDArray[np.uint32]:
    """Return the hash of each text, zero for none."""
    out = np.zeros(len(column), np.uint32)
    known = column.is_not_null().to_numpy()
    out[known] = of_texts(column.drop_nulls().to_list())
    return out


def _born_by_curp(curps: pl.Series) -> NDArray[np.uint32]:
    """Return the packed date within each CURP, zero where there is none that can be read."""
    digits = curps.str.slice(4, 6).cast(pl.UInt32, strict=False)
    modern = ~curps.str.slice(_CENTURY, 1).str.contains("^[0-9]$")
    year = digits // 10_000 + pl.select(pl.when(modern).then(2000).otherwise(1900)).to_series().cast(
        pl.UInt32
    )
    return ((year * 512) + (digits // 100 % 100) * 32 + digits % 100).fill_null(0).cast(pl.UInt32).to_numpy()
