"""Splink 5 tuned: our normaliser's tokens and sounds, a row for each reading, fifteen rules, EM."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.blocking_rule_library import CustomRule
from splink.comparison_library import CustomComparison
from splink.internals.splink_dataframe import SplinkDataFrame

from benchmarks.persons.peer import Linked, rolls, serve
from benchmarks.persons.prepared import prepared

MODEL = "splink.json"
NEAR = "(l.year is null or r.year is null or abs(l.year - r.year) <= 1)"
RULES = [
    "l.born = r.born",
    "l.born = r.other_born",
    "l.other_born = r.born",
    "l.curp[1:10] = r.curp[1:10]",
    "l.ps1 = r.ps1 and l.ps2 = r.ps2 and l.pg1 = r.pg1",
    "l.pg1 = r.pg1 and l.pg2 = r.pg2 and l.ps1 = r.ps1",
    "l.pg1 = r.pg1 and l.month = r.month and l.day = r.day and l.ps1 = r.ps1",
    f"l.pg1 = r.pg1 and l.ps1 = r.ps1 and {NEAR}",
    f"l.pg1 = r.pg1 and l.ps1 = r.ps2 and {NEAR}",
    f"l.pg1 = r.pg1 and l.ps2 = r.ps2 and {NEAR}",
    f"l.ps1 = r.ps1 and l.ps2 = r.ps2 and {NEAR}",
    f"l.pg1 = r.pg1 and l.pg2 = r.pg2 and {NEAR}",
    f"l.pg1 = r.pg2 and l.ps1 = r.ps1 and {NEAR}",
    f"l.pg2 = r.pg1 and l.ps1 = r.ps1 and {NEAR}",
    "l.pg1 = r.pg1 and l.year = r.year and l.month = r.day and l.day = r.month",
]
TRAINED_ON = ["l.born = r.born", "l.pg1 = r.pg1 and l.ps1 = r.ps1 and (l.ps2 = r.ps2 or l.ps2 is null)"]
SURE = ["l.born = r.born and l.g1 = r.g1 and l.s1 = r.s1", "l.curp = r.curp"]


def _level(sql: str, tf: str | None = None, **more: Any) -> dict[str, Any]:
    level = {"sql_condition": sql, "label_for_charts": sql, **more}
    return {**level, "tf_adjustment_column": tf} if tf else level


def _null(sql: str) -> dict[str, Any]:
    return _level(sql, is_null_level=True)


def _comparison(name: str, *levels: dict[str, Any]) -> CustomComparison:
    return CustomComparison([*levels, _level("ELSE")], output_column_name=name)


def _alike(one: str, other: str) -> str:
    near = f"damerau_levenshtein(p{one}_l, p{other}_r) <= 1"
    return f"(jaro_winkler_similarity({one}_l, {other}_r) >= 0.92 or {near})"


NO_SECOND = "(s2_l is null or s2_r is null)"
NO_SECOND_GIVEN = "(g2_l is null or g2_r is null)"
BEGINS = "(starts_with(g2_l, g2_r) or starts_with(g2_r, g2_l))"
ONE_OFF = f"({_alike('s1', 's1')} and ps2_l = ps2_r) or (ps1_l = ps1_r and {_alike('s2', 's2')})"
GIVEN = _comparison(
    "given_names",
    _null("g1_l is null or g1_r is null"),
    _level("given_l = given_r", "given"),
    _level(f"g1_l = g1_r and ({NO_SECOND_GIVEN} or {BEGINS})", "g1"),
    _level("g1_l = g2_r or g2_l = g1_r", "g1", tf_adjustment_weight=0.5),
    _level(f"pg1_l = pg1_r and ({NO_SECOND_GIVEN} or pg2_l = pg2_r)"),
    _level("least(length(g1_l), length(g1_r)) = 1 and g1_l[1] = g1_r[1]"),
    _level(f"{_alike('g1', 'g1')} and {NO_SECOND_GIVEN}"),
    _level("g1_l = g1_r", "g1"),
    _level(f"{_alike('g1', 'g1')} or {_alike('g1', 'g2')} or {_alike('g2', 'g1')}"),
)
SURNAMES = _comparison(
    "surnames_borne",
    _null("s1_l is null or s1_r is null"),
    _level("surnames_l = surnames_r", "surnames"),
    _level("ps1_l = ps1_r and ps2_l = ps2_r", "s1"),
    _level(ONE_OFF, "s1", tf_adjustment_weight=0.5),
    _level(f"s1_l = s1_r and {NO_SECOND}", "s1"),
    _level(f"ps1_l = ps1_r and {NO_SECOND}"),
    _level("s1_l = s2_r and s2_l = s1_r", "s1"),
    _level(
        "(s1_l = s2_r and s2_l is null) or (s2_l = s1_r and s2_r is null)", "s1", tf_adjustment_weight=0.5
    ),
    _level(f"{_alike('s1', 's1')} and {NO_SECOND}"),
    _level(f"{_alike('s1', 's1')} and {_alike('s2', 's2')}"),
    _level("ps1_l = ps2_r or ps2_l = ps1_r"),
    _level("s1_l = s1_r", "s1"),
    _level("ps2_l = ps2_r"),
)
BORN = _comparison(
    "born_on",
    _null("year_l is null or year_r is null"),
    _level("born_l = born_r"),
    _level("born_l = other_born_r or other_born_l = born_r"),
    _level("year_l = year_r and month_l = day_r and day_l = month_r"),
    _level("year_l = year_r and month_l = month_r and (day_l is null or day_r is null)"),
    _level("year_l = year_r and (month_l is null or month_r is null)"),
    _level("month_l = month_r and day_l = day_r and abs(year_l - year_r) = 1"),
    _level("damerau_levenshtein(born_l, born_r) = 1"),
    _level("year_l = year_r and (month_l = 1 and day_l = 1 or month_r = 1 and day_r = 1)"),
    _level("year_l = year_r and month_l = month_r"),
    _level("month_l = month_r and day_l = day_r"),
    _level("damerau_levenshtein(born_l, born_r) = 2"),
    _level("year_l = year_r"),
    _level("abs(year_l - year_r) = 1"),
    _level("abs(year_l - year_r) <= 5"),
)
CURP = _comparison(
    "curps",
    _null("curp_l is null or curp_r is null"),
    _level("curp_l = curp_r"),
    _level("curp_l[1:16] = curp_r[1:16]"),
    _level("damerau_levenshtein(curp_l, curp_r) <= 2"),
    _level("curp_l[5:10] = curp_r[5:10] and curp_l[1:1] = curp_r[1:1]"),
)
SEX = _comparison("sexes", _null("sex_l is null or sex_r is null"), _level("sex_l = sex_r"))
STATE = _comparison(
    "states",
    _null("birth_state_l is null or birth_state_r is null"),
    _level("birth_state_l = birth_state_r", "birth_state"),
)


def registered(wanted: pl.DataFrame, register: pl.DataFrame) -> list[SplinkDataFrame]:
    """Two prepared rolls in one database, the wanted on the left."""
    db = DuckDBAPI(duckdb.connect())
    named = (("a_wanted", wanted), ("register", register))
    return [db.register(each.to_arrow(), dataset_display_name=name) for name, each in named]


def trained(wanted: pl.DataFrame, register: pl.DataFrame) -> Linker:
    """A linker of two prepared rolls, its parameters estimated."""
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[GIVEN, SURNAMES, BORN, CURP, SEX, STATE],
        blocking_rules_to_generate_predictions=[CustomRule(rule) for rule in RULES],
        additional_columns_to_retain=["id"],
        retain_matching_columns=False,
    )
    linker = Linker(registered(wanted, register), settings, log_level=None)
    train = linker.training
    train.estimate_probability_two_random_records_match([CustomRule(rule) for rule in SURE], recall=0.5)
    train.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in TRAINED_ON:
        train.estimate_parameters_using_expectation_maximisation(
            CustomRule(rule), estimate_without_term_frequencies=True
        )
    return linker


def link(folder: Path) -> Linked:
    """Train on the two rolls, score every pair the rules bring up; the best reading of each pair counts."""
    linker = trained(*prepared(*rolls(folder)))
    linker.misc.save_model_to_json(str(folder / MODEL), overwrite=True)
    best = (
        "id_l as wanted_id, id_r as register_id, "
        "max(match_weight) as score, max(match_probability) as probability"
    )
    pairs = linker.inference.predict().as_duckdbpyrelation().aggregate(best, "id_l, id_r").pl()
    return Linked(pairs=pairs)


if __name__ == "__main__":
    serve(link)
