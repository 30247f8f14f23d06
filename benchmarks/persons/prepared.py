"""Rolls made ready for a linker of columns by our normaliser: a row for each name that a person is under.

A name in one field may be read two ways, and a last given name may be a surname: a row for each reading.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from dedere.persons.comparing.record import (
    ALIAS_AT,
    BORN,
    BORN_BY_CURP,
    GIVEN,
    GUESSED_AT,
    MARKS,
    MOST_TOKENS,
    NUMBER,
    ROLE_AT,
    ROW,
    TOKENS,
)
from dedere.persons.index.people import packed
from dedere.persons.index.vocabulary import Vocabulary
from dedere.persons.names.senses import stands_for
from dedere.persons.names.sound import sounds

PLACES = {"g1": ("given", 0), "g2": ("given", 1), "s1": ("surnames", 0), "s2": ("surnames", 1)}


def prepared(wanted: pl.DataFrame, register: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The two rolls as rows of tokens and their sounds, born and identifiers beside.

    Columns: ``unique_id`` (``id#reading``), ``id``, ``g1 g2 s1 s2`` (tokens) and the same with ``p`` before
    (the sound of what each stands for), ``given`` and ``surnames`` (joined), ``born`` (eight digits or null),
    ``year month day`` (null where not known), ``other_born`` (that of a CURP which says another), ``sex``,
    ``birth_state``, ``curp``.
    """
    vocabulary = Vocabulary()
    read = [_readings(roll, vocabulary) for roll in (wanted, register)]
    surname, given = (
        read[1]
        .select(pl.col(side).list.explode().alias("token"))
        .drop_nulls()["token"]
        .value_counts(name="n")
        for side in ("surnames", "given")
    )
    leaning = surname.join(given, on="token", how="left").filter(pl.col("n") > pl.col("n_right").fill_null(0))
    spoken = _spoken(vocabulary)
    return tuple(  # type: ignore[return-value]
        _told(_moved(_named(rows, leaning["token"]), leaning["token"]), spoken, roll)
        for rows, roll in zip(read, (wanted, register), strict=True)
    )


def _readings(roll: pl.DataFrame, vocabulary: Vocabulary) -> pl.DataFrame:
    """One row for each name: ``row`` (place in the roll), ``given`` and ``surnames`` as lists of tokens."""
    lines = packed(roll, vocabulary)
    slots = lines[:, TOKENS : TOKENS + MOST_TOKENS]
    name, slot = np.nonzero(slots & NUMBER)
    found = slots[name, slot]
    token = pl.col("number").replace_strict(range(len(vocabulary)), vocabulary.texts, return_dtype=pl.String)
    is_given = pl.col("role") == GIVEN
    read = (
        pl.DataFrame({"name": name, "number": found & NUMBER, "role": found >> ROLE_AT})
        .with_columns(token.alias("token"))
        .group_by("name", maintain_order=True)
        .agg(given=pl.col("token").filter(is_given), surnames=pl.col("token").filter(~is_given))
    )
    at = read["name"].to_numpy()
    dates = {"packed": lines[at, BORN], "other": lines[at, BORN_BY_CURP]}
    marks = {"guessed": (lines[at, MARKS] >> GUESSED_AT) & 1, "alias": (lines[at, MARKS] >> ALIAS_AT) & 1}
    read = read.with_columns(row=lines[at, ROW], **marks, **dates)
    return pl.concat([read, _turned(read)]).drop("name", "guessed")


def _turned(read: pl.DataFrame) -> pl.DataFrame:
    """The other reading of each name in one field: the surnames where the given names were."""
    return read.filter(pl.col("guessed") == 1, pl.concat_list("given", "surnames").list.len() > 1).rename(
        {"given": "surnames", "surnames": "given"}
    ).select(read.columns)  # fmt: skip


def _named(read: pl.DataFrame, leaning: pl.Series) -> pl.DataFrame:
    """Without the aliases that are no names: their first surname is none that the register knows."""
    surname = pl.col("surnames").list.first().is_in(leaning.implode())
    return read.filter((pl.col("alias") == 0) | surname.fill_null(False))


def _moved(read: pl.DataFrame, leaning: pl.Series) -> pl.DataFrame:
    """With a reading more where a last given name is oftener a surname and one surname is written."""
    last = pl.col("given").list.last()
    doubtful = (pl.col("given").list.len() > 1) & (pl.col("surnames").list.len() == 1)
    moved = (
        read.filter(doubtful, last.is_in(leaning.implode()))
        .select(
            pl.all().exclude("given", "surnames"),
            given=pl.col("given").list.head(pl.col("given").list.len() - 1),
            surnames=pl.concat_list(last, "surnames"),
        )
        .select(read.columns)
    )
    return pl.concat([read, moved])


def _spoken(vocabulary: Vocabulary) -> pl.DataFrame:
    """What each token sounds like, or the first name that it stands for: ``token``, ``sound``."""
    meant = [(*stands_for(token), token, token)[1] for token in vocabulary.texts]
    return pl.DataFrame({"token": vocabulary.texts, "sound": sounds(meant)})


def _told(rows: pl.DataFrame, spoken: pl.DataFrame, roll: pl.DataFrame) -> pl.DataFrame:
    rows = rows.with_columns(
        pl.col(side).list.get(place, null_on_oob=True).alias(name) for name, (side, place) in PLACES.items()
    )
    for name in PLACES:
        rows = rows.join(spoken.rename({"token": name, "sound": f"p{name}"}), on=name, how="left")
    said = roll.select("id", "sex", "birth_state", "curp").with_row_index("row")
    reading = pl.int_range(pl.len()).over("row").cast(pl.String)
    return rows.join(said, on="row").select(
        pl.concat_str("id", pl.lit("#"), reading).alias("unique_id"),
        *(pl.col(side).list.join(" ").replace("", None) for side in ("given", "surnames")),
        *PLACES,
        *(f"p{name}" for name in PLACES),
        *said.columns[1:],
        *_parts("packed"),
        _digits("packed").alias("born"),
        _digits("other").alias("other_born"),
    )


def _parts(packed: str) -> list[pl.Expr]:
    """Year, month and day of a date packed in 9 + 4 + 5 bits, null where not known."""
    date = pl.col(packed).cast(pl.Int32)
    parts = {"year": date // 512, "month": date // 32 % 16, "day": date % 32}
    return [pl.when(part > 0).then(part).alias(name) for name, part in parts.items()]


def _digits(packed: str) -> pl.Expr:
    return pl.concat_str(part.cast(pl.String).str.zfill(2) for part in _parts(packed))
