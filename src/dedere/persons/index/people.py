"""What a roll says of each person besides names, and the records of a whole roll."""

from __future__ import annotations

from collections.abc import Iterator

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
_BEFORE_2000 = "^.{16}[0-9]"  # a CURP's seventeenth character is a digit for whoever was born before
_YEAR, _MONTH, _DAY = ~511 & 0xFFFFFFFF, 15 << 5, 31  # the parts of a packed date


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
    said = roll.select(*_numbers(), *_keys())
    out = np.zeros((len(roll), FIELDS), np.uint32)
    own, by_curp = said["own"].to_numpy(), said["by_curp"].to_numpy()
    # A date that the CURP only completes is one date; two that differ are both kept.
    completes = by_curp > 0
    for known in (_YEAR, _MONTH, _DAY):
        completes &= (own & known == 0) | (own & known == by_curp & known)
    out[:, BORN] = np.where(completes, by_curp, own)
    out[:, BORN_BY_CURP] = np.where(completes, 0, by_curp)
    out[:, MARKS] = (said["sex"].to_numpy() << SEX_AT) | (said["state"].to_numpy() << STATE_AT)
    for field, column in ((CURP_HEAD, "head"), (CURP_TAIL, "tail"), (RFC, "rfc")):
        out[:, field] = _hashed(said[column])
    return out


def _numbers() -> Iterator[pl.Expr]:
    """Yield the dates, packed as in comparing.born, the sex and the State of birth; zero where not known."""
    year, month, day = (pl.col(each).cast(pl.UInt32).fill_null(0) for each in ("year", "month", "day"))
    yield (year * 512 + month * 32 + day).alias("own")
    digits = pl.col("curp").str.slice(4, 6).cast(pl.UInt32, strict=False)
    century = pl.when(pl.col("curp").str.contains(_BEFORE_2000)).then(1900).otherwise(2000).cast(pl.UInt32)
    by_curp = (digits // 10_000 + century) * 512 + digits // 100 % 100 * 32 + digits % 100
    yield by_curp.fill_null(0).cast(pl.UInt32).alias("by_curp")
    for name, column, codes in (("sex", "sex", _SEXES), ("state", "birth_state", _STATES)):
        yield pl.col(column).replace_strict(codes, default=0, return_dtype=pl.UInt32).fill_null(0).alias(name)


def _keys() -> Iterator[pl.Expr]:
    """Yield the halves of the CURP, and the RFC's part that a CURP shares."""
    yield pl.col("curp").str.slice(0, _HEAD).alias("head")
    yield pl.col("curp").str.slice(_HEAD).alias("tail")
    yield pl.col("rfc").str.slice(0, _HEAD)


def _hashed(column: pl.Series) -> NDArray[np.uint32]:
    """Return the hash of each text, zero for none."""
    texts = column.to_list()
    known = np.array([text is not None for text in texts], np.bool_)
    out = np.zeros(len(texts), np.uint32)
    if known.any():
        out[known] = of_texts([text for text in texts if text is not None])
    return out
