"""Splink 5 as its own example links persons: names, birth date and place by its out-of-the-box comparisons.

Names are in capitals without accents, as any user would do; a name in one field gives its first and last
words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.persons.peer import Linked, rolls, serve

RULES = [
    block_on("substr(first_name,1,3)", "substr(surname,1,4)"),
    block_on("surname", "dob"),
    block_on("first_name", "dob"),
    block_on("dob", "birth_place"),
    block_on("substr(first_name,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
]


def plain(names: pl.Series) -> pl.Series:
    """Capitals without accents."""
    return names.str.to_uppercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.strip_chars()


def link_plainly(folder: Path) -> Linked:
    """Link by the template, the names as written."""
    return link(*(persons(each, plain) for each in rolls(folder)))


def persons(roll: pl.DataFrame, normalised: Callable[[pl.Series], pl.Series]) -> pl.DataFrame:
    """The columns of the template: ``first_name surname first_name_surname_concat dob birth_place sex``."""
    words = pl.col("full_name").str.replace(r"^(.*),\s*(.*)$", "$2 $1").str.split(" ")
    month, day = (
        pl.when(pl.col(each) > 0).then(pl.col(each)).cast(pl.String).str.zfill(2) for each in ("month", "day")
    )
    return (
        roll.select(
            pl.col("id").alias("unique_id"),
            first_name=pl.coalesce("given", words.list.first()),
            surname=pl.coalesce("surname_1", words.list.last()),
            dob=pl.concat_str(pl.col("year").cast(pl.String), month, day, separator="-"),
            birth_place="birth_state",
            sex="sex",
        )
        .with_columns(pl.col(each).map_batches(normalised, pl.String) for each in ("first_name", "surname"))
        .with_columns(first_name_surname_concat=pl.concat_str("first_name", pl.lit(" "), "surname"))
    )


def link(wanted: pl.DataFrame, register: pl.DataFrame) -> Linked:
    """Train as the example does and predict."""
    settings = SettingsCreator(
        link_type="link_only",
        blocking_rules_to_generate_predictions=RULES,
        comparisons=[
            compare.ForenameSurnameComparison(
                "first_name", "surname", forename_surname_concat_col_name="first_name_surname_concat"
            ),
            compare.DateOfBirthComparison("dob", input_is_string=True),
            compare.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
            compare.ExactMatch("sex"),
        ],
    )
    db = DuckDBAPI()
    named = (("a_wanted", wanted), ("register", register))
    frames = [db.register(frame.to_arrow(), dataset_display_name=name) for name, frame in named]
    linker = Linker(frames, settings, log_level="ERROR")
    train = linker.training
    sure = [
        block_on("first_name", "surname", "dob"),
        block_on("substr(first_name,1,2)", "surname", "substr(dob,1,4)"),
    ]
    train.estimate_probability_two_random_records_match(sure, recall=0.6)
    train.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in (block_on("first_name", "surname"), block_on("dob")):
        train.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    scored = linker.inference.predict().as_duckdbpyrelation()
    pairs = scored.project("unique_id_l as wanted_id, unique_id_r as register_id, match_weight as score").pl()
    return Linked(pairs=pairs)


if __name__ == "__main__":
    serve(link_plainly)
